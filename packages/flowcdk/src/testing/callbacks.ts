import type { LoggedEvent } from '../emulator/runtime/events';
import { keyOf } from '../emulator/runtime/people';
import type { Runtime } from '../emulator/runtime/runtime';
import type { CallbackRecord } from '../emulator/state/tables/callback';
import { momentsOf, timeline } from '../inspect/timeline';
import { KitProblem } from './kit-problem';

/** A call of an agent to the customer. */
export interface CallbackAttempt {
  /** When it was answered, or was given up. */
  readonly at: Date;
  readonly outcome: 'answered' | 'busy' | 'noAnswer' | 'cutOff';
  /** The name of the agent. */
  readonly agent?: string | undefined;
}

/** A callback in a test. What it says is always what is so now. */
export class TestCallback {
  constructor(
    private readonly runtime: Runtime,
    /** The id of its conversation. */
    readonly conversationId: string,
  ) {}

  get #record(): CallbackRecord {
    const record = this.runtime.org.get('callback', this.conversationId);
    if (!record) throw new KitProblem(`the org does not know the callback ${this.conversationId} any more`);
    return record;
  }

  /** The number that is called: E.164. */
  get number(): string {
    return keyOf(this.#record.callbackNumbers[0] ?? '');
  }

  /** The name of the customer. */
  get userName(): string | undefined {
    return this.#record.callbackUserName;
  }

  /** The name of the queue. */
  get queue(): string {
    const { queueId } = this.#record;
    return this.runtime.org.get('queue', queueId)?.name ?? queueId;
  }

  /** When it is due. Undefined: as soon as possible. */
  get scheduledAt(): Date | undefined {
    const { callbackScheduledTime } = this.#record;
    return callbackScheduledTime === undefined ? undefined : new Date(callbackScheduledTime);
  }

  /**
   * `scheduled`: not due yet. `waiting`: in the queue. `dialing`: an agent has taken it and calls. `talking`: the customer
   * has answered. `ended`: over.
   */
  get state(): CallbackRecord['state'] {
    return this.#record.state;
  }

  /** What became of it. Undefined while it is not over. */
  get outcome(): CallbackRecord['outcome'] {
    return this.#record.outcome;
  }

  /** The name of the agent who called last. */
  get agent(): string | undefined {
    return this.#record.attempts.at(-1)?.agentName;
  }

  /** The calls to the customer, oldest first. */
  get attempts(): readonly CallbackAttempt[] {
    return this.#record.attempts.map(({ at, outcome, agentName }) => ({
      at: new Date(at),
      outcome,
      ...(agentName === undefined ? {} : { agent: agentName }),
    }));
  }

  /** The attributes that the agent sees. */
  get data(): Readonly<Record<string, string>> {
    return this.#record.data ?? {};
  }

  /** Its events, in order. */
  get events(): readonly LoggedEvent[] {
    return this.runtime.log.events.filter(({ conversationId }) => conversationId === this.conversationId);
  }

  /** Its story as text, for people. */
  timeline(width?: number): string {
    return timeline(momentsOf(this.runtime.log.events, this.conversationId), width === undefined ? {} : { width });
  }

  /** Somebody cancels it now. Throws a {@link KitProblem} if it is over. */
  cancel(): void {
    if (!this.runtime.callbacks.cancel(this.conversationId))
      throw new KitProblem(`the callback to ${this.number} is over: ${this.outcome ?? 'it ended'}`);
  }
}

/**
 * The callbacks of the org, oldest first: those of flows and those that data actions create.
 *
 * @example
 * ```ts
 * const org = await localOrg();
 * await org.waits(hours(1));
 * org.callbacks.scheduled.map(({ number }) => number); // ['+33142685300']
 * ```
 */
export class CallbackLog {
  constructor(private readonly runtime: Runtime) {}

  /** All of them. */
  get all(): readonly TestCallback[] {
    return this.runtime.org.all('callback').map(({ id }) => new TestCallback(this.runtime, id));
  }

  /** Those that are not due yet. */
  get scheduled(): readonly TestCallback[] {
    return this.all.filter(({ state }) => state === 'scheduled');
  }

  /** Those that are due and not over. */
  get due(): readonly TestCallback[] {
    return this.all.filter(({ state }) => state !== 'scheduled' && state !== 'ended');
  }

  /** Those to a number (E.164). */
  to(number: string): readonly TestCallback[] {
    return this.all.filter((callback) => callback.number === keyOf(number));
  }
}
