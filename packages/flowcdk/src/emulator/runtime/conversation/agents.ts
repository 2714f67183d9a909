import type { User } from '../../state/tables/user';
import type { Queue } from '../../state/tables/queue';
import { membersOfQueue } from '../../state/members';
import type { Foundation } from '../foundation';

/**
 * What an agent does, in the words of the routing statuses as far as they go. `busy` covers ringing, talking and
 * after-call work.
 */
export type AgentState = 'OFF_QUEUE' | 'IDLE' | 'NOT_RESPONDING' | 'ALERTING' | 'INTERACTING' | 'AFTER_CALL_WORK';

const busy: ReadonlySet<AgentState> = new Set(['ALERTING', 'INTERACTING', 'AFTER_CALL_WORK']);

/** What a call requires of the agent who answers it. */
export interface AgentRequirements {
  readonly queueId: string;
  readonly skillIds?: readonly string[];
  readonly languageId?: string;
  readonly preferredAgents?: readonly PreferredAgent[];
  readonly directAgentId?: string;
}

export interface PreferredAgent {
  readonly userId: string;
  /** From 0 to 100. A higher score comes first. */
  readonly score: number;
}

/** The agents of the org and what they do now. An agent is off queue until somebody puts them on queue. */
export class Agents {
  readonly #states = new Map<string, { readonly state: AgentState; readonly since: number }>();
  /** Agents who leave the queue as soon as they are no longer busy. */
  readonly #leaving = new Set<string>();
  /** Called when an agent may take a call. */
  onFree: () => void = () => undefined;

  constructor(private readonly runtime: Pick<Foundation, 'org' | 'clock'>) {}

  state(userId: string): AgentState {
    return this.#states.get(userId)?.state ?? 'OFF_QUEUE';
  }

  /** Since when, in milliseconds since 1970. Undefined for an agent who has done nothing yet. */
  since(userId: string): number | undefined {
    return this.#states.get(userId)?.since;
  }

  /** Whether an agent is on queue and stays there after the call that they have now. */
  isOnQueue(userId: string): boolean {
    return this.state(userId) !== 'OFF_QUEUE' && !this.#leaving.has(userId);
  }

  isBusy(userId: string): boolean {
    return busy.has(this.state(userId));
  }

  /** Puts an agent on queue. The next call that fits rings at them. */
  goOnQueue(userId: string): void {
    this.#leaving.delete(userId);
    if (!this.isBusy(userId)) this.set(userId, 'IDLE');
  }

  /** Takes an agent off queue: at once, or after the call that they have now. */
  goOffQueue(userId: string): void {
    if (this.isBusy(userId)) this.#leaving.add(userId);
    else this.set(userId, 'OFF_QUEUE');
  }

  set(userId: string, next: AgentState): void {
    const state = !busy.has(next) && this.#leaving.delete(userId) ? 'OFF_QUEUE' : next;
    this.#states.set(userId, { state, since: this.runtime.clock.now() });
    if (!busy.has(state)) this.onFree();
  }

  /** The members of a queue and of its groups to whom a call may go, free or not, in the order of the queue. */
  fitting(requirements: AgentRequirements): readonly User[] {
    const { org } = this.runtime;
    const queue = org.get('queue', requirements.queueId);
    if (requirements.directAgentId !== undefined) {
      const direct = org.get('user', requirements.directAgentId);
      return direct ? [direct] : [];
    }
    const members = membersOfQueue(org, queue).flatMap(({ id }) => org.get('user', id) ?? []);
    return members.filter((user) => this.#speaks(user, requirements) && this.#knows(user, queue, requirements));
  }

  /**
   * The agent at whom a call rings. Preferred agents come first, by their score; then the queue's evaluation of skills
   * decides; then the agent who has been idle longest (documented order; the rest is assumed).
   */
  best(requirements: AgentRequirements, standIns: boolean): User | undefined {
    const queue = this.runtime.org.get('queue', requirements.queueId);
    const free = this.fitting(requirements).filter(({ id }) =>
      standIns ? !this.isBusy(id) : this.state(id) === 'IDLE',
    );
    const rank = (user: User): readonly number[] => [
      -(requirements.preferredAgents?.find(({ userId }) => userId === user.id)?.score ?? -1),
      readiness.indexOf(this.state(user.id)),
      queue?.skillEvaluationMethod === 'BEST' ? -proficiency(user, requirements.skillIds ?? []) : 0,
      this.#states.get(user.id)?.since ?? 0,
    ];
    return [...free].sort((a, b) => compare(rank(a), rank(b)))[0];
  }

  #speaks(user: User, { languageId }: AgentRequirements): boolean {
    return languageId === undefined || (user.languages ?? []).some(({ id }) => id === languageId);
  }

  /** `ALL` requires every skill. `BEST` and `NONE` let everybody answer (documented names, believed meaning). */
  #knows(user: User, queue: Queue | undefined, { skillIds = [] }: AgentRequirements): boolean {
    const method = queue?.skillEvaluationMethod ?? 'ALL';
    return method !== 'ALL' || skillIds.every((id) => user.skills?.some((skill) => skill.id === id));
  }
}

/** The states in which a user may stand in for scripted staff: agents on queue come before the others. */
const readiness: readonly AgentState[] = ['IDLE', 'OFF_QUEUE', 'NOT_RESPONDING'];

/** The sum of the ratings. It orders agents as their mean does, because all are rated for the same skills. */
const proficiency = ({ skills = [] }: User, skillIds: readonly string[]): number =>
  skillIds.reduce((sum, id) => sum + (skills.find((skill) => skill.id === id)?.proficiency ?? 0), 0);

/** Compares by the first numbers that differ. */
const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
