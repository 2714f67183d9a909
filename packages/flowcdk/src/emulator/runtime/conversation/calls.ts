import type { User } from '../../state/tables/user';
import { addressOf } from './address';
import { type } from '../../../architect/expressions';
import { idIn, type Json } from '../../state/json';
import type { Flow } from '../../state/tables/flow';
import { isPublished } from '../../state/published';
import type { CallControl, Leg } from '../action-context';
import type { CallEnder, CutOffBy, FlowEnd } from '../events';
import { problemOf } from '../flow/problem-of';
import { FlowRun, type FlowRuntime } from '../flow/flow-run';
import { type FlowProgram, programOf } from '../flow/program';
import { runFlow } from '../flow/run-flow';
import { answering } from '../schedules/open-hours';
import { begin, type Fiber } from '../steps';
import type { RecentlyEnded } from '../recently-ended';
import { CallLeg } from './call-leg';
import { CannotSteer } from './cannot-steer';
import { Conversation } from './conversation';
import type { DialledContact } from './dialled-contact';
import { Dialled, type DiallingRuntime } from './dialled';
import { exitReasons, type FlowSession } from './flow-session';
import type { Callee, VoicemailOptions } from './holder';
import type { DisconnectType, Participant } from './participant';
import { PlacedCall } from './placed-call';
import { Voicemail } from './voicemail';

export interface PlaceCall {
  /** The caller: E.164 (`+33142685300`), an address with its scheme, or `anonymous`. */
  readonly from: string;
  /** The called number, E.164. */
  readonly to: string;
  /** The caller's name, as the telephone network shows it. */
  readonly name?: string | undefined;
  /** User-to-user information that comes with the call. */
  readonly uuiData?: string | undefined;
  /** The headers of the call's first INVITE, as BYOC Cloud hands them on. @default none */
  readonly sipHeaders?: Readonly<Record<string, string>> | undefined;
}

export interface DialCall {
  /** Id or name of an outbound call flow. */
  readonly flow: string;
  /** The called number, E.164. */
  readonly to: string;
  /** The number that the called person sees. */
  readonly from: string;
  /** The name of the called person. */
  readonly name?: string | undefined;
  /**
   * The values of the contact by the name of their column. Without them `Call.Contact` and its kin are NOT_SET.
   */
  readonly contact?: Readonly<Record<string, string>> | undefined;
  /** The id of the contact. @default a new id */
  readonly contactId?: string | undefined;
  /** The name of the campaign that dials. */
  readonly campaign?: string | undefined;
}

interface Begun {
  readonly to: string;
  readonly from: string;
  readonly name?: string;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly contact?: DialledContact;
  readonly uuiData?: string;
  readonly sipHeaders?: Readonly<Record<string, string>>;
  readonly divisionId?: string;
}

/** Options for a flow that takes a call over. */
export interface StartFlow {
  /** The participant that the flow acts as. @default a participant of its own, of purpose `ivr` */
  readonly participant?: Participant;
  /** The data that the transferring flow passes, for `Flow.InvocationData`. */
  readonly invocationData?: Json;
}

/** The state of a call while it lasts. */
interface Live {
  readonly conversation: Conversation;
  readonly leg: CallLeg;
  /** The newest flow on the call. `fiber`: its steps while they run. */
  run: FlowRun | undefined;
  fiber: Fiber | undefined;
  /** Whether a flow has the call. */
  flowing: boolean;
  /** The end that the flow reports if something stops it. */
  stopped: FlowEnd;
  /** Hands the call over when the flow on it has ended. */
  next: (() => void) | undefined;
  /** How many flows began at the same moment as the newest one. */
  begun: { readonly at: number; readonly flows: number };
}

/**
 * How many flows may begin on a call at one moment. Flows that hand a call to each other and play nothing would go on
 * for ever. The platform's behaviour is not documented. The local org ends the call (assumed).
 */
const MOST_FLOWS_AT_ONCE = 100;

/** Why the customer's side ends, by who ended the call (believed). */
const disconnectTypes: Readonly<Record<CallEnder, DisconnectType>> = {
  caller: 'ENDPOINT',
  flow: 'PEER',
  agent: 'PEER',
  callee: 'PEER',
  system: 'SYSTEM',
};

const PROMPT = type('prompt');

