import type { OpenApplication } from '../../application/open-application';
import { type DurationLiteral, inMilliseconds, milliseconds, seconds } from '../../architect/types';
import type { LimitValues } from '../../emulator/limits/limits';
import { calledNumber } from '../one-call';
import { lengthOf } from '../test-mistakes';
import { placedServices } from '../services/stand-ins';
import { arrivals, callersOf } from './callers';
import { manyCalls } from './many-calls';
import type { Measured } from './measures';
import type { ServicesDescription } from '../services/description';

/** How many calls come, within which time, and how the org behaves. */
export interface BusyHourOptions {
  readonly calls: number;
  /** Within that time. */
  readonly per: DurationLiteral;
  /** Services that override the stand-ins of the application. */
  readonly services?: ServicesDescription | undefined;
  readonly limits: 'real' | 'off' | LimitValues;
  readonly seed: number;
  /** Called with the number of finished calls. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** The measurements of a busy hour, and its conditions. */
export interface BusyHour extends Measured {
  /** Milliseconds. */
  readonly per: number;
  readonly agents: number;
  /** Length of the stretches of `slots`, in milliseconds. */
  readonly stretch: number;
}

/** How long an agent is busy with a call: two seconds of ringing, talk, after-call work. */
const TALKS_FOR = seconds(20);
const WRAPS_UP_IN = seconds(5);
const BUSY = 2_000 + inMilliseconds(TALKS_FOR) + inMilliseconds(WRAPS_UP_IN);
/** With just enough agents for the average, calls wait at peaks. With a third more they do not. */
const SPARE = 4 / 3;
const MOST_AGENTS = 500;
const STRETCHES = 60;

/**
 * An application in a busy hour: calls at random moments to its first number, in virtual time.
 *
 * @example
 * ```ts
 * const { opened } = openApplication(app);
 * if (opened) await busyHour(opened, { calls: 600, per: hours(1), limits: 'real', seed: 1 });
 * ```
 */
export async function busyHour(opened: OpenApplication, options: BusyHourOptions): Promise<BusyHour> {
  const { application, settings } = opened;
  const { calls, services, limits, seed, onProgress } = options;
  const per = lengthOf(options.per);
  const agents = Math.min(MOST_AGENTS, Math.ceil((calls / per) * BUSY * SPARE) + 5);
  const stretch = Math.max(1_000, Math.ceil(per / STRETCHES));
  const measured = await manyCalls({
    application: opened,
    at: application.begins?.(settings),
    to: calledNumber(opened) ?? '',
    services: placedServices(application.services?.(settings) ?? {}, {
      kinds: application.serviceKinds,
      described: services,
    }).services,
    callers: callersOf(calls, seed),
    behaviour: application.callers?.(settings),
    arrivals: arrivals(calls, options.per, seed),
    limits,
    seed,
    agents: { count: agents, talksFor: TALKS_FOR, wrapsUpIn: WRAPS_UP_IN },
    stretch: milliseconds(stretch),
    onProgress,
  });
  return { ...measured, per, agents, stretch };
}
