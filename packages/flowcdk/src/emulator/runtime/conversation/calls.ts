import type { User } from '../../state/tables/user';
import { addressOf } from './address';
import { type } from '../../../architect/expressions';
import { idIn, type Json } from '../../state/json';
import type { Flow } from '../../state/tables/flow';
import { isPublished } from '../../state/published';
import type { CallControl, Leg } from '../action-context';
import type { CallEnder, CutOffBy, FlowEnd } from '../events';
import { problemOf } from '../flow/flow-problem';
import { FlowRun, type FlowRuntime } from '../flow/flow-run';
import { type FlowProgram, programOf } from '../flow/program';
import { runFlow } from '../flow/run-flow';
import { answering } from '../schedules/open-hours';
import { begin, type Fiber } from '../steps';
import type { RecentlyEnded } from '../recently-ended';
import { CallLeg } from './call-leg';
import { CannotSteer } from './cannot-steer';
import { Conversation } from './conversation';
import { Dialled, type DiallingRuntime } from './dialled';
import type { Callee, VoicemailOptions } from './holder';
import type { DisconnectType, Participant } from './participant';
import { PlacedCall } from './placed-call';
import { Voicemail } from './voicemail';

export interface PlaceCall {
  /** The caller: E.164 (`+33142685300`), an address with its scheme, or `anonymous`. */
  readonly from: string;
  /** The number that is called, E.164. */
  readonly to: string;
  /** The caller's name, as the line tells it. */
  readonly name?: string | undefined;
  /** User-to-user information that comes with the call. */
  readonly uuiData?: string | undefined;
}

export interface DialCall {
  /** Id or name of an outbound call flow. */
  readonly flow: string;
  /** Who is called, E.164. */
  readonly to: string;
  /** The number they see. */
  readonly from: string;
  /** The name of who is called. */
  readonly name?: string | undefined;
}

interface Begun extends Omit<DialCall, 'flow'> {
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly uuiData?: string;
  readonly divisionId?: string;
}

/** How a flow takes a call over. */
export interface StartFlow {
  /** Whose part of the conversation the flow is. @default a participant of its own, of purpose `ivr` */
  readonly participant?: Participant;
  /** What the flow that gave the call away hands over, for `Flow.InvocationData`. */
  readonly invocationData?: Json;
}

/** What is known of a call while it lasts. */
interface Live {
  readonly conversation: Conversation;
  readonly leg: CallLeg;
  /** The newest flow on the call, and its steps while they go on. */
  run: FlowRun | undefined;
  fiber: Fiber | undefined;
  /** Whether a flow has the call. */
  flowing: boolean;
  /** How the flow ends when it is stopped. */
  stopped: FlowEnd;
  /** What has the call when the flow on it has ended. */
  next: (() => void) | undefined;
  /** How many flows began at the moment at which the newest one did. */
  begun: { readonly at: number; readonly flows: number };
}

/**
 * How many flows may begin on a call at one moment. Flows that hand a call to each other and let nothing be heard would
 * go on for ever; what the platform does is not documented: here the call ends (assumed).
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

/** What calls need of the runtime. */
export interface CallsRuntime extends FlowRuntime {
  readonly acd: FlowRuntime['acd'] & DiallingRuntime['acd'];
  readonly conversations: Map<string, Conversation>;
  readonly endedConversations: RecentlyEnded;
}

/** Calls to the numbers of the org. */
export class Calls implements CallControl {
  readonly #live = new Map<string, Live>();

  constructor(private readonly runtime: CallsRuntime) {}

  /** The line of a call under way; undefined for one that has ended. */
  legOf(conversationId: string): CallLeg | undefined {
    return this.#live.get(conversationId)?.leg;
  }