/** The parts of the runtime that calls need. */
export interface CallsRuntime extends FlowRuntime {
  readonly acd: FlowRuntime['acd'] & DiallingRuntime['acd'];
  readonly conversations: Map<string, Conversation>;
  readonly endedConversations: RecentlyEnded;
  readonly callbacks: FlowRuntime['callbacks'] & {
    /** The conversation of a callback has ended. */
    end(conversationId: string, by: CallEnder): void;
    /** A call has ended: its callbacks may begin. */
    afterCall(conversationId: string): void;
  };
  readonly sentiments: { afterCall(conversationId: string): void };
}

/** Calls to the numbers of the org. */
export class Calls implements CallControl {
  readonly #live = new Map<string, Live>();

  constructor(private readonly runtime: CallsRuntime) {}

  /** The leg of a call under way; undefined if the call has ended. */
  legOf(conversationId: string): CallLeg | undefined {
    return this.#live.get(conversationId)?.leg;
  }

  /** Calls a number. Gives undefined and logs an event if no call route has the number. */
  place({ from, to, name, uuiData, sipHeaders }: PlaceCall): PlacedCall | undefined {
    const { org, log, clock } = this.runtime;
    const dialled = to.replace(/^tel:/, '');
    const ivr = org.all('ivr').find((route) => (route.dnis ?? []).includes(dialled));
    const flow = ivr ? answering(ivr, org, clock.now()) : 'no call route has this number';
    if (typeof flow === 'string') {
      log.add('call.refused', {}, { to: dialled, reason: flow });
      return undefined;
    }
    const divisionId = idIn(ivr, 'division');
    return this.#begin(flow, {
      from: addressOf(from),
      to: addressOf(dialled),
      direction: 'INBOUND',
      ...(name === undefined ? {} : { name }),
      ...(uuiData === undefined ? {} : { uuiData }),
      ...(sipHeaders === undefined ? {} : { sipHeaders }),
      ...(divisionId === undefined ? {} : { divisionId }),
    });
  }

  /**
   * Calls a number from the org. An outbound call flow talks to the person who answers, as after the dialling of a
   * campaign. The local org has no campaigns and no contact lists: the caller gives the contact. Throws a {@link
   * CannotSteer} if the flow is no outbound call flow.
   */
  dial({ flow: name, to, from, name: called, contact, contactId, campaign }: DialCall): PlacedCall {
    const { org } = this.runtime;
    const named = org.all('flow').filter((candidate) => candidate.name === name);
    const flow = org.get('flow', name) ?? named.find(({ type }) => type === 'OUTBOUNDCALL') ?? named[0];
    if (flow?.type !== 'OUTBOUNDCALL') {
      throw new CannotSteer(`there is no outbound call flow '${name}'${flow ? `: it is of type ${flow.type}` : ''}`);
    }
    if (!isPublished(flow)) throw new CannotSteer(`the outbound call flow '${name}' is not published`);
    const divisionId = idIn(flow, 'division');
    return this.#begin(flow, {
      from: addressOf(from),
      to: addressOf(to),
      direction: 'OUTBOUND',
      ...(called === undefined ? {} : { name: called }),
      ...(contact === undefined
        ? {}
        : { contact: { id: contactId ?? this.runtime.newId(), columns: contact, campaign } }),
      ...(divisionId === undefined ? {} : { divisionId }),
    });
  }

  /** Begins a call: somebody is on the line, and a flow talks to them. */
  #begin(flow: Flow, begun: Begun): PlacedCall {
    const { from, to, direction, name, uuiData, sipHeaders = {}, contact, divisionId: known } = begun;
    const { org, log, clock } = this.runtime;
    const divisionId = known ?? org.all('division').find((division) => division.homeDivision === true)?.id;
    const inDivision = divisionId === undefined ? {} : { divisionId };
    const conversation = new Conversation(this.runtime, from, to, { direction, ...inDivision });
    conversation.uuiData = uuiData;
    conversation.sipHeaders = sipHeaders;
    conversation.contact = contact;
    this.runtime.conversations.set(conversation.id, conversation);
    const customer = conversation.join({
      purpose: 'customer',
      address: direction === 'INBOUND' ? from : to,
      ...(name === undefined ? {} : { name }),
      ...inDivision,
    });
    customer.connectedAt = clock.now();
    log.add('call.offered', conversation.place, { from, to });
    this.runtime.detail.customerStart(conversation);
    const leg = this.open(conversation);
    this.startFlow(leg, flow);
    return new PlacedCall(leg, () => log.afterwards(() => this.end(leg, 'caller')));
  }

  /** Opens the customer's side of a conversation. No flow has it yet. */
  open(conversation: Conversation): CallLeg {
    const leg = new CallLeg(conversation, this.runtime.names.defaultLanguage());
    this.#live.set(conversation.id, {
      conversation,
      leg,
      run: undefined,
      fiber: undefined,
      flowing: false,
      stopped: 'hangUp',
      next: undefined,
      begun: { at: this.runtime.clock.now(), flows: 0 },
    });
    return leg;
  }

  /** Hands the call to a flow. */
  startFlow(leg: Leg, flow: Flow, { participant, invocationData }: StartFlow = {}): void {
    const live = this.#live.get(leg.conversation.id);
    const version = this.runtime.org.get('flowVersion', `${flow.id}/${flow.versions}.0`);
    if (!live || !version) return;
    const program = programOf(version);
    if (this.#beginsTooMany(live, program)) return this.end(leg, 'system', 'ERROR');
    // An in-queue flow keeps the language of the call if it supports that language (assumed).
    if (!participant || !has(program.tree.supportedLanguages, leg.language))
      leg.language = program.tree.defaultLanguage ?? leg.language;
    live.leg.newFlow(program.kind === 'secureCall');
    const who = participant ?? joinedBy(flow, program, leg);
    who.connectedAt ??= this.runtime.clock.now();
    const run = new FlowRun(this.runtime, {
      id: this.runtime.newId(),
      program,
      leg,
      ...(invocationData === undefined ? {} : { invocationData }),
    });
    leg.holdPrompt = () => run.value(program.tree.settingsInQueueCall?.holdMusic, PROMPT);
    this.#run(live, run, who);
  }

  /** Whether too many flows begin on the call at one moment. */
  #beginsTooMany(live: Live, { name }: FlowProgram): boolean {
    const now = this.runtime.clock.now();
    const { at, flows } = live.begun;
    live.begun = { at: now, flows: at === now ? flows + 1 : 1 };
    if (live.begun.flows <= MOST_FLOWS_AT_ONCE) return false;
    live.leg.log('limit.reached', { limit: 'call.flows.atOnce.max', value: MOST_FLOWS_AT_ONCE, what: name });
    return true;
  }

  /** Runs a flow on the call until it ends or something stops it. @param who the participant that the flow acts as */
  #run(live: Live, run: FlowRun, who: Participant): void {
    const { program } = run;
    live.run = run;
    live.stopped = 'hangUp';
    live.next = undefined;
    live.flowing = true;
    run.log('flow.started', { kind: program.kind, version: program.version });
    const { flowId, name, version } = program;
    const session: FlowSession = {
      flowId,
      name,
      version,
      startedAt: run.startedAt,
      startingLanguage: live.leg.language,
    };
    (who.flows ??= []).push(session);
    this.runtime.detail.flowStart(live.conversation, who, run);
    const fiber = begin(runFlow(run), (ended) => {
      if ('error' in ended && !problemOf(ended.error)) throw ended.error;
      const reason = 'value' in ended ? ended.value.reason : live.stopped;
      endSession(session, run, reason);
      this.#flowEnded(live, run, who, reason);
    });
    if (fiber.running) live.fiber = fiber;
  }

  #flowEnded(live: Live, run: FlowRun, who: Participant, reason: FlowEnd): void {
    const { detail, clock } = this.runtime;
    live.leg.view.end(run.program.name);
    run.log('flow.ended', { reason, actions: run.actions });
    if (who.purpose === 'ivr' || who.purpose === 'workflow') {
      who.endedAt = clock.now();
      who.disconnectType = flowDisconnects[reason];
    }
    detail.flowEnd(live.conversation, who, run, reason);
    if (live.run === run) {
      live.fiber = undefined;
      live.flowing = false;
    }
    this.#afterFlow(live, reason);
  }

  user(leg: Leg, user: User): Callee {
    return Dialled.user(this.runtime, leg, user);
  }

  number(leg: Leg, number: string): Callee {
    return Dialled.number(this.runtime, leg, number);
  }

  takeMessage(leg: Leg, options: VoicemailOptions): void {
    const voicemail = new Voicemail(this.runtime, leg, options);
    leg.holder = voicemail;
    voicemail.start();
  }

  /**
   * Hands the call over as soon as the flow that transfers it has ended. If an agent has the call instead of a flow, it
   * hands it over at once.
   */
  afterFlow(leg: Leg, next: () => void): void {
    const live = this.#live.get(leg.conversation.id);
    if (live?.flowing === true) live.next = next;
    else if (live) next();
  }

  #afterFlow(live: Live, reason: FlowEnd): void {
    const { leg, next } = live;
    live.next = undefined;
    if (leg.ended || reason === 'hangUp' || reason === 'terminated') return;
    if (reason === 'transfer') next?.();
    else this.end(leg, reason === 'error' ? 'system' : 'flow', reason === 'error' ? 'ERROR' : undefined);
  }

  /** Stops the flow on the call, because an agent answered or something else takes the call over. */
  stopFlow(leg: Leg, stopped: FlowEnd, cutOffBy: CutOffBy): void {
    const live = this.#live.get(leg.conversation.id);
    leg.line.close(cutOffBy);
    if (!live) return;
    live.stopped = stopped;
    const { fiber } = live;
    live.fiber = undefined;
    fiber?.stop();
  }

  /**
   * Hands the call to its post-flow when the other side has hung up. The post-flow of a call runs once (assumed).
   *
   * @returns false if the call has none, or if the flow is not published any more
   */
  #postFlow(leg: Leg, by: CallEnder): boolean {
    const { postFlow, holder } = leg;
    leg.postFlow = undefined;
    const flow = postFlow && this.runtime.org.get('flow', postFlow.flow.id);
    if (!flow || !isPublished(flow)) return false;
    leg.holder = undefined;
    holder?.callEnded(by);
    leg.line.close('flow');
    leg.log('postFlow.started', { flow: flow.name });
    const { invocationData } = postFlow;
    this.startFlow(leg, flow, invocationData === undefined ? {} : { invocationData });
    return true;
  }

  /**
   * Ends the call for the caller, or hands it to its post-flow. A running flow stops where it is. A data action under way may finish, but its result
   * is dropped. Written attributes become visible, and workflows go on (assumed).
   */
  end(leg: Leg, by: CallEnder, disconnectType: DisconnectType = disconnectTypes[by]): void {
    const live = this.#live.get(leg.conversation.id);
    if (!live || leg.ended) return;
    if ((by === 'agent' || by === 'callee') && this.#postFlow(leg, by)) return;
    const { conversation } = live;
    const { callbacks, sentiments } = this.runtime;
    const now = this.runtime.clock.now();
    conversation.endedAt = now;
    this.stopFlow(leg, 'hangUp', 'hangUp');
    this.#live.delete(conversation.id);
    conversation.customer.endedAt = now;
    conversation.customer.disconnectType = disconnectType;
    this.#logEnd(leg, by, disconnectType);
    if (conversation.mediaType === 'CALLBACK') callbacks.end(conversation.id, by);
    const { holder } = leg;
    leg.holder = undefined;
    holder?.callEnded(by);
    this.runtime.detail.customerEnd(conversation);
    this.runtime.endedConversations.add(conversation.id, conversation.bytes);
    callbacks.afterCall(conversation.id);
    sentiments.afterCall(conversation.id);
  }

  #logEnd(leg: Leg, by: CallEnder, reason: DisconnectType): void {
    const { mediaType } = leg.conversation;
    if (mediaType === 'VOICE') leg.log('call.ended', { by, reason });
    else if (mediaType === 'MESSAGE') leg.log('conversation.ended', { by, reason });
  }
}

