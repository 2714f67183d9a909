import type { Json, JsonObject } from '../state/json';

/**
 * Everything that can happen while the org lives, by its name in the event log. `docs/event-log.md` shows it to readers
 * of the log. Names and fields do not change after their release.
 */
export interface Events {
  /** A call reached the org. */
  'call.offered': { readonly from: string; readonly to: string };
  /**
   * The call has ended for the caller. `reason`: the disconnect type of the customer, in the words of the platform's
   * events.
   */
  'call.ended': { readonly by: CallEnder; readonly reason: string };
  /** The caller dialled a number that nobody has. */
  'call.refused': { readonly to: string; readonly reason: string };

  /** The caller begins to hear something. `milliseconds`: how long it lasts if nothing cuts it off. */
  'audio.started': {
    readonly text: string;
    readonly kind: 'speech' | 'prompt' | 'silence' | 'music';
    readonly milliseconds: number;
  };
  /** The caller heard the audio to its end, or until something cut it off (`cutOffBy`). */
  'audio.ended': { readonly text: string; readonly heard: number; readonly cutOffBy?: CutOffBy };
  /** Audio was queued. The caller hears it when something plays the queue. */
  'audio.queued': { readonly text: string };
  /** The caller presses keys. */
  'digits.pressed': { readonly digits: string };
  /** The caller speaks. Nothing understands the words, but they end a silence. */
  'caller.spoke': { readonly milliseconds: number };
  /** A menu begins. Its prompt comes next. `keys`: the keys that choose something. */
  'menu.entered': { readonly menu: string; readonly keys: readonly string[] };
  /** The menu takes a choice. `keys`: the keys that chose it; absent if it is the default choice. */
  'menu.chosen': { readonly menu: string; readonly choice: string; readonly keys?: string };
  /** The caller pressed a key that chooses nothing, or no key in time. The menu speaks again or ends. */
  'menu.notChosen': { readonly menu: string; readonly keys?: string };
  /** From now on the flow speaks this language (a tag: `fr-fr`). */
  'language.set': { readonly language: string };
  /** The flow waits for keys: the caller hears nothing. */
  'input.awaited': { readonly atMost: number };
  /** The flow has waited for keys and goes on. `complete`: whether the input is a valid answer. */
  'input.taken': { readonly digits: string; readonly complete: boolean };

  /** A flow begins: on a call, in a queue, or by itself. `kind`: the kind of flow, as in its YAML. */
  'flow.started': { readonly kind: string; readonly version: string; readonly inputs?: JsonObject };
  /** A flow has ended. `actions`: how many actions it executed. `exitReason`: the text of End Workflow. */
  'flow.ended': {
    readonly reason: FlowEnd;
    readonly exitReason?: string;
    readonly outputs?: JsonObject;
    readonly actions: number;
  };
  /** The flow broke. Its error handling comes next. */
  'flow.failed': { readonly problem: string; readonly handling: string };
  /** An action begins. `index`: its place among the actions in the text of the flow, from 1. */
  'action.started': { readonly action: string; readonly kind: string; readonly index: number };
  /** The action took one of its paths, at this moment. */
  'action.took': { readonly action: string; readonly index: number; readonly path: string };
  /** An action has ended. `path`: the path that it took, if it has several. */
  'action.ended': { readonly action: string; readonly kind: string; readonly path?: string };
  /** The local org does not emulate something that an action needs. */
  'action.notEmulated': { readonly action: string; readonly kind: string; readonly why: string };
  /** An expression could not be evaluated. The flow breaks. */
  'expression.failed': { readonly expression: string; readonly problem: string };
  /** A variable got a value; null means NOT_SET. */
  'variable.set': { readonly variable: string; readonly value: Json };

  /** A data action begins. `call` identifies this execution in later events. */
  'dataAction.started': { readonly call: string; readonly dataAction: string; readonly inputs: JsonObject };
  /**
   * One step of a data action is over. `result`: its result. `error`: why it failed. `warning`: something that the
   * cloud may refuse.
   */
  'dataAction.step': {
    readonly call: string;
    readonly dataAction: string;
    readonly step: string;
    readonly success: boolean;
    readonly result?: Json;
    readonly error?: string;
    readonly warning?: string;
  };
  /** A data action has ended. `dropped`: nobody waits for its answer any more. */
  'dataAction.ended': {
    readonly call: string;
    readonly dataAction: string;
    readonly outcome: 'success' | 'failure' | 'timeout' | 'dropped';
    readonly status?: number;
    readonly errorCode?: string;
    readonly milliseconds: number;
  };
  /** A request left the org. `url` has a mark in place of each secret: `***apiKey***`. */
  'http.requested': { readonly call: string; readonly method: string; readonly url: string; readonly service?: string };
  /** An answer came, or the reason why none came. */
  'http.answered': {
    readonly call: string;
    readonly status?: number;
    readonly problem?: string;
    readonly milliseconds: number;
  };

