import { fieldsOf, idIn, itemsOf, textOf } from '../../state/json';
import type { Entity } from '../../state/org';
import type { FlowEnd } from '../events';
import { FlowRun, problemOf } from '../flow/flow-run';
import { programOf } from '../flow/program';
import { runFlow } from '../flow/run-flow';
import type { Runtime } from '../runtime';
import { isOpen } from '../schedules/open-hours';
import { begin, type Fiber } from '../steps';
import { CallLeg } from './call-leg';
import { Conversation, type Participant } from './conversation';

export interface PlaceCall {
  /** The caller: E.164 (`+33142685300`), an address with its scheme, or `anonymous`. */
  readonly from: string;
  /** The number that is called, E.164. */
  readonly to: string;
  /** The caller's name, as the line tells it. */
  readonly name?: string;
}

/** A call under way, as the person at the telephone has it. */
export interface PlacedCall {
  readonly conversation: Conversation;
  readonly leg: CallLeg;
  readonly ended: boolean;
  press(keys: string): void;
  hangUp(): void;
}

/** What is known of a call while it lasts. */
interface Live {
  readonly conversation: Conversation;
  readonly leg: CallLeg;
  fiber: Fiber | undefined;
  /** The flow on the call now. */
  run: FlowRun | undefined;
  participant: Participant | undefined;
}

/** Calls to the numbers of the org. */
export class Calls {
  readonly #live = new Map<string, Live>();

  constructor(private readonly runtime: Runtime) {}

  get liveCount(): number {
    return this.#live.size;
  }

  /** Calls a number; undefined (and an event) where nobody is behind it. */
  place({ from, to, name }: PlaceCall): PlacedCall | undefined {
    const { org, log } = this.runtime;
    const dialled = to.replace(/^tel:/, '');
    const ivr = org.all('ivr').find((one) => itemsOf(one['dnis']).includes(dialled));
    const flow = ivr && this.#flowNow(ivr);
    if (!flow) {
      const reason = ivr ? 'the call route has no flow for this hour' : 'no call route has this number';
      log.add('call.refused', {}, { to: dialled, reason });
      return undefined;
    }
    const conversation = new Conversation(this.runtime, address(from), address(dialled));
    this.runtime.conversations.set(conversation.id, conversation);
    const customer = conversation.join({
      purpose: 'customer',
      address: conversation.from,
      ...(name === undefined ? {} : { name }),
    });
    customer.connectedAt = this.runtime.clock.now();
    log.add('call.offered', { conversationId: conversation.id }, { from: conversation.from, to: conversation.to });
    this.runtime.detail.customerStart(conversation);
    const leg = new CallLeg(conversation, this.runtime.names.defaultLanguage());
    const live: Live = { conversation, leg, fiber: undefined, run: undefined, participant: undefined };
    this.#live.set(conversation.id, live);
    this.startFlow(leg, flow, 'ivr');
    return {
      conversation,
      leg,
      get ended() {
        return conversation.endedAt !== undefined;
      },
      press: (keys) => {
        if (conversation.endedAt === undefined) leg.line.press(keys);
      },
      hangUp: () => this.end(leg, 'caller', 'ENDPOINT'),
    };
  }

  /** A flow takes the call over. */
  startFlow(leg: CallLeg, flow: Entity, purpose: 'ivr' | 'acd', onEnd?: (reason: FlowEnd) => void): void {
    const live = this.#live.get(leg.conversation.id);
    const version = this.runtime.org.get('flowVersion', `${flow.id}/${flow['versions']}.0`);
    if (!live || !version) return;
    const program = programOf(version);
    leg.language = program.tree.defaultLanguage ?? leg.language;
    leg.newFlow();
    const participant =
      purpose === 'ivr' ? leg.conversation.join({ purpose, name: program.name, flowId: flow.id }) : live.participant;
    const run = new FlowRun(this.runtime, { id: this.runtime.newId(), program, leg });
    live.run = run;
    live.participant = participant;
    run.log('flow.started', { kind: program.kind, version: program.version });
    if (participant) this.runtime.detail.flowStart(leg.conversation, participant, run);
    live.fiber = begin(runFlow(run), (ended) => {
      if ('error' in ended && !problemOf(ended.error)) throw ended.error;
      const reason: FlowEnd = 'value' in ended ? ended.value.reason : 'hangUp';
      leg.view.end(program.name);
      run.log('flow.ended', { reason, actions: run.actions });
      if (participant) this.runtime.detail.flowEnd(leg.conversation, participant, run, reason);
      if (live.run === run) {
        live.run = undefined;
        live.fiber = undefined;
      }
      if (onEnd) onEnd(reason);
      else if (reason !== 'transfer' && reason !== 'hangUp') this.end(leg, 'flow', 'CLIENT');
    });
    if (!live.fiber.running) live.fiber = undefined;
  }

  /** Takes the flow off the call: an agent answered, or something else goes on with it. */
  stopFlow(leg: CallLeg): void {
    const live = this.#live.get(leg.conversation.id);
    const fiber = live?.fiber;
    if (live) live.fiber = undefined;
    fiber?.stop();
  }

  /** The call is over for the caller. A running flow stops where it is (assumed). */
  end(leg: CallLeg, by: 'caller' | 'flow' | 'agent' | 'system', disconnectType: string): void {
    const { conversation } = leg;
    if (conversation.endedAt !== undefined) return;
    const now = this.runtime.clock.now();
    conversation.endedAt = now;
    this.stopFlow(leg);
    this.#live.delete(conversation.id);
    conversation.customer.endedAt = now;
    conversation.customer.disconnectType = disconnectType;
    this.runtime.log.add('call.ended', { conversationId: conversation.id }, { by, reason: disconnectType });
    this.runtime.acd.callEnded(leg, by);
    this.runtime.detail.customerEnd(conversation);
  }

  /** Which flow answers now: by emergency, schedule group and its hours. */
  #flowNow(ivr: Entity): Entity | undefined {
    const { org, clock } = this.runtime;
    const group = org.get('scheduleGroup', idIn(ivr, 'scheduleGroup') ?? '');
    const hours = group ? isOpen(group, org, clock.now()) : 'open';
    const field =
      hours === 'open'
        ? 'openHoursFlow'
        : hours === 'holiday' && ivr['holidayHoursFlow']
          ? 'holidayHoursFlow'
          : 'closedHoursFlow';
    return org.get('flow', textOf(fieldsOf(ivr[field])['id']) ?? '');
  }
}

/** `+331…` ⇒ `tel:+331…`; other addresses are as they came. */
const address = (given: string): string => (/^\+?\d+$/.test(given) ? `tel:${given}` : given);
