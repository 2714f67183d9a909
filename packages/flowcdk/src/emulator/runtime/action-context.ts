/**
 * What an action can do, on one page: the interfaces of everything that an action gets when a flow comes to it. Classes
 * implement them (`FlowRun`, `CallLeg`, `Conversation`, `Acd`, `Calls`, `Runtime`). Actions and these classes know each
 * other only by this page. A test can therefore run an action with a small fake.
 */
import type { Action, ActionKind, ActionNode } from '../../architect/actions';
import type { Type, Value } from '../../architect/expressions';
import type { ValueNode } from '../../architect/values';
import type { Json, JsonObject } from '../state/json';
import type { Flow } from '../state/tables/flow';
import type { SentMessage } from '../state/tables/sent-message';
import type { User } from '../state/tables/user';
import type { AcdRequest } from './conversation/acd-request';
import type { NewCallback } from './callbacks/new-callback';
import type { IncomingMessage } from './messages/incoming-message';
import type { NewMessage } from './messages/new-message';
import type { DialledContact } from './conversation/dialled-contact';
import type { Callee, Holder, TransferType, VoicemailOptions } from './conversation/holder';
import type { CallbackFields, MediaType, Participant } from './conversation/participant';
import type { FlowView, ParticipantData } from './conversation/participant-data';
import type { DataActionRunner } from './data-actions/data-action-runner';
import type { CallEnder, EventName, EventPlace, Events } from './events';
import type { End, Inputs, Jump, Next, Outcome } from './flow/jump';
import type { FlowProgram, Place } from './flow/program';
import type { Variables } from './flow/variables';
import type { Foundation } from './foundation';
import type { Send } from './services/http';
import type { Steps } from './steps';
import type { Line } from './voice/line';
import type { Utterance } from './voice/speech';

/**
 * What an action does when a flow comes to it. It gives steps if it takes time. It throws a `FlowProblem` to break the
 * flow.
 */
export type RunAction<K extends ActionKind> = (action: ActionNode<K>, run: Run) => Outcome | Steps<Outcome>;

/** What every kind of action does. */
export type Runners = { readonly [K in ActionKind]: RunAction<K> } & {
  readonly unknown: (action: Extract<Action, { kind: 'unknown' }>, run: Run) => Outcome | Steps<Outcome>;
};

/** The run of a flow that an action is a part of. */
export interface Run {
  readonly id: string;
  /** The published version that runs: its tree, and the entities that its names mean. */
  readonly program: Omit<FlowProgram, 'literals' | 'compiled' | 'speech'>;
  /**
   * The call that the flow serves; undefined in workflows. `onCall` gives this call, or breaks a flow that serves none.
   */
  readonly leg: Leg | undefined;
  /**
   * The conversation that the flow serves. For a workflow: the conversation that its input `Flow.conversationId` names,
   * if there is one.
   */
  readonly conversationId: string | undefined;
  /** The data that the launch passed, for `Flow.InvocationData`. */
  readonly invocationData: Json | undefined;
  /** The org that the flow runs in. */
  readonly runtime: LiveOrg;
  readonly variables: Pick<Variables, 'get'>;
  readonly outcomes: Outcomes;
  /** When the run began (milliseconds since 1970). `endsAt`: the latest moment until which it may run. */
  readonly startedAt: number;
  readonly endsAt: number;
  /** Whether it is a secure flow. What it knows stands in no log. */
  readonly isSecure: boolean;
  /** `Support line / Ask twice / What is your call about?` */
  readonly path: string;
  /** The place of its events in the log: conversation, run and flow. */
  readonly place: EventPlace;
  log<K extends EventName>(type: K, fields: Events[K]): void;
  /** The value of a field; null means NOT_SET. Throws a `FlowProblem` if the field cannot be evaluated. */
  value(node: ValueNode | undefined, type: Type): Value;
  /** The text of a field; undefined if the field is NOT_SET. */
  text(node: ValueNode | undefined, type: Type): string | undefined;
  /** The type of a variable, as the current container declares it, else as the flow does. */
  typeOf(name: string): Type | undefined;
  /** Sets a variable. */
  set(name: string, value: Value): void;
  /** Sets the variable that the flow bound to an output. Does nothing if the flow bound none. */
  bind(binding: ValueNode | undefined, value: Value): void;
  /** Lets milliseconds pass. Breaks the flow if its time is over before that. */
  sleep(milliseconds: number): Steps<void>;
  /** Breaks a workflow that has run for longer than it may. */
  checkTime(): void;
  /** Counts something that is no action of the tree as an action: entering a menu, or a turn of a loop. */
  countEntry(): void;
  /** Runs an action. */
  act(action: Action): Outcome | Steps<Outcome>;
  /** Follows the outcome of an action until it is clear where the flow goes on. Loops use it for their turns. */
  through(outcome: Outcome): Steps<Next>;
  /** Runs steps inside something that has a name. The name stands in the path meanwhile. */
  inside<T>(name: string, steps: () => Steps<T>): Steps<T>;
  /** Runs a task, menu or state. Gives the place where the flow goes on after it. */
  enter(place: Place, inputs?: Inputs): Steps<Jump>;
  /** A common module that is ready to run on the call of this run, and the module's variables. */
  module(program: FlowProgram, inputs: Inputs): { readonly variables: Pick<Variables, 'get'>; run(): Steps<End> };
}

