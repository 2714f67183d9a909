import { randomUUID } from 'node:crypto';
import type { Work } from '../database/tables';
import type { Gateway } from '../gateway/gateway';
import { type Clock, later } from '../ground/clock';
import { Failure } from '../ground/http';
import type { HistoryClient } from '../history/history-client';
import { type FinishedCall, finishedCall, type SupportResult } from '../inbox/finished-call';
import type { Inbox, WorkResult } from '../inbox/inbox';
import type { Pairings } from '../pairing/pairings';
import type { CommunicationRecord } from '../record/communication-record';
import { recordOf } from '../record/record-of';

/** How failed attempts are repeated. All times in milliseconds. */
export interface RetrySettings {
  /** Before the second attempt; every further one waits twice as long. */
  readonly first: number;
  /** The longest wait between two attempts. */
  readonly most: number;
  /** Work that failed for so long since it came is parked. */
  readonly parkAfter: number;
}

export interface WorkerSettings {
  readonly retry: RetrySettings;
  /** How long a record without a customer waits for its pairing, in milliseconds. */
  readonly pairingWait: number;
  /**
   * How long the end of a call for its customer waits for an agent's, in milliseconds: longer than after-call work. Only
   * a call that no agent took is recorded by its customer's end.
   */
  readonly agentWait: number;
  /** For how long work belongs to a worker, in milliseconds: longer than its requests may take together. */
  readonly leaseTime: number;
  /** How much work is done at once. */
  readonly batch: number;
}

export interface WorkerParts {
  readonly inbox: Inbox;
  readonly pairings: Pairings;
  readonly gateway: Gateway;
  readonly history: HistoryClient;
  readonly clock: Clock;
}

/** Enriches accepted results, maps them to records and writes these to the communication history. */
export class Worker {
  readonly #name = randomUUID();

  constructor(
    private readonly parts: WorkerParts,
    private readonly settings: WorkerSettings,
  ) {}

  /**
   * Does what is due, one batch.
   *
   * @returns how much it was
   */
  async work(): Promise<number> {
    const { leaseTime: time, batch: most } = this.settings;
    const claimed = await this.parts.inbox.claim({ by: this.#name, time, most });
    await Promise.all(claimed.map(async (work) => this.parts.inbox.settle(work, await this.#resultOf(work))));
    return claimed.length;
  }

  async #resultOf(work: Work): Promise<WorkResult> {
    try {
      return await this.#attempt(work);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return this.#afterFailure(work, error);
    }
  }

  async #attempt(work: Work): Promise<WorkResult> {
    const { inbox, pairings, clock } = this.parts;
    const result = await inbox.lastResult(work.record_key);
    if (result.party === 'customer') {
      if (await inbox.hadAgent(result.conversation_id)) return { state: 'discarded', reason: 'an agent took the call' };
      const wait = later(work.first_received_at, this.settings.agentWait);
      if (wait > clock.now())
        return { state: 'waiting', reason: 'an agent may still be at work', dueAt: wait, counts: false };
    }
    const call = finishedCall(JSON.parse(result.body) as SupportResult, result.event_time);
    if ('problem' in call) return { state: 'parked', reason: call.problem };
    const pairing = await pairings.customerOf(call.conversationId);
    const wait = later(work.first_received_at, this.settings.pairingWait);
    if (!pairing && wait > clock.now()) {
      return { state: 'waiting', reason: 'no customer is paired yet', dueAt: wait, counts: false };
    }
    const { remarks, ...names } = await this.#namesOf(call);
    const record = recordOf(call, { customerId: pairing?.customerId ?? null, ...names });
    if ('problem' in record) return { state: 'parked', reason: record.problem };
    return {
      state: 'done',
      recordId: await this.#write(work, record),
      channel: record.channel,
      customerId: record.customerId,
      remarks: remarks.length > 0 ? remarks.join('; ') : null,
    };
  }

  async #namesOf({ userId, wrapupCode }: FinishedCall) {
    const { gateway } = this.parts;
    const [agentName, wrapupName] = await Promise.all([
      userId === undefined ? undefined : gateway.userName(userId),
      wrapupCode === undefined ? undefined : gateway.wrapupName(wrapupCode),
    ]);
    const remark = (what: string, id: string | undefined, name: string | undefined): readonly string[] =>
      name !== undefined ? [] : [id === undefined ? `no ${what}` : `unknown ${what} ${id}`];
    return {
      agentName: agentName ?? null,
      wrapupName: wrapupName ?? null,
      remarks: [...remark('user', userId, agentName), ...remark('wrap-up code', wrapupCode, wrapupName)],
    };
  }

  /**
   * A worker that died between the answer of the history and its own database has written the record already. What it
   * wrote may be older than what is known now.
   */
  async #write({ record_key, record_id }: Work, record: CommunicationRecord): Promise<string> {
    const { history } = this.parts;
    const { id, existed } =
      record_id === null ? await history.create(record_key, record) : { id: record_id, existed: true };
    if (existed) await history.replace(id, record);
    return id;
  }

  #afterFailure({ attempts, first_received_at }: Work, { message, passing, after }: Failure): WorkResult {
    const { first, most, parkAfter } = this.settings.retry;
    const now = this.parts.clock.now();
    if (!passing) return { state: 'parked', reason: message };
    if (now >= later(first_received_at, parkAfter)) return { state: 'parked', reason: `given up: ${message}` };
    const wait = Math.max(Math.min(first * 2 ** attempts, most), after ?? 0);
    return { state: 'waiting', reason: message, dueAt: later(now, wait), counts: true };
  }
}
