import type { Json, JsonObject } from '../state/json';

/**
 * Everything that can happen while the org lives, by the name it has in the event log. `docs/event-log.md` shows it to
 * readers of the log; names and fields stay as they are once released.
 */
export interface Events {
  /** A call reached the org. */
  'call.offered': { readonly from: string; readonly to: string };
  /** A flow, queue or agent took it. */
  'call.ended': { readonly by: 'caller' | 'flow' | 'agent' | 'system'; readonly reason: string };
  /** Nobody is behind the number that was dialled. */
  'call.refused': { readonly to: string; readonly reason: string };

  /** The caller begins to hear something. Milliseconds: how long it lasts if nothing cuts it off. */
  'audio.started': {
    readonly text: string;
    readonly kind: 'speech' | 'prompt' | 'silence' | 'music';
    readonly milliseconds: number;
  };
  /** The caller heard it: to the end, or until a key or the end of the call cut it off. */
  'audio.ended': { readonly text: string; readonly heard: number; readonly cutOffBy?: 'digit' | 'hangUp' };
  /** Audio waits until something plays what is queued. */
  'audio.queued': { readonly text: string };
  'digits.pressed': { readonly digits: string };
  /** The flow waits for keys: the caller hears nothing. */
  'input.awaited': { readonly atMost: number };
  'input.taken': { readonly digits: string; readonly complete: boolean };

  'flow.started': { readonly kind: string; readonly version: string; readonly inputs?: JsonObject };
  'flow.ended': {
    readonly reason: FlowEnd;
    readonly exitReason?: string;
    readonly outputs?: JsonObject;
    readonly actions: number;
  };
  /** The flow broke; what its error handling does comes next. */
  'flow.failed': { readonly problem: string; readonly handling: string };
  'action.started': { readonly action: string; readonly kind: string };
  /** `path`: the way it took, where it has several. */
  'action.ended': { readonly action: string; readonly kind: string; readonly path?: string };
  /** Something an action wants is not emulated. */
  'action.notEmulated': { readonly action: string; readonly kind: string; readonly why: string };
  'expression.failed': { readonly expression: string; readonly problem: string };
  'variable.set': { readonly variable: string; readonly value: Json };

  /** A data action is asked. `call` tells its events from those of others. */
  'dataAction.started': { readonly call: string; readonly dataAction: string; readonly inputs: JsonObject };
  'dataAction.step': {
    readonly call: string;
    readonly dataAction: string;
    readonly step: string;
    readonly success: boolean;
    readonly result?: Json;
    readonly error?: string;
  };
  'dataAction.ended': {
    readonly call: string;
    readonly dataAction: string;
    readonly outcome: 'success' | 'failure' | 'timeout' | 'dropped';
    readonly status?: number;
    readonly errorCode?: string;
    readonly milliseconds: number;
  };
  /** A request left the org; secrets are masked. */
  'http.requested': { readonly call: string; readonly method: string; readonly url: string; readonly service?: string };
  'http.answered': {
    readonly call: string;
    readonly status?: number;
    readonly problem?: string;
    readonly milliseconds: number;
  };

  /** Participant data was written; not everybody sees it yet. */
  'attributes.written': {
    readonly participantId: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly by: string;
  };
  'attributes.visible': { readonly participantId: string; readonly attributes: Readonly<Record<string, string>> };
  'attributes.read': {
    readonly participantId: string;
    readonly attributes: Readonly<Record<string, string | null>>;
    readonly by: string;
  };

  'queue.entered': {
    readonly queue: string;
    readonly queueId: string;
    readonly priority: number;
    readonly position: number;
  };
  'queue.left': {
    readonly queue: string;
    readonly outcome: 'ANSWERED' | 'ABANDON' | 'FLOW_OUT';
    readonly waited: number;
  };
  'agent.alerted': { readonly agent: string };
  'agent.answered': { readonly agent: string };
  'agent.left': { readonly agent: string; readonly reason: string };
  'agent.wrappedUp': { readonly agent: string; readonly wrapUpCode?: string };
  'transfer.failed': { readonly to: string; readonly problem: string };

  /** A platform event, as triggers, notifications and EventBridge get it. */
  'event.published': { readonly topic: string; readonly event: JsonObject };
  'trigger.matched': { readonly trigger: string; readonly topic: string };
  'trigger.skipped': { readonly trigger: string; readonly topic: string; readonly why: string };
  'trigger.launched': { readonly trigger: string; readonly flow: string };
  'fault.applied': { readonly what: string; readonly to: string };
  'limit.reached': { readonly limit: string; readonly value: number; readonly what: string };
  'outcome.set': { readonly outcome: string; readonly value: string };
  'milestone.reached': { readonly milestone: string };
  'callback.created': { readonly queue: string; readonly number: string; readonly at?: string };
}

/** How a flow came to its end. */
export type FlowEnd = 'completed' | 'disconnect' | 'transfer' | 'hangUp' | 'error' | 'terminated' | 'returned';

export type EventName = keyof Events;

/** Whose event it is. */
export interface EventPlace {
  readonly conversationId?: string;
  /** The run of a flow. */
  readonly executionId?: string;
  /** Name of the flow. */
  readonly flow?: string;
}

/** What the log holds, in order. */
export type LoggedEvent = {
  [K in EventName]: {
    /** Counts from 1. */
    readonly number: number;
    /** Milliseconds since 1970, UTC, by the clock of the org. */
    readonly at: number;
    readonly type: K;
  } & EventPlace & { readonly [F in keyof Events[K]]: Events[K][F] };
}[EventName];

export type EventOf<K extends EventName> = Extract<LoggedEvent, { readonly type: K }>;
