import { milliseconds } from '../architect/types';
import { type Service, service } from '../emulator/runtime/services/service';
import { fieldsOf } from '../emulator/state/json';
import type { Clock } from '../emulator/runtime/clock';
import { wayNames, type WayName } from './way';

/** Where records are sent, each way to its own path. */
export const RECEIVER = 'https://records.example';

/** When the record of a call came first, and how often. */
export interface Receipt {
  readonly at: number;
  times: number;
}

/** What gets the records of calls. It notes each record, also one that it has. */
export class Receiver {
  readonly receipts = new Map<WayName, Map<string, Receipt>>(wayNames.map((way) => [way, new Map()]));
  /** How many records it did not take, by the way on which they came. */
  readonly refused = new Map<WayName, number>();
  /** Whether it takes nothing. */
  isDown = false;
  readonly service: Service = service(({ url, json }) => {
    const way = url.pathname.slice(1) as WayName;
    if (this.isDown) {
      this.refused.set(way, (this.refused.get(way) ?? 0) + 1);
      return { status: 503, body: {} };
    }
    const { conversationId, detail } = fieldsOf(json);
    this.#note(way, String(conversationId ?? fieldsOf(fieldsOf(detail)['eventBody'])['conversationId']));
    return { body: {} };
  }).after(milliseconds(50));

  /** @param clock the clock of the org that sends */
  constructor(private readonly clock: () => Clock) {}

  #note(way: WayName, conversationId: string): void {
    const known = this.receipts.get(way)?.get(conversationId);
    if (known) known.times += 1;
    else this.receipts.get(way)?.set(conversationId, { at: this.clock().now(), times: 1 });
  }
}
