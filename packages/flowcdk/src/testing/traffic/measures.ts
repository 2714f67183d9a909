import type { EventOf, LoggedEvent } from '../../emulator/runtime/events';
import type { Runtime } from '../../emulator/runtime/runtime';
import { silenceEvents, SilenceMeter, totalSilence } from '../../inspect/timeline';
import type { Callers } from './callers';

/** The 50th, 95th and 99th percentile, in milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** A limit of the platform that was reached. */
export interface ReachedLimit {
  /** By the platform's own name. */
  readonly limit: string;
  readonly value: number;
  /** Milliseconds from the beginning. */
  readonly firstAt: number;
  /** Calls that came in the minute before. */
  readonly callsPerMinute: number;
  readonly times: number;
}

/** The measurements of many calls. */
export interface Measured {
  readonly calls: number;
  /** Calls that no flow answered: no call route, or closed. */
  readonly refused: number;
  readonly answeredByAgents: number;
  /** Silences in which callers heard nothing and were not asked anything, until a queue or an agent took the call. */
  readonly silence: Spread;
  /**
   * The same, but the processing prompt counts as silence. The platform plays it for three seconds while a call waits
   * for an answer.
   */
  readonly wait: Spread;
  /** For each outcome of the callers, the share of calls that had it. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly dataActions: number;
  /** Requests that data actions made to the platform's own API. */
  readonly apiCalls: number;
  readonly failedDataActions: number;
  /** How many data actions ran at the same time, at most. */
  readonly peakSlots: number;
  /** The same in each stretch of time, in order. */
  readonly slots: readonly number[];
  readonly callsAtOnce: number;
  readonly limits: readonly ReachedLimit[];
}

interface MeasuredCall {
  readonly silence: SilenceMeter;
  readonly wait: SilenceMeter;
  /** The run of the flow that has the call. */
  executionId: string | undefined;
  /** Whether that flow waits for a data action. */
  waiting: boolean;
  /** The processing prompt that plays. */
  processing: string | undefined;
  /** The outcomes that the call had. */
  readonly outcomes: Set<string>;
}

const kinds = [
  ...silenceEvents,
  'flow.started',
  'attributes.visible',
  'dataAction.started',
  'dataAction.ended',
  'http.requested',
  'limit.reached',
  'call.refused',
  'callback.created',
] as const;

/** Listens to an org while many people call. Keeps only the calls under way. */
export class Measures {
  readonly #calls = new Map<string, MeasuredCall>();
  readonly #silences: number[] = [];
  readonly #waits: number[] = [];
  readonly #offered: number[] = [];
  readonly #slots: number[] = [];
  readonly #limits = new Map<string, ReachedLimit>();
  readonly #from: number;
  #count = 0;
  #refused = 0;
  #answered = 0;
  readonly #outcomes: Map<string, number>;
  #dataActions = 0;
  #failed = 0;
  #apiCalls = 0;
  #slotsNow = 0;
  #peak = 0;
  #atOnce = 0;
  #callsNow = 0;
  #settled = 0;

  /** @param stretch length of a stretch of time, in milliseconds */
  /** The conversations of callbacks. */
  readonly #callbacks = new Set<string>();