/** The flow outcomes and milestones of a run. Ids and names are those that the org has for them. */
export interface Outcomes {
  begin(id: string, name: string): void;
  set(id: string, name: string, value: 'SUCCESS' | 'FAILURE'): void;
  reach(id: string, name: string, outcome?: { readonly id: string; readonly name: string }): void;
}

/** The caller's side of a call. */
export interface Leg {
  readonly conversation: ConversationRecord;
  readonly customer: Participant;
  /** What the caller hears and which keys they press. */
  readonly line: CallersLine;
  /** The caller's attributes, as the flow on the call sees them. */
  readonly view: Pick<FlowView, 'read' | 'write'>;
  /** Whether the call has ended for the caller. */
  readonly ended: boolean;
  /** The language in which the flow speaks, as a tag: `fr-fr`. */
  language: string;
  /** Values of the variables that only in-queue flows have, by variable name: `Call.PositionInQueue`. */
  inQueue: ReadonlyMap<string, () => Value>;
  /** The hold music of the in-queue flow on the call. */
  holdPrompt: (() => Value) | undefined;
  /** The queue, agent or called person that has the call when no flow has it. */
  holder: Holder | undefined;
  /** How the flow transferred the call. The event of its end reports it. */
  transferType: TransferType | undefined;
  /** The text that the next agent hears before the caller is connected. */
  whisper: string | undefined;
  /** The script that the next agent sees with the call. */
  screenPop: { readonly script: string; readonly inputs: JsonObject } | undefined;
  /** The flow that takes the call over when the agent has hung up. */
  postFlow: PostFlow | undefined;
  /** Whether the caller hears the queued audio when the flow enters its next task or menu. */
  flushOnEntry: boolean;
  /** In a conversation of messages: the message that the flow serves. */
  readonly message: IncomingMessage | undefined;
  /** The keys that the caller typed last, for `Flow.$lastInput`. */
  lastInput: string | null;
  log<K extends EventName>(type: K, fields: Events[K]): void;
  /** Audio as the caller would hear it now; undefined if there is nothing to hear. */
  utterance(value: Value): Utterance | undefined;
}

/** A flow that follows a call. */
export interface PostFlow {
  readonly flow: Flow;
  /** What the flow reads as `Flow.InvocationData`. */
  readonly invocationData: Json | undefined;
}