/** Completes the record of a flow that has ended on a call. */
function endSession(session: FlowSession, { runtime, leg, outcomes }: FlowRun, reason: FlowEnd): void {
  session.endedAt = runtime.clock.now();
  session.exitReason = exitReasons[reason];
  session.outcomes = outcomes.outcomes;
  if (leg) session.endingLanguage = leg.language;
  if (reason === 'transfer' && leg?.transferType) session.transferType = leg.transferType;
}

/** Adds a participant of its own for a flow. */
function joinedBy(flow: Flow, program: FlowProgram, leg: Leg): Participant {
  const divisionId = idIn(flow, 'division');
  return leg.conversation.join({
    // A flow that answers messages has another purpose than one that answers calls (believed).
    purpose: leg.conversation.mediaType === 'MESSAGE' ? 'workflow' : 'ivr',
    name: program.name,
    flowId: flow.id,
    ...(divisionId === undefined ? {} : { divisionId }),
  });
}

/** Why the participant of a flow leaves (believed). */
const flowDisconnects: Readonly<Record<FlowEnd, DisconnectType>> = {
  completed: 'CLIENT',
  returned: 'CLIENT',
  disconnect: 'CLIENT',
  transfer: 'TRANSFER',
  hangUp: 'PEER',
  error: 'ERROR',
  terminated: 'TRANSFER',
};

const has = (languages: ReadonlyMap<string, unknown> | undefined, language: string): boolean =>
  [...(languages?.keys() ?? [])].some((tag) => tag.toLowerCase() === language.toLowerCase());