  /** Somebody wrote participant data. Others may not see it yet. */
  'attributes.written': {
    readonly participantId: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly by: string;
  };
  /** Everybody sees the written participant data from now on. */
  'attributes.visible': { readonly participantId: string; readonly attributes: Readonly<Record<string, string>> };
  /** A flow read participant data. An attribute is null if nobody wrote it, or if it is not visible yet. */
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
  /** The call has left the queue. `waited`: how long it waited. */
  'queue.left': {
    readonly queue: string;
    readonly outcome: 'ANSWERED' | 'ABANDON' | 'FLOW_OUT';
    readonly waited: number;
  };
  /** The call rings at an agent. */
  'agent.alerted': { readonly agent: string };
  /** The agent did not answer in time, or declined. The call waits again. */
  'agent.missed': { readonly agent: string; readonly declined: boolean };
  /** An agent answers and hears the caller. */
  'agent.answered': { readonly agent: string };
  /** The agent hears a text before the caller is connected. */
  'agent.whispered': { readonly agent: string; readonly text: string };
  /** The agent sees a script with the call. */
  'agent.screenPop': { readonly agent: string; readonly script: string; readonly inputs: JsonObject };
  /** The agent puts the caller on hold. */
  'agent.held': { readonly agent: string };
  /** The agent takes the caller back from hold. */
  'agent.resumed': { readonly agent: string };
  /** The agent has left the call. `reason`: the disconnect type of the agent. */
  'agent.left': { readonly agent: string; readonly reason: string };
  /** The agent's after-call work is over. */
  'agent.wrappedUp': { readonly agent: string; readonly wrapUpCode?: string };
  /** A transfer begins. `transferType` in the words of `flow.end`: `NUMBER`, `ACD_VOICEMAIL` … */
  'transfer.started': { readonly transferType: string; readonly to: string };
  /** The target of a transfer answers. */
  'transfer.answered': { readonly to: string };
  /** The recording of a voicemail begins. */
  'voicemail.started': { readonly to: string };
  /** The recording of a voicemail has ended. */
  'voicemail.left': { readonly to: string; readonly milliseconds: number };
  /** A flow set user-to-user information that goes out with the call. */
  'uuiData.set': { readonly data: string; readonly mode: string };
  /** A flow labelled the conversation. */
  'utilizationLabel.set': { readonly label: string };
  /** A flow took the label from the conversation. */
  'utilizationLabel.cleared': { readonly label?: string };
  /** The caller agreed to be recorded. */
  'recording.enabled': Readonly<Record<never, never>>;
  /** A flow will talk to the caller when the agent has hung up. */
  'postFlow.set': { readonly flow: string };
  /** No flow follows the call any more. */
  'postFlow.cleared': Readonly<Record<never, never>>;
  /** The agent has hung up, and the post-flow takes the call. */
  'postFlow.started': { readonly flow: string };
  /** A transfer failed. The flow goes on with the failure path. */
  'transfer.failed': { readonly to: string; readonly problem: string };