  constructor(
    runtime: Runtime,
    private readonly stretch: number,
    private readonly outcomes: NonNullable<Callers['outcomes']> = {},
  ) {
    this.#outcomes = new Map(Object.keys(outcomes).map((name) => [name, 0]));
    this.#from = runtime.clock.now();
    runtime.log.listenTo(kinds, (event) => this.#hear(event));
  }

  /** Calls that were answered by an agent, or ended. */
  get done(): number {
    return this.#settled;
  }

  get limitReached(): boolean {
    return this.#limits.size > 0;
  }

  measured(): Measured {
    const calls = this.#count;
    // A data action that finds no free place begins and ends without one.
    const most = this.#limits.get('actions.concurrent.executions.max')?.value ?? Infinity;
    const share = (n: number): number => (calls === 0 ? 0 : n / calls);
    return {
      calls,
      refused: this.#refused,
      answeredByAgents: this.#answered,
      silence: spreadOf(this.#silences),
      wait: spreadOf(this.#waits),
      outcomes: Object.fromEntries([...this.#outcomes].map(([name, times]) => [name, share(times)])),
      dataActions: this.#dataActions,
      apiCalls: this.#apiCalls,
      failedDataActions: this.#failed,
      peakSlots: Math.min(this.#peak, most),
      slots: this.#slots.map((slots) => Math.min(slots, most)),
      callsAtOnce: this.#atOnce,
      limits: [...this.#limits.values()],
    };
  }

  #hear(event: LoggedEvent): void {
    const { conversationId = '' } = event;
    const call = this.#calls.get(conversationId);
    switch (event.type) {
      case 'call.offered':
        return this.#begin(conversationId, event);
      case 'call.refused':
        this.#refused += 1;
        return;
      case 'flow.started':
        if (call && event.kind !== 'workflow') call.executionId = event.executionId;
        return;
      case 'attributes.visible':
        if (!call) return;
        for (const [name, holds] of Object.entries(this.outcomes)) {
          if (holds(event.attributes)) call.outcomes.add(name);
        }
        return;
      case 'callback.created':
        this.#callbacks.add(event.callback);
        return;
      case 'agent.answered':
        // Who takes a callback answers no call.
        if (this.#callbacks.has(conversationId)) return;
        this.#answered += 1;
        if (call) hear(call, event);
        return this.#settle(conversationId, call);
      case 'call.ended':
        this.#callsNow -= 1;
        if (call) hear(call, event);
        return this.#settle(conversationId, call);
      case 'dataAction.started':
        this.#dataActions += 1;
        this.#use(event.at, 1);
        if (call && event.executionId === call.executionId) call.waiting = true;
        return;
      case 'dataAction.ended':
        if (event.outcome !== 'success') this.#failed += 1;
        this.#use(event.at, -1);
        if (call && event.executionId === call.executionId) call.waiting = false;
        return;
      case 'http.requested':
        if (event.url.startsWith('/api/')) this.#apiCalls += 1;
        return;
      case 'limit.reached':
        return this.#reached(event.limit, event.value, event.at);
      default:
        if (call) hear(call, event);
    }
  }

  #begin(conversationId: string, offered: EventOf<'call.offered'>): void {
    this.#count += 1;
    this.#callsNow += 1;
    this.#atOnce = Math.max(this.#atOnce, this.#callsNow);
    this.#offered.push(offered.at);
    const call: MeasuredCall = {
      silence: new SilenceMeter(),
      wait: new SilenceMeter(),
      executionId: undefined,
      waiting: false,
      processing: undefined,
      outcomes: new Set(),
    };
    hear(call, offered);
    this.#calls.set(conversationId, call);
  }

  /** Outcomes after the agent's answer do not count. */
  #settle(conversationId: string, call: MeasuredCall | undefined): void {
    if (!call) return;
    this.#calls.delete(conversationId);
    this.#settled += 1;
    this.#silences.push(totalSilence(call.silence.silences));
    this.#waits.push(totalSilence(call.wait.silences));
    for (const name of call.outcomes) this.#outcomes.set(name, (this.#outcomes.get(name) ?? 0) + 1);
  }

  #use(at: number, change: 1 | -1): void {
    const before = this.#slotsNow;
    this.#slotsNow += change;
    const most = Math.max(before, this.#slotsNow);
    const stretch = Math.floor((at - this.#from) / this.stretch);
    // In stretches without events, the data actions under way still count.
    for (let i = this.#slots.length; i < stretch; i += 1) this.#slots[i] = before;
    this.#slots[stretch] = Math.max(this.#slots[stretch] ?? 0, most);
    this.#peak = Math.max(this.#peak, most);
  }

  #reached(limit: string, value: number, at: number): void {
    const known = this.#limits.get(limit);
    if (known) {
      this.#limits.set(limit, { ...known, times: known.times + 1 });
      return;
    }
    const callsPerMinute = this.#offered.filter((offered) => offered > at - 60_000).length;
    this.#limits.set(limit, { limit, value, firstAt: at - this.#from, callsPerMinute, times: 1 });
  }
}

/** Reports what a caller hears to both meters. The processing prompt is no silence, but waiting. */
function hear(call: MeasuredCall, event: Parameters<SilenceMeter['hear']>[0]): void {
  call.silence.hear(event);
  if (event.type === 'audio.started' && call.waiting && event.kind === 'prompt') call.processing = event.text;
  else if (event.type === 'audio.ended' && event.text === call.processing) call.processing = undefined;
  else call.wait.hear(event);
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
