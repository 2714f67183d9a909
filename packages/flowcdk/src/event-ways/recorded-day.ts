import { type LocalOrg } from '../testing';
import type { ListenerCounts } from './listener-process';
import { type LimitUse, PerMinute } from './per-minute';
import type { Receiver } from './receiver';
import { type Effort, efforts, type WayName } from './way';

/** How long records took, from the end of a call. Seconds. */
export interface Delay {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** What one way did with the calls of the day. */
export interface WayResult extends Effort {
  readonly way: WayName;
  /** Calls whose record came. */
  readonly recorded: number;
  /** Calls whose record never came, although the way hears of such calls. */
  readonly lost: number;
  /** Calls that the way never hears of. */
  readonly unheard: number;
  /** Calls whose record came more than once. */
  readonly doubled: number;
  /** Calls whose record came more than a minute after their end. */
  readonly late: number;
  readonly delay: Delay;
  /** Requests to the platform's API. */
  readonly apiCalls: number;
  readonly limits: readonly LimitUse[];
  /** What happened on the way, in numbers. */
  readonly happened: Readonly<Record<string, number>>;
}

/** A record that comes later than this is late. Milliseconds. */
const LATE = 60_000;

/** What happened on the day, whatever became of the events. */
export class RecordedDay {
  readonly apiCalls: PerMinute;
  readonly #launches: PerMinute;
  readonly #dataActions: PerMinute;
  /** When each call was over for its caller. */
  readonly #ended = new Map<string, number>();
  /** The calls that came into a queue. */
  readonly #queued = new Set<string>();
  readonly #bus = { waited: 0, failed: 0 };

  constructor(private readonly org: LocalOrg) {
    const { log, clock } = org.runtime;
    const now = (): number => clock.now();
    this.apiCalls = new PerMinute(now);
    this.#launches = new PerMinute(now);
    this.#dataActions = new PerMinute(now);
    log.listenTo(['event.published'], ({ topic, conversationId = '', at }) => {
      if (topic.endsWith('.customer.end')) this.#ended.set(conversationId, at);
    });
    log.listenTo(['queue.entered'], ({ conversationId = '' }) => void this.#queued.add(conversationId));
    log.listenTo(['trigger.launched'], () => this.#launches.add());
    log.listenTo(['dataAction.started'], () => this.#dataActions.add());
    log.listenTo(['bus.delayed'], () => (this.#bus.waited += 1));
    log.listenTo(['bus.failed'], () => (this.#bus.failed += 1));
  }

  resultOf(way: WayName, receiver: Receiver, listener: ListenerCounts): WayResult {
    const receipts = receiver.receipts.get(way) ?? new Map<string, never>();
    const delays = [...receipts].map(([id, { at }]) => at - (this.#ended.get(id) ?? at)).sort((a, b) => a - b);
    const missing = [...this.#ended.keys()].filter((id) => !receipts.has(id));
    // The listener hears the topics of queues.
    const unheard = way === 'listener' ? missing.filter((id) => !this.#queued.has(id)).length : 0;
    return {
      way,
      recorded: receipts.size,
      lost: missing.length - unheard,
      unheard,
      doubled: [...receipts.values()].filter(({ times }) => times > 1).length,
      late: delays.filter((delay) => delay > LATE).length,
      delay: delayOf(delays),
      apiCalls: way === 'listener' ? this.apiCalls.all : 0,
      limits: this.#limitsOf(way),
      ...efforts[way],
      happened: { refusedByReceiver: receiver.refused.get(way) ?? 0, ...this.#happenedOn(way, listener) },
    };
  }

  #limitsOf(way: WayName): readonly LimitUse[] {
    if (way === 'listener') return [this.apiCalls.of('client.credentials.token.rate.per.minute')];
    if (way === 'bus') return [];
    return [
      this.#launches.of('event.orchestration.workflow.invocations.per.minute'),
      this.#dataActions.of('requests.volume.max'),
    ];
  }

  #happenedOn(way: WayName, listener: ListenerCounts): Readonly<Record<string, number>> {
    const { bus } = this.org;
    if (way === 'trigger') return { launches: this.#launches.all, dataActions: this.#dataActions.all };
    if (way === 'listener') {
      const { gaps, refilled, duplicates, deadLetters } = listener;
      return { gaps, refilled, duplicatesRemoved: duplicates, deadLetters };
    }
    return {
      received: bus.received,
      waitedForBus: this.#bus.waited,
      failedTries: this.#bus.failed,
      deadLetters: bus.deadLetters.length,
    };
  }
}

function delayOf(sorted: readonly number[]): Delay {
  const at = (share: number): number => (sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0) / 1000;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}