  /** The platform published an event, in the form that triggers, notifications and EventBridge get. */
  'event.published': { readonly topic: string; readonly event: JsonObject };
  /** An event of the platform meets the criteria of a trigger. */
  'trigger.matched': { readonly trigger: string; readonly topic: string };
  /** A trigger got an event of the platform and launched nothing. `why`: the reason. */
  'trigger.skipped': { readonly trigger: string; readonly topic: string; readonly why: string };
  /**
   * A trigger launched a workflow. `mismatched`: inputs that stay NOT_SET, because their field of the event has another
   * type.
   */
  'trigger.launched': { readonly trigger: string; readonly flow: string; readonly mismatched?: readonly string[] };
  /** The bus took an event from Genesys Cloud, or a replay sent it again. `rules`: the rules that it matches. */
  'bus.received': { readonly source: string; readonly topic: string; readonly rules: readonly string[] };
  /** The bus did not take an event. Genesys Cloud tries again for four days. */
  'bus.delayed': { readonly source: string; readonly topic: string };
  /** The target of a rule took an event. `retries`: how often it did not before. */
  'bus.delivered': { readonly rule: string; readonly topic: string; readonly retries: number };
  /** The target of a rule did not take an event. */
  'bus.failed': { readonly rule: string; readonly topic: string; readonly retries: number; readonly why: string };
  /** An event went into the dead-letter queue of a rule. */
  'bus.deadLettered': { readonly rule: string; readonly topic: string; readonly why: string };
  /** Nobody will get an event of the bus any more. */
  'bus.lost': { readonly source: string; readonly topic: string; readonly why: string };
  /** Something fails on purpose: a plan of faults or a service says so. */
  'fault.applied': { readonly what: string; readonly to: string };
  /** A limit of the platform is reached. Everything beyond it fails. */
  'limit.reached': { readonly limit: string; readonly value: number; readonly what: string };
  /** A flow asked a decision table. `row`: the row that fits, from 1; absent if none does. */
  'decisionTable.called': { readonly table: string; readonly row?: number };
  /** A flow outcome got its value. */
  'outcome.set': { readonly outcome: string; readonly value: string };
  /** A flow has passed a milestone. */
  'milestone.reached': { readonly milestone: string };
  /** A flow wrote to users. `medium`: `email` or `chat`. */
  'notification.sent': {
    readonly medium: string;
    readonly to: readonly string[];
    readonly subject?: string;
    readonly body: string;
  };
  /**
   * A callback for the caller was put in a queue. `callback`: the id of its conversation. `scheduledTime`: ISO 8601,
   * UTC; absent if an agent should call as soon as possible.
   */
  'callback.created': {
    readonly queue: string;
    readonly phoneNumber: string;
    readonly callback: string;
    readonly scheduledTime?: string;
  };
  /** Somebody changed a scheduled callback. */
  'callback.rescheduled': { readonly queue: string; readonly phoneNumber: string; readonly scheduledTime?: string };
  /**
   * An agent calls the customer. `attempt` counts from 1. Without `agent` the org calls, because its queue wants the
   * customer first.
   */
  'callback.dialled': { readonly agent?: string; readonly phoneNumber: string; readonly attempt: number };
  /** The customer answers. They talk to the agent, or wait for one where the org called. */
  'callback.answered': { readonly agent?: string; readonly phoneNumber: string };
  /** The customer was not reached. `nextTry`: ISO 8601, UTC; absent if nobody calls again. */
  'callback.notAnswered': {
    readonly agent?: string;
    readonly phoneNumber: string;
    readonly outcome: 'busy' | 'noAnswer' | 'cutOff';
    readonly nextTry?: string;
  };
  /** The callback is over. `outcome`: whether agent and customer talked. */
  'callback.ended': { readonly outcome: 'reached' | 'notReached' | 'cancelled'; readonly by: CallEnder };

  /** A customer wrote to a number of the org. The conversation is the one in `conversationId`. `message`: its id. */
  'message.received': {
    readonly message: string;
    readonly channel: string;
    readonly from: string;
    readonly to: string;
    readonly text: string;
  };
  /** A customer wrote to an address that no flow is routed to. */
  'message.unrouted': {
    readonly channel: string;
    readonly from: string;
    readonly to: string;
    readonly problem: string;
  };
  /**
   * A conversation of messages has ended. A reply within the threading window goes on with it. `reason`: the disconnect
   * type of the customer.
   */
  'conversation.ended': { readonly by: CallEnder; readonly reason: string };

  /** The org took a message to a person. `channel`: `sms`, `email` … `message`: its id. */
  'message.queued': {
    readonly message: string;
    readonly channel: string;
    readonly from: string;
    readonly to: string;
    readonly text: string;
    readonly subject?: string;
  };
  /** The message has left the org. */
  'message.sent': { readonly message: string; readonly channel: string; readonly to: string };
  /** The message has reached the person. */
  'message.delivered': { readonly message: string; readonly channel: string; readonly to: string };
  /** The message did not reach the person. */
  'message.failed': {
    readonly message: string;
    readonly channel: string;
    readonly to: string;
    readonly problem: string;
  };
  /** The platform refused to send a message. */
  'message.refused': { readonly channel: string; readonly to: string; readonly problem: string };
  /** Somebody wrote to a chat group through a webhook. */
  'chat.posted': { readonly message: string; readonly text: string };
  /** The analysis of a conversation is ready. `score`: from −100 to 100; absent if there was nothing to judge. */
  'sentiment.ready': { readonly score?: number };
}

/** Who ended a call. `callee`: a person outside of queues to whom the call was transferred. */
export type CallEnder = 'caller' | 'flow' | 'agent' | 'callee' | 'system';

/** What cut audio off. `flow`: the flow got what it waited for, or an agent answered. */
export type CutOffBy = 'digit' | 'voice' | 'hangUp' | 'flow';

/** How a flow ended. */
export type FlowEnd = 'completed' | 'disconnect' | 'transfer' | 'hangUp' | 'error' | 'terminated' | 'returned';

/** The name of a kind of event in the log, such as `call.ended`. */
export type EventName = keyof Events;

/** The conversation, run and flow that an event belongs to. */
export interface EventPlace {
  readonly conversationId?: string;
  /** Id of the run of the flow. */
  readonly executionId?: string;
  /** Name of the flow. */
  readonly flow?: string;
}

/** An event of the log. */
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
