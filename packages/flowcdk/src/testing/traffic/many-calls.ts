import { type DurationLiteral, minutes, seconds } from '../../architect/types';
import type { LimitValues } from '../../emulator/limits/limits';
import type { Service } from '../../emulator/runtime/services/service';
import { type Consistency, type Deployable, localOrg } from '..';
import { lengthOf } from '../test-mistakes';
import { type Caller, type Callers, Telephones } from './callers';
import { type Measured, Measures } from './measures';

/** Who calls whom and when, and how the org behaves. */
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
   * Callers hang up as soon as they are in a queue, and the run ends with the first limit. This finds how many calls an
   * application can take.
   */
  readonly untilLimit?: boolean | undefined;
  /** Length of a stretch of time in which the use of data actions is measured. @default 1 minute */
  readonly stretch?: DurationLiteral | undefined;
  /** Called now and then with the number of finished calls. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

const ANSWERS_AFTER = seconds(15);
const HOUR = 3_600_000;
/** Calls between two reports of progress. */
const REPORTED = 50;

/**
 * Lets many people call, in virtual time, on an org of their own. Only the measurements are kept.
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
  const {
    to,
    callers,
    behaviour,
    services,
    limits,
    seed,
    untilLimit = false,
    stretch = minutes(1),
    onProgress,
  } = options;
  const { agents = { count: 60, talksFor: seconds(5), wrapsUpIn: seconds(1) } } = options;
  const org = await localOrg(options.application, {
    services,
    seed,
    limits,
    at: options.at,
    has: seedOf(agents.count),
    keepEvents: 0,
    consistency: options.consistency,
    settings: {
      logVariables: false,
      // Finished calls are forgotten once what followed them is finished too.
      keepEnded: 500,
      ...(untilLimit
        ? {}
        : { agents: { answersAfter: ANSWERS_AFTER, talksFor: agents.talksFor, wrapsUpIn: agents.wrapsUpIn } }),
    },
  });
  const { runtime, clock } = org;
  const measures = new Measures(runtime, lengthOf(stretch), behaviour?.outcomes);
  const telephones = new Telephones(runtime, behaviour);
  if (untilLimit) {
    runtime.log.listenTo(['queue.entered'], ({ conversationId = '' }) => {
      const leg = runtime.calls.legOf(conversationId);
      if (leg) clock.after(0, () => runtime.calls.end(leg, 'caller'));
    });
  }
  // Each call places the next one, so that the clock holds only one of them.
  const from = clock.now();
  const next = (i: number): void => {
    const caller = callers[i];
    const at = options.arrivals[i];
    if (!caller || at === undefined) return;
    clock.after(from + at - clock.now(), () => {
      telephones.call(caller, to);
      next(i + 1);
    });
  };
  next(0);
  let reported = 0;
  const last = from + (options.arrivals.at(-1) ?? 0);
  await clock.run(
    () => {
      if (onProgress && measures.done >= reported + REPORTED) onProgress((reported = measures.done));
      return untilLimit && measures.limitReached;
    },
    last + 2 * HOUR,
  );
  return measures.measured();
}

const seedOf = (agents: number): string =>
  JSON.stringify({
    users: Array.from({ length: agents }, (_, i) => ({
      name: `Agent ${i + 1}`,
      email: `agent.${i + 1}@local.example`,
    })),
  });
