import type { Json, JsonObject } from '../state/json';

/**
 * Everything that can happen while the org lives, by the name it has in the event log. `docs/event-log.md` shows it to
 * readers of the log; names and fields stay as they are once released.
 */
export interface Events {
  /** A call reached the org. */
  'call.offered': { readonly from: string; readonly to: string };
  /** It is over for the caller. `reason`: the disconnect type of the customer, in the words of events. */
  'call.ended': { readonly by: CallEnder; readonly reason: string };
  /** Nobody is behind the number that was dialled. */
  'call.refused': { readonly to: string; readonly reason: string };

  /** The caller begins to hear something. Milliseconds: how long it lasts if nothing cuts it off. */
  'audio.started': {
    readonly text: string;
    readonly kind: 'speech' | 'prompt' | 'silence' | 'music';
    readonly milliseconds: number;
  };
  /** The caller heard it: to the end, or until a key or the end of the call cut it off. */
  'audio.ended': { readonly text: string; readonly heard: number; readonly cutOffBy?: CutOffBy };
  /** Audio waits until something plays what is queued. */
  'audio.queued': { readonly text: string };
  /** The caller presses keys. */
  'digits.pressed': { readonly digits: string };
  /** The caller says something; nobody understands it, but it is no silence. */
  'caller.spoke': { readonly milliseconds: number };
  /** A menu begins: what it says comes next. `keys`: those that choose something. */
  'menu.entered': { readonly menu: string; readonly keys: readonly string[] };
  /** `keys`: what chose it; absent where it is what happens when nobody chooses. */
  'menu.chosen': { readonly menu: string; readonly choice: string; readonly keys?: string };
  /** A key that chooses nothing, or none in time: the menu is said again, or left. */
  'menu.notChosen': { readonly menu: string; readonly keys?: string };
  /** From now on the flow speaks this language (a tag: `fr-fr`). */
  'language.set': { readonly language: string };
  /** The flow waits for keys: the caller hears nothing. */
  'input.awaited': { readonly atMost: number };
  /** The flow has waited for keys and goes on; `complete`: whether they are as many as it wants. */
  'input.taken': { readonly digits: string; readonly complete: boolean };

  /** A flow begins: on a call, in a queue, or by itself. `kind` as in its YAML. */
  'flow.started': { readonly kind: string; readonly version: string; readonly inputs?: JsonObject };
  /** A flow is over. `actions`: how many it has executed; `exitReason`: the text of End Workflow. */
  'flow.ended': {
    readonly reason: FlowEnd;
    readonly exitReason?: string;
    readonly outputs?: JsonObject;
    readonly actions: number;
  };
  /** The flow broke; what its error handling does comes next. */
  'flow.failed': { readonly problem: string; readonly handling: string };
  /** `index`: its place among the actions in the text of the flow, from 1. */
  'action.started': { readonly action: string; readonly kind: string; readonly index: number };
  /** One of its ways was taken, at this moment. */
  'action.took': { readonly action: string; readonly index: number; readonly path: string };
  /** `path`: the way it took, where it has several. */
  'action.ended': { readonly action: string; readonly kind: string; readonly path?: string };
  /** Something an action wants is not emulated. */
  'action.notEmulated': { readonly action: string; readonly kind: string; readonly why: string };
  /** An expression could not be evaluated: the flow breaks. */
  'expression.failed': { readonly expression: string; readonly problem: string };
  /** A variable got a value; null is NOT_SET. */
  'variable.set': { readonly variable: string; readonly value: Json };

  /** A data action is asked. `call` tells its events from those of others. */
  'dataAction.started': { readonly call: string; readonly dataAction: string; readonly inputs: JsonObject };
  /** One step of a data action is over. `result`: what it gave, `error`: what was wrong, `warning`: what the cloud may not let pass. */
  'dataAction.step': {
    readonly call: string;
    readonly dataAction: string;
    readonly step: string;
    readonly success: boolean;
    readonly result?: Json;
    readonly error?: string;
    readonly warning?: string;
  };
  /** A data action is over. `dropped`: nobody waits for its answer any more. */
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
  /** The answer came, or why none did. */
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
  /** From now on everybody sees what was written. */
  'attributes.visible': { readonly participantId: string; readonly attributes: Readonly<Record<string, string>> };
  /** Participant data was read; null for what nobody wrote, or nobody sees yet. */
  'attributes.read': {
    readonly participantId: string;
    readonly attributes: Readonly<Record<string, string | null>>;
    readonly by: string;
  };