/** The flow's end of the line to a caller: it plays and listens. Only the caller's end presses keys and speaks. */
export type CallersLine = Omit<Line, 'press' | 'speak' | 'open'>;

/** A conversation and its data. Addresses have the form that the platform uses: `tel:+33142685300`. */
export interface ConversationRecord {
  readonly id: string;
  readonly place: EventPlace;
  readonly from: string;
  readonly to: string;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly divisionId: string | undefined;
  readonly mediaType: MediaType;
  readonly messageType: string | undefined;
  /** The fields of a callback in events. */
  readonly callback: CallbackFields | undefined;
  readonly customer: Participant;
  readonly participants: readonly Participant[];
  /** The participant that the flow on the call acts as. */
  readonly flowParticipant: Participant | undefined;
  /** The attributes of the participants, as everybody sees them. */
  readonly data: Pick<ParticipantData, 'of' | 'write'>;
  externalTag: string | undefined;
  uuiData: string | undefined;
  /** The headers of the INVITE that the call began with, by name. */
  readonly sipHeaders: Readonly<Record<string, string>>;
  /** The id of the utilization label. */
  utilizationLabelId: string | undefined;
  /** Whether the caller agreed to be recorded. */
  mayBeRecorded: boolean;
  /** The contact that an outbound call reaches. */
  readonly contact: DialledContact | undefined;
  participant(id: string): Participant | undefined;
  /** Adds a participant, who takes part from now on. */
  join(fields: Omit<Participant, 'id' | 'sessionId' | 'startedAt'>): Participant;
}

/** The org that a run lives in. */
export interface LiveOrg extends Pick<Foundation, 'org' | 'clock' | 'settings' | 'names'> {
  /** Conversations under way and conversations that ended lately, by id. */
  readonly conversations: ReadonlyMap<string, ConversationRecord>;
  readonly dataActions: Pick<DataActionRunner, 'execute'>;
  /** Plays what the local org cannot run, by the name that services have for it: `bot Orders`. */
  readonly standIns?: ((...names: readonly string[]) => Send | undefined) | undefined;
  readonly acd: Queues;
  readonly calls: CallControl;
  /** Callbacks of any queue. */
  readonly callbacks: { create(callback: NewCallback, place: EventPlace): unknown };
  /** Messages to customers. `send` throws a `MessageRefused`. */
  readonly outbox: { send(message: NewMessage, place: EventPlace): SentMessage };
  /** Publishes the event that a flow gave a participant a wrap-up code. */
  readonly detail: { wrapup(of: ConversationRecord, who: Participant): void };
}

/** The queues of the org. */
export interface Queues {
  /** Puts a call into a queue. */
  enter(leg: Leg, request: AcdRequest): void;
  /** Takes the call out of its queue, for a flow. */
  flowOut(leg: Leg): void;
  /** Changes the priority of a waiting call. Gives false if the call waits in no queue. */
  setPriority(conversationId: string, priority: number): boolean;
  /** Changes the skills that a waiting call needs. Gives false if the call waits in no queue. */
  setSkills(conversationId: string, skillIds: readonly string[], languageId?: string): boolean;
}

/** What an action can do with a call as a whole. */
export interface CallControl {
  /** Hands the call to a published flow. The flow reads `invocationData` as `Flow.InvocationData`. */
  startFlow(leg: Leg, flow: Flow, options?: { readonly invocationData?: Json }): void;
  /** Hands the call over as soon as the flow that transfers it has ended. */
  afterFlow(leg: Leg, next: () => void): void;
  end(leg: Leg, by: CallEnder): void;
  /** A user of the org whom the caller wants to reach. They can be rung. */
  user(leg: Leg, user: User): Callee;
  /** A number outside of the org that the caller wants to reach. It can be rung. */
  number(leg: Leg, number: string): Callee;
  /** Lets the caller leave a voicemail message from now on. */
  takeMessage(leg: Leg, options: VoicemailOptions): void;
}
