import { RateCounter } from '../../limits/counter';
import type { LimitName, LimitValues } from '../../limits/limits';

const HOUR = 60 * 60 * 1000;

/** A limit that was reached. */
export interface Reached {
  readonly limit: LimitName;
  readonly value: number;
}

/**
 * How many workflows triggers may start: in a minute and in an hour all of them, in a minute one of them. Only launches
 * count, not events that are filtered out (quoted from the platform's forum).
 */
export class LaunchLimits {
  readonly #minutes: RateCounter;
  readonly #hours: RateCounter;

  constructor(
    private readonly limits: LimitValues,
    now: () => number,
  ) {
    this.#minutes = new RateCounter(now);
    this.#hours = new RateCounter(now, HOUR);
  }

  /** One more launch of a workflow; the limit that forbids it, if one does. */
  take(flowId: string): Reached | undefined {
    const perMinute = this.limits['event.orchestration.workflow.invocations.per.minute'];
    const perHour = this.limits['event.orchestration.workflow.invocations.per.hour'];
    const ratio = this.limits['distinct.target.ratio'];
    const ofOne = Math.floor((perMinute * ratio) / 100);
    if (ratio < 100 && this.#minutes.take(flowId, ofOne).exceeded)
      return { limit: 'distinct.target.ratio', value: ratio };
    if (this.#minutes.take('', perMinute).exceeded)
      return { limit: 'event.orchestration.workflow.invocations.per.minute', value: perMinute };
    if (this.#hours.take('', perHour).exceeded)
      return { limit: 'event.orchestration.workflow.invocations.per.hour', value: perHour };
    return undefined;
  }
}
