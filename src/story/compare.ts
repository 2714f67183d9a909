import { minutes } from 'flowcdk';
import type { OpenApplication } from 'flowcdk/application';
import { placedServices, type ServiceDescription, type ServicesDescription } from 'flowcdk/testing/services';
import { arrivals, callersOf, manyCalls, type Measured, type ReachedLimit, rising } from 'flowcdk/testing/traffic';
import type { Settings } from '../settings';
import { callerIdentification } from '../stacks/caller-identification';
import { everywhereUrls, FUNCTION_SECONDS, options, synchronousOptions } from '../stacks/options';
import { callers } from './callers';
import { openFrom } from './open-from';
import { serviceKinds } from './service-kinds';
import { standIns } from './stand-ins';

/** One way of identifying a caller, over many calls. */
export interface ComparedOption {
  readonly option: 1 | 2 | 3 | 4;
  readonly name: string;
  readonly measured: Measured;
  /** What gives way first where calls come faster and faster; undefined where nothing did. */
  readonly breaks: ReachedLimit | undefined;
  /** Up to how many calls a minute was tried. */
  readonly triedUpTo: number;
}

export interface CompareOptions {
  /** @default 1,000 */
  readonly callers?: number | undefined;
  /** @default 1 */
  readonly seed?: number | undefined;
  readonly services?: ServicesDescription | undefined;
  /** Told what is done of everything, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** So many calls a minute come in the comparison. */
const PER_MINUTE = 100;
/** Up to so many a minute come where it is tried what breaks first. */
const RISING_TO = 2_000;

/** The function and the service that ask all databases at once; a function has to be started at times. */
const everywhere: Readonly<Record<string, ServiceDescription>> = {
  [everywhereUrls.function]: {
    kind: 'everywhere',
    asks: ['alpha', 'beta', 'gamma'],
    stoppedAfter: FUNCTION_SECONDS,
    coldStart: { share: 0.05, latency: { median: 1.5, slowOneIn20: 4 } },
  },
  [everywhereUrls.service]: { kind: 'everywhere', asks: ['alpha', 'beta', 'gamma'], stoppedAfter: 12 },
};

/**
 * The four ways of identifying a caller, each a real run of its flow over the same callers and databases. The three in
 * which the caller waits lie under `flows/options`, the fourth is the support line as it ships.
 */
export async function compareOptions(
  opened: OpenApplication<Settings>,
  { callers: count = 1_000, seed = 1, services, onProgress }: CompareOptions = {},
): Promise<readonly ComparedOption[]> {
  const { settings } = opened;
  const described: ServicesDescription = { services: { ...everywhere, ...services?.services } };
  const placed = () => placedServices(standIns(settings), { kinds: serviceKinds, described }).services;
  const people = callersOf(count, seed);
  const ordinary = arrivals(count, minutes(count / PER_MINUTE), seed);
  const rush = callersOf(2 * count, `${seed}/rush`);
  const others = opened.with({ stacks: [options(settings)] });
  const shipped = opened.with({ stacks: [callerIdentification(settings)] });
  const at = openFrom(settings.supportLine.openingHours);
  const ways = [
    ['one data action after another', others, synchronousOptions.oneAfterAnother.number],
    ['a function asks all at once', others, synchronousOptions.inAFunction.number],
    ['a service asks all at once', others, synchronousOptions.byAService.number],
    ['the workflow beside the call', shipped, settings.supportLine.lines[0]?.numbers[0] ?? ''],
  ] as const;
  const compared: ComparedOption[] = [];
  for (const [i, [name, application, to]] of ways.entries()) {
    const same = { application, at, behaviour: callers(settings), to, seed, limits: 'real' } as const;
    const measured = await manyCalls({
      ...same,
      services: placed(),
      callers: people,
      arrivals: ordinary,
      onProgress: (done) => onProgress?.((i + (0.6 * done) / count) / ways.length),
    });
    const { limits } = await manyCalls({
      ...same,
      services: placed(),
      callers: rush,
      arrivals: rising(rush.length, RISING_TO),
      untilLimit: true,
    });
    compared.push({ option: (i + 1) as 1 | 2 | 3 | 4, name, measured, breaks: limits[0], triedUpTo: RISING_TO });
    onProgress?.((i + 1) / ways.length);
  }
  return compared;
}
