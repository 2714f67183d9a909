import type { Outcomes, Run } from '../action-context';
import type { DetailEvents } from '../conversation/detail-events';

/** The state of a flow outcome in a run, as `flow.outcome` events report it. Moments are milliseconds since 1970. */
export interface FlowOutcome {
  readonly id: string;
  readonly name: string;
  readonly startedAt: number;
  /** Undefined: the outcome has begun and has no result yet. */
  readonly endedAt?: number;
  readonly value?: 'SUCCESS' | 'FAILURE';
  readonly milestones: readonly Milestone[];
}

export interface Milestone {
  readonly id: string;
  readonly name: string;
  readonly reachedAt: number;
}

/** How many milestones are reported for an outcome and for a flow: the last ones (documented). */
const OF_OUTCOME = 20;
const OF_FLOW = 100;

/** The outcomes and milestones of one run of a flow. The last result of an outcome counts (documented). */
export class FlowOutcomes implements Outcomes {
  readonly #outcomes = new Map<string, FlowOutcome>();
  #milestones: readonly Milestone[] = [];

  constructor(
    private readonly run: Run,
    private readonly detail: Pick<DetailEvents, 'flowOutcome'>,
  ) {}

  get outcomes(): readonly FlowOutcome[] {
    return [...this.#outcomes.values()];
  }

  get milestones(): readonly Milestone[] {
    return this.#milestones;
  }

  /** Begins an outcome. An outcome that has begun already begins anew (documented). */
  begin(id: string, name: string): void {
    this.#outcomes.set(id, { id, name, startedAt: this.#now, milestones: [] });
  }

  /** Sets the result of an outcome. An outcome that has not begun begins and ends at once (assumed). */
  set(id: string, name: string, value: 'SUCCESS' | 'FAILURE'): void {
    const { startedAt, milestones } = this.#outcomes.get(id) ?? { startedAt: this.#now, milestones: [] };
    const endedAt = this.#now;
    this.#outcomes.set(id, { id, name, startedAt, endedAt, value, milestones });
    this.run.log('outcome.set', { outcome: name, value });
    const { leg } = this.run;
    const participant = leg?.conversation.flowParticipant;
    if (!leg || !participant) return;
    this.detail.flowOutcome(leg.conversation, participant, this.run, {
      flowOutcomeId: id,
      startedAt,
      endedAt,
      value,
      milestones: milestones.map(({ id: milestoneId, reachedAt }) => ({ milestoneId, reachedAt })),
    });
  }

  /** Records that the flow reached a milestone, and of which outcome if the action names one. */
  reach(id: string, name: string, outcome?: { readonly id: string; readonly name: string }): void {
    const milestone = { id, name, reachedAt: this.#now };
    this.#milestones = [...this.#milestones, milestone].slice(-OF_FLOW);
    this.run.log('milestone.reached', { milestone: name });
    if (!outcome) return;
    const known = this.#outcomes.get(outcome.id) ?? { ...outcome, startedAt: this.#now, milestones: [] };
    this.#outcomes.set(outcome.id, { ...known, milestones: [...known.milestones, milestone].slice(-OF_OUTCOME) });
  }

  /** Ends all outcomes with the flow. An outcome without a result is a failure (documented). */
  end(): void {
    for (const { id, name, value } of this.outcomes) if (value === undefined) this.set(id, name, 'FAILURE');
  }

  get #now(): number {
    return this.run.runtime.clock.now();
  }
}