  /** The call waits in a queue. `position` counts from 1. */
  'queue.entered': {
    readonly queue: string;
    readonly queueId: string;
    readonly priority: number;
    readonly position: number;
  };
  /** It waits no more. `waited`: for how long. */
  'queue.left': {
    readonly queue: string;
    readonly outcome: 'ANSWERED' | 'ABANDON' | 'FLOW_OUT';
    readonly waited: number;
  };
  /** It rings at an agent. */
  'agent.alerted': { readonly agent: string };
  /** They did not answer in time, or declined; the call waits again. */
  'agent.missed': { readonly agent: string; readonly declined: boolean };
  /** An agent answers: the caller is heard. */
  'agent.answered': { readonly agent: string };
  /** What the agent hears before the caller is connected. */
  'agent.whispered': { readonly agent: string; readonly text: string };
  /** The script the agent sees with the call. */
  'agent.screenPop': { readonly agent: string; readonly script: string; readonly inputs: JsonObject };
  /** The agent puts the caller on hold. */
  'agent.held': { readonly agent: string };
  /** The agent takes the caller back from hold. */
  'agent.resumed': { readonly agent: string };
  /** The agent has left the call. `reason`: the disconnect type of the agent. */
  'agent.left': { readonly agent: string; readonly reason: string };
  /** The agent's after-call work is over. */
  'agent.wrappedUp': { readonly agent: string; readonly wrapUpCode?: string };
  /** In the words of `flow.end`: `NUMBER`, `ACD_VOICEMAIL` … */
  'transfer.started': { readonly transferType: string; readonly to: string };
  /** Somebody who was called answers. */
  'transfer.answered': { readonly to: string };
  /** The caller is recorded. */
  'voicemail.started': { readonly to: string };
  /** The recording is over. */
  'voicemail.left': { readonly to: string; readonly milliseconds: number };
  /** User-to-user information that goes out with the call. */
  'uuiData.set': { readonly data: string; readonly mode: string };
  /** A transfer failed: the flow goes on with its failure path. */
  'transfer.failed': { readonly to: string; readonly problem: string };

  /** A platform event, as triggers, notifications and EventBridge get it. */
  'event.published': { readonly topic: string; readonly event: JsonObject };
  /** An event of the platform meets the criteria of a trigger. */
  'trigger.matched': { readonly trigger: string; readonly topic: string };
  /** An event of the platform reached a trigger that launches nothing for it. */
  'trigger.skipped': { readonly trigger: string; readonly topic: string; readonly why: string };
  /** `mismatched`: inputs whose field of the event has another type; they stay NOT_SET. */
  'trigger.launched': { readonly trigger: string; readonly flow: string; readonly mismatched?: readonly string[] };
  /** Something goes wrong on purpose, by a plan of faults or a service that fails. */
  'fault.applied': { readonly what: string; readonly to: string };
  /** A limit of the platform is reached; what is beyond it fails. */
  'limit.reached': { readonly limit: string; readonly value: number; readonly what: string };
  /** A flow outcome got its value. */
  'outcome.set': { readonly outcome: string; readonly value: string };
  /** A flow has passed a milestone. */
  'milestone.reached': { readonly milestone: string };
  /** Users were written to; `medium`: `email`, `chat`. */
  'notification.sent': {
    readonly medium: string;
    readonly to: readonly string[];
    readonly subject?: string;
    readonly body: string;
  };
  /** The caller will be called back. */
  'callback.created': { readonly queue: string; readonly phoneNumber: string };
}

/** Who ended a call; `callee`: somebody it was transferred to, outside of queues. */
export type CallEnder = 'caller' | 'flow' | 'agent' | 'callee' | 'system';

/** What cut audio off; `flow`: what the flow waited for came, or an agent answered. */
export type CutOffBy = 'digit' | 'voice' | 'hangUp' | 'flow';

/** How a flow came to its end. */
export type FlowEnd = 'completed' | 'disconnect' | 'transfer' | 'hangUp' | 'error' | 'terminated' | 'returned';

/** The name of a kind of event in the log, such as `call.ended`. */
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

/** The events of one kind: ``EventOf<'call.ended'>``. */
export type EventOf<K extends EventName> = Extract<LoggedEvent, { readonly type: K }>;
