import { RateCounter } from '../../limits/counter';
import type { LimitName, LimitValues } from '../../limits/limits';

const HOUR = 60 * 60 * 1000;

/** A limit that was reached. */
export interface Reached {
  readonly limit: LimitName;
  readonly value: number;
}

/**
 * Limits of the launches of workflows by triggers: per minute and per hour for all workflows, and per minute for one
 * workflow. Only launches count, not events that a trigger filters out (quoted from the platform's forum).
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

  /** Counts one more launch of a workflow. Gives the limit that forbids it, if one does. */
  take(flowId: string): Reached | undefined {
    const perMinute = this.limits['event.orchestration.workflow.invocations.per.minute'];
    const perHour = this.limits['event.orchestration.workflow.invocations.per.hour'];
    const ratio = this.limits['distinct.target.ratio'];
    const perFlow = Math.floor((perMinute * ratio) / 100);
    if (ratio < 100 && this.#minutes.take(flowId, perFlow).exceeded)
      return { limit: 'distinct.target.ratio', value: ratio };
    if (this.#minutes.take('', perMinute).exceeded)
      return { limit: 'event.orchestration.workflow.invocations.per.minute', value: perMinute };
    if (this.#hours.take('', perHour).exceeded)
      return { limit: 'event.orchestration.workflow.invocations.per.hour', value: perHour };
    return undefined;
  }
}
