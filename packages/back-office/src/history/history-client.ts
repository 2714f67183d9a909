import type { Clock } from '../ground/clock';
import { Failure, failureOf, type Fetch, send } from '../ground/http';
import type { CommunicationRecord } from '../record/communication-record';

/** Where the history of customers takes records, and how the back office signs in there. */
export interface HistorySettings {
  /** Address of the communication history, without a `/` at its end. */
  readonly url: string;
  readonly key: string;
  /** How long a request may take, in milliseconds. @default 10 seconds */
  readonly timeout?: number | undefined;
}

/** Writes to the communication history, over HTTP. */
export class HistoryClient {
  constructor(
    private readonly settings: HistorySettings,
    private readonly clock: Clock,
    private readonly fetch: Fetch,
  ) {}

  /**
   * Writes a record. The same key writes it once, however often it is sent.
   *
   * @returns its id, and whether the history had a record of that key already
   * @throws Failure
   */
  async create(key: string, record: CommunicationRecord): Promise<{ readonly id: string; readonly existed: boolean }> {
    const response = await this.#send('POST', '/communicationRecords', record, { 'idempotency-key': key });
    const body = (await response.json().catch(() => ({}))) as { readonly id?: unknown };
    if (typeof body.id !== 'string') throw new Failure('the communication history: the answer has no id', true);
    return { id: body.id, existed: response.status === 200 };
  }

  /**
   * Writes a record anew, which a late pairing or a further agent changed.
   *
   * @throws Failure
   */
  async replace(id: string, record: CommunicationRecord): Promise<void> {
    await this.#send('PUT', `/communicationRecords/${encodeURIComponent(id)}`, record, {});
  }

  async #send(
    method: string,
    path: string,
    record: CommunicationRecord,
    more: Record<string, string>,
  ): Promise<Response> {
    const { url, key, timeout = 10_000 } = this.settings;
    const what = 'the communication history';
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...more };
    const init = { method, headers, body: JSON.stringify(record) };
    const response = await send(this.fetch, what, `${url}${path}`, init, timeout);
    if (response.ok) return response;
    // A wrong key is put right by people: the work waits for them and is not parked.
    if (response.status === 401 || response.status === 403) throw new Failure(`${what}: the key is refused`, true);
    throw failureOf(what, response, this.clock.now());
  }
}
