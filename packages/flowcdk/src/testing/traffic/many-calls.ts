import { type DurationLiteral, minutes, seconds } from '../../architect/types';
import type { LimitValues } from '../../emulator/limits/limits';
import type { Clock } from '../../emulator/runtime/clock';
import type { Runtime } from '../../emulator/runtime/runtime';
import type { Service } from '../../emulator/runtime/services/service';
import { type Consistency, type Deployable, localOrg } from '..';
import { lengthOf } from '../problems';
import { type Caller, type Callers, Telephones } from './callers';
import { type Measured, Measures } from './measures';

/** Who calls whom and when, and what they meet. */
export interface ManyCalls {
  readonly application: Deployable;
  /** When the first of them may call. @default Monday, 5 January 2026, 10:00 UTC */
  readonly at?: Date | undefined;
  /** The number they call, E.164. */
  readonly to: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly callers: readonly Caller[];
  /** What they do. @default they choose something in each menu, and press 1 whenever else they are asked for keys */
  readonly behaviour?: Callers | undefined;
  /** When each of them calls, milliseconds from the beginning, in order. */
  readonly arrivals: readonly number[];
  readonly limits: 'real' | 'off' | LimitValues;
  readonly seed: number;
  readonly consistency?: Consistency | undefined;
  /** What agents do. @default they answer after 15 seconds, if one of them is free */
  readonly agents?:
    | {
        readonly count: number;
        readonly talksFor: DurationLiteral;
        readonly wrapsUpIn: DurationLiteral;
      }
    | undefined;
  /**
   * Callers hang up as soon as they are in a queue, and it is over with the first limit: to find out how many calls
   * something can take.
   */
  readonly untilLimit?: boolean | undefined;
  /** Length of a stretch of time in which the use of data actions is measured. @default 1 minute */
  readonly stretch?: DurationLiteral | undefined;
  /** Told at times how many calls are done. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

const ANSWERS_AFTER = seconds(15);
const HOUR = 3_600_000;
/** Calls between two reports of progress. */
const REPORTED = 50;

/**
 * Many people call: in virtual time, on an org of their own. Nothing but what is measured is held.
 *
 * @example
 * ```ts
 * await manyCalls({
 *   application: app,
 *   to: '+442079460101',
 *   services: {},
 *   callers: callersOf(100, 1),
 *   arrivals: arrivals(100, minutes(10), 1),
 *   limits: 'real',
 *   seed: 1,
 * });
 * ```
 */
export async function manyCalls(options: ManyCalls): Promise<Measured> {
  const { behaviour, untilLimit = false, stretch = minutes(1), onProgress } = options;
  const { runtime, clock } = await orgOf(options);
  const measures = new Measures(runtime, lengthOf(stretch), behaviour?.outcomes);
  const telephones = new Telephones(runtime, behaviour);
  if (untilLimit) hangUpInQueues(runtime);
  const last = clock.now() + (options.arrivals.at(-1) ?? 0);
  callOneAfterAnother(options, clock, telephones);
  let told = 0;
  await clock.run(
    () => {
      if (onProgress && measures.done >= told + REPORTED) onProgress((told = measures.done));
      return untilLimit && measures.limitReached;
    },
    last + 2 * HOUR,
  );
  return measures.measured();
}

/** An org of their own, with as many agents as there are to be. */
function orgOf({ application, at, services, seed, limits, consistency, untilLimit, agents }: ManyCalls) {
  const { count, talksFor, wrapsUpIn } = agents ?? { count: 60, talksFor: seconds(5), wrapsUpIn: seconds(1) };
  return localOrg(application, {
    services,
    seed,
    limits,
    at,
    has: seedOf(count),
    keepEvents: 0,
    consistency,
    settings: {
      logVariables: false,
      // What is over is not asked for any more, once what came after it is over too.
      keepEnded: 500,
      ...(untilLimit ? {} : { agents: { answersAfter: ANSWERS_AFTER, talksFor, wrapsUpIn } }),
    },
  });
}

function hangUpInQueues({ log, calls, clock }: Runtime): void {
  log.listenTo(['queue.entered'], ({ conversationId = '' }) => {
    const leg = calls.legOf(conversationId);
    if (leg) clock.after(0, () => calls.end(leg, 'caller'));
  });
}

/** One after the other, so that the clock holds no more than the next. */
function callOneAfterAnother({ callers, arrivals, to }: ManyCalls, clock: Clock, telephones: Telephones): void {
  const from = clock.now();
  const next = (i: number): void => {
    const caller = callers[i];
    const at = arrivals[i];
    if (!caller || at === undefined) return;
    clock.after(from + at - clock.now(), () => {
      telephones.call(caller, to);
      next(i + 1);
    });
  };
  next(0);
}

const seedOf = (agents: number): string =>
  JSON.stringify({
    users: Array.from({ length: agents }, (_, i) => ({
      name: `Agent ${i + 1}`,
      email: `agent.${i + 1}@local.example`,
    })),
  });
