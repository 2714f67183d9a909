/**
 * What an action can do, on one page: the interfaces of everything an action is handed when a flow comes to it. The
 * classes behind them (`FlowRun`, `CallLeg`, `Conversation`, `Acd`, `Calls`, `Runtime`) know actions only by this page,
 * and actions know only this page, so that an action can be tested with a small fake.
 */
import type { Action, ActionKind, ActionNode } from '../../architect/actions';
import type { Type, Value } from '../../architect/expressions';
import type { ValueNode } from '../../architect/values';
import type { Json, JsonObject } from '../state/json';
import type { Flow } from '../state/tables/flow';
import type { User } from '../state/tables/user';
import type { AcdRequest } from './conversation/acd-request';
import type { Callback } from './conversation/callback';
import type { Callee, Holder, TransferType, VoicemailOptions } from './conversation/holder';
import type { Participant } from './conversation/participant';
import type { FlowView, ParticipantData } from './conversation/participant-data';
import type { DataActionRunner } from './data-actions/data-action-runner';
import type { CallEnder, EventName, EventPlace, Events } from './events';
import type { End, Inputs, Jump, Next, Outcome } from './flow/jump';
import type { FlowProgram, Place } from './flow/program';
import type { Variables } from './flow/variables';
import type { Foundation } from './foundation';
import type { Steps } from './steps';
import type { Line } from './voice/line';
import type { Utterance } from './voice/speech';

/** What an action does when a flow comes to it; steps where it takes time. Throws a `FlowProblem` to break the flow. */
export type RunAction<K extends ActionKind> = (action: ActionNode<K>, run: Run) => Outcome | Steps<Outcome>;

/** What every kind of action does. */
export type Runners = { readonly [K in ActionKind]: RunAction<K> } & {
  readonly unknown: (action: Extract<Action, { kind: 'unknown' }>, run: Run) => Outcome | Steps<Outcome>;
};

/** The run of a flow that an action is a part of. */
export interface Run {
  readonly id: string;
  /** The published version that runs: its tree, its names and where they lead. */
  readonly program: Omit<FlowProgram, 'literals' | 'compiled' | 'speech'>;
  /** The call it serves; undefined in workflows. `onCall` breaks a flow that serves none. */
  readonly leg: Leg | undefined;
  /** The conversation it serves, or that it was launched for. */
  readonly conversationId: string | undefined;
  /** What it was launched with, for `Flow.InvocationData`. */
  readonly invocationData: Json | undefined;
  /** The org around it. */
  readonly runtime: LiveOrg;
  readonly variables: Pick<Variables, 'get'>;
  readonly outcomes: Outcomes;
  /** When it began, and until when it may run; milliseconds since 1970. */
  readonly startedAt: number;
  readonly endsAt: number;
  /** `Support line / Ask twice / What is your call about?` */
  readonly path: string;
  /** Where its events belong. */
  readonly place: EventPlace;
  log<K extends EventName>(type: K, fields: Events[K]): void;
  /** The value of a field: null is NOT_SET. Throws what breaks the flow. */
  value(node: ValueNode | undefined, type: Type): Value;
  /** The text of a field; undefined where it is NOT_SET. */
  text(node: ValueNode | undefined, type: Type): string | undefined;
  /** The type of a variable, as the place declares it where the run is. */
  typeOf(name: string): Type | undefined;
  /** Gives a variable a value. */
  set(name: string, value: Value): void;
  /** Gives the variable an output is bound to a value; does nothing where nobody asked for it. */
  bind(binding: ValueNode | undefined, value: Value): void;
  /** Lets milliseconds pass, but not more than the flow has left: then it breaks. */
  sleep(milliseconds: number): Steps<void>;
  /** Breaks a workflow that has run for too long. */
  checkTime(): void;
  /** Counts one more action than those of the tree: a menu that is entered, a turn of a loop. */
  countEntry(): void;
  /** Does what an action does. */
  act(action: Action): Outcome | Steps<Outcome>;
  /** Follows what an action came to until it is clear where the flow goes on: for turns of loops. */
  through(outcome: Outcome): Steps<Next>;
  /** Takes steps as a part of something: its name stands in the path meanwhile. */
  inside<T>(name: string, steps: () => Steps<T>): Steps<T>;
  /** Runs a task, menu or state from its start to where the flow goes next. */
  enter(place: Place, inputs?: Inputs): Steps<Jump>;
  /** A common module, ready to run on the call of this run, and its variables. */
  module(program: FlowProgram, inputs: Inputs): { readonly variables: Pick<Variables, 'get'>; run(): Steps<End> };
}