  /** Calls a number; undefined (and an event) where nobody is behind it. */
  place({ from, to, name, uuiData }: PlaceCall): PlacedCall | undefined {
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
      ...(divisionId === undefined ? {} : { divisionId }),
    });
  }

  /**
   * The org calls somebody, and a flow talks to who answers, as an outbound call flow does after a campaign has dialled;
   * there are no campaigns here, so what comes from contact lists is NOT_SET (assumed). Throws a {@link CannotSteer}
   * where the flow is none for that.
   */
  dial({ flow: name, to, from, name: called }: DialCall): PlacedCall {
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
      ...(divisionId === undefined ? {} : { divisionId }),
    });
  }

  /** A call begins: somebody is on the line, and a flow talks to them. */
  #begin(flow: Flow, { from, to, direction, name, uuiData, divisionId: known }: Begun): PlacedCall {
    const { org, log, clock } = this.runtime;
    const divisionId = known ?? org.all('division').find((division) => division.homeDivision === true)?.id;
    const inDivision = divisionId === undefined ? {} : { divisionId };
    const conversation = new Conversation(this.runtime, from, to, { direction, ...inDivision });
    conversation.uuiData = uuiData;
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
    const leg = new CallLeg(conversation, this.runtime.names.defaultLanguage());
    this.#live.set(conversation.id, {
      conversation,
      leg,
      run: undefined,
      fiber: undefined,
      flowing: false,
      stopped: 'hangUp',
      next: undefined,
      begun: { at: clock.now(), flows: 0 },
    });
    this.startFlow(leg, flow);
    return new PlacedCall(leg, () => log.afterwards(() => this.end(leg, 'caller')));
  }

  /** A flow takes the call over. */
  startFlow(leg: Leg, flow: Flow, { participant, invocationData }: StartFlow = {}): void {
    const live = this.#live.get(leg.conversation.id);
    const version = this.runtime.org.get('flowVersion', `${flow.id}/${flow.versions}.0`);
    if (!live || !version) return;
    const program = programOf(version);
    if (this.#beginsTooMany(live, program)) return this.end(leg, 'system', 'ERROR');
    // In a queue the caller is spoken to in the language of before, where the flow there has it (assumed).
    if (!participant || !has(program.tree.supportedLanguages, leg.language))
      leg.language = program.tree.defaultLanguage ?? leg.language;
    live.leg.newFlow();
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

  /** Whether flows begin on the call over and over at one moment. */
  #beginsTooMany(live: Live, { name }: FlowProgram): boolean {
    const now = this.runtime.clock.now();
    const { at, flows } = live.begun;
    live.begun = { at: now, flows: at === now ? flows + 1 : 1 };
    if (live.begun.flows <= MOST_FLOWS_AT_ONCE) return false;
    live.leg.log('limit.reached', { limit: 'call.flows.atOnce.max', value: MOST_FLOWS_AT_ONCE, what: name });
    return true;
  }

  /** Runs a flow on the call until it ends or is stopped. @param who whose part of the conversation it is */
  #run(live: Live, run: FlowRun, who: Participant): void {
    const { program } = run;
    live.run = run;
    live.stopped = 'hangUp';
    live.next = undefined;
    live.flowing = true;
    run.log('flow.started', { kind: program.kind, version: program.version });
    this.runtime.detail.flowStart(live.conversation, who, run);
    const fiber = begin(runFlow(run), (ended) => {
      if ('error' in ended && !problemOf(ended.error)) throw ended.error;
      this.#flowEnded(live, run, who, 'value' in ended ? ended.value.reason : live.stopped);
    });
    if (fiber.running) live.fiber = fiber;
  }

  #flowEnded(live: Live, run: FlowRun, who: Participant, reason: FlowEnd): void {
    const { detail, clock } = this.runtime;
    live.leg.view.end(run.program.name);
    run.log('flow.ended', { reason, actions: run.actions });
    if (who.purpose === 'ivr') {
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

  /** What has the call as soon as the flow that gives it away has ended; at once where no flow has it, but an agent. */
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

  /** Takes the flow off the call: an agent answered, or something else goes on with it. */
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
   * The call is over for the caller. A running flow stops where it is: a data action under way may finish, its result is
   * dropped; attributes that were written become visible, and workflows go on (assumed, `architect-runtime.md` E).
   */
  end(leg: Leg, by: CallEnder, disconnectType: DisconnectType = disconnectTypes[by]): void {
    const live = this.#live.get(leg.conversation.id);
    if (!live || leg.ended) return;
    const { conversation } = live;
    const now = this.runtime.clock.now();
    conversation.endedAt = now;
    this.stopFlow(leg, 'hangUp', 'hangUp');
    this.#live.delete(conversation.id);
    conversation.customer.endedAt = now;
    conversation.customer.disconnectType = disconnectType;
    leg.log('call.ended', { by, reason: disconnectType });
    const { holder } = leg;
    leg.holder = undefined;
    holder?.callEnded(by);
    this.runtime.detail.customerEnd(conversation);
    this.runtime.endedConversations.add(conversation.id);
  }
}

/** A flow takes part in the conversation on its own. */
function joinedBy(flow: Flow, program: FlowProgram, leg: Leg): Participant {
  const divisionId = idIn(flow, 'division');
  return leg.conversation.join({
    purpose: 'ivr',
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
