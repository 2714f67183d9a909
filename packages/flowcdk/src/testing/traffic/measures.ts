import type { EventOf, LoggedEvent } from '../../emulator/runtime/events';
import type { Runtime } from '../../emulator/runtime/runtime';
import { silenceEvents, SilenceMeter, totalSilence } from '../../inspect/timeline';
import type { Callers } from './callers';

/** How long half, 19 in 20 and 99 in 100 had to take at most. Milliseconds. */
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

/** What came of many calls. */
export interface Measured {
  readonly calls: number;
  /** Calls nobody was there for: no call route, or closed. */
  readonly refused: number;
  readonly answeredByAgents: number;
  /** In which callers heard nothing and were not asked anything, until a queue or an agent took the call. */
  readonly silence: Spread;
  /** The same with the processing prompt, which the platform plays for three seconds while a call waits for an answer. */
  readonly wait: Spread;
  /** Share of the calls of which each of the callers' outcomes is true. */
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

interface OneCall {
  readonly silence: SilenceMeter;
  readonly wait: SilenceMeter;
  /** The run of the flow that has the call. */
  executionId: string | undefined;
  /** Whether that flow waits for a data action. */
  waiting: boolean;
  /** The processing prompt that plays. */
  processing: string | undefined;
  /** Those outcomes that became true. */
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
] as const;

/** Listens to an org while many people call; holds no more than the calls under way. */
export class Measures {
  readonly #calls = new Map<string, OneCall>();
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
    // One that finds all places taken begins and ends without one.
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
      case 'agent.answered':
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
    const call: OneCall = {
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

  /** What comes after the agent's answer does not count. */
  #settle(conversationId: string, call: OneCall | undefined): void {
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
    // Nothing happened meanwhile, but something was under way.
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

/** What a caller hears, for both meters: the processing prompt is no silence, but waiting. */
function hear(call: OneCall, event: Parameters<SilenceMeter['hear']>[0]): void {
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