/** What a run measures of its success. Ids and names are those of the org's flow outcomes and milestones. */
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
  /** Whether the call is over for the caller. */
  readonly ended: boolean;
  /** Language tag of what is said. */
  language: string;
  /** What only in-queue flows know, by the name of the variable: `Call.PositionInQueue`. */
  inQueue: ReadonlyMap<string, () => Value>;
  /** The music of the in-queue flow on the call. */
  holdPrompt: (() => Value) | undefined;
  /** Who has the call when no flow does. */
  holder: Holder | undefined;
  /** How the flow gave the call away; for its end. */
  transferType: TransferType | undefined;
  /** What the next agent hears before the caller is connected. */
  whisper: string | undefined;
  /** What the next agent sees with the call. */
  screenPop: { readonly script: string; readonly inputs: JsonObject } | undefined;
  /** Whether what is queued is heard when the flow enters its next task or menu. */
  flushOnEntry: boolean;
  /** What the caller typed last, for `Flow.$lastInput`. */
  lastInput: string | null;
  log<K extends EventName>(type: K, fields: Events[K]): void;
  /** Audio as the caller would hear it now; undefined where there is nothing to hear. */
  utterance(value: Value): Utterance | undefined;
}

/** The line to a caller as a flow has it: it plays and listens; the caller alone presses keys and speaks. */
export type CallersLine = Omit<Line, 'press' | 'speak' | 'open'>;

/** What is known of a conversation. Addresses are as the platform writes them: `tel:+33142685300`. */
export interface ConversationRecord {
  readonly id: string;
  readonly place: EventPlace;
  readonly from: string;
  readonly to: string;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly divisionId: string | undefined;
  readonly customer: Participant;
  readonly participants: readonly Participant[];
  /** Whose part the flow on the call is. */
  readonly flowParticipant: Participant | undefined;
  /** The attributes of the participants, as everybody sees them. */
  readonly data: Pick<ParticipantData, 'of' | 'write'>;
  externalTag: string | undefined;
  uuiData: string | undefined;
  participant(id: string): Participant | undefined;
  /** Somebody takes part from now on. */
  join(fields: Omit<Participant, 'id' | 'sessionId' | 'startedAt'>): Participant;
}

/** The org around a run. */
export interface LiveOrg extends Pick<Foundation, 'org' | 'clock' | 'settings' | 'names'> {
  /** Conversations under way, and those that ended of late, by id. */
  readonly conversations: ReadonlyMap<string, ConversationRecord>;
  readonly dataActions: Pick<DataActionRunner, 'execute'>;
  readonly acd: Queues;
  readonly calls: CallControl;
  /** Publishes that a flow gave a participant a wrap-up code. */
  readonly detail: { wrapup(of: ConversationRecord, who: Participant): void };
}

/** The queues of the org. */
export interface Queues {
  /** A call comes into a queue. */
  enter(leg: Leg, request: AcdRequest): void;
  /** A flow takes the call out of the queue it waits in. */
  flowOut(leg: Leg): void;
  /** Changes what a waiting call is worth; false where the call waits in no queue. */
  setPriority(conversationId: string, priority: number): boolean;
  /** Changes which agents a waiting call wants; false where the call waits in no queue. */
  setSkills(conversationId: string, skillIds: readonly string[], languageId?: string): boolean;
  createCallback(leg: Leg, callback: Omit<Callback, 'conversationId' | 'createdAt'>): void;
}

/** What can be done with a call as a whole. */
export interface CallControl {
  /** A published flow takes the call over; `invocationData` is what it reads as `Flow.InvocationData`. */
  startFlow(leg: Leg, flow: Flow, options?: { readonly invocationData?: Json }): void;
  /** What has the call as soon as the flow that gives it away has ended. */
  afterFlow(leg: Leg, next: () => void): void;
  end(leg: Leg, by: CallEnder): void;
  /** A user of the org, to be rung for the caller. */
  user(leg: Leg, user: User): Callee;
  /** A number outside of the org, to be rung for the caller. */
  number(leg: Leg, number: string): Callee;
  /** The caller leaves a message from now on. */
  takeMessage(leg: Leg, options: VoicemailOptions): void;
}
