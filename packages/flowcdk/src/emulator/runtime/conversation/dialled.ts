import type { User } from '../../state/tables/user';
import { idIn } from '../../state/json';
import type { Leg, LiveOrg } from '../action-context';
import type { CallEnder } from '../events';
import type { HttpOutcome, Send } from '../services/http';
import type { CalleeBehaviour } from '../settings';
import type { Wait } from '../steps';
import { addressOf } from './address';
import type { Agents } from './agents';
import type { DetailEvents } from './detail-events';
import type { Callee, DialOutcome } from './holder';
import type { DisconnectType, Participant } from './participant';

/**
 * Milliseconds for which it may ring if the transfer does not say (assumed: the platform takes the trunk's setting).
 */
export const RINGS_AT_MOST = 60_000;
/** What a person does whose behaviour no setting has. */
export const USUAL: CalleeBehaviour = { answersAfter: 5_000 };

/** A stand-in takes the call, or it is busy. One that never answers lets it ring. */
const isTaken = (outcome: HttpOutcome): boolean =>
  'response' in outcome && outcome.response.status >= 200 && outcome.response.status <= 299;

/** Nothing plays the person after all. A running org knows that only when its stand-ins are loaded. */
const isNobody = (outcome: HttpOutcome): boolean => 'problem' in outcome && outcome.problem === 'noService';

interface DialledOptions {
  readonly name: string;
  readonly behaviour: CalleeBehaviour;
  readonly join: () => Participant;
  /** Whether the callee is a user. Users have sessions with events of their own; numbers have none. */
  readonly isUser: boolean;
}

/** The parts of the runtime that a callee needs. */
export interface DiallingRuntime extends Pick<LiveOrg, 'clock' | 'settings' | 'calls' | 'standIns'> {
  readonly acd: { readonly agents: Pick<Agents, 'isBusy'> };
  readonly detail: Pick<DetailEvents, 'userStart' | 'userEnd'>;
}

/** A callee outside of queues: a user of the org, or a number. */
export class Dialled implements Callee {
  #participant: Participant | undefined;
  #timers: (() => void)[] = [];

  private constructor(
    private readonly runtime: DiallingRuntime,
    private readonly leg: Leg,
    private readonly options: DialledOptions,
  ) {}

  static user(runtime: DiallingRuntime, leg: Leg, user: User): Dialled {
    const name = user.name;
    const { callees } = runtime.settings;
    const busy = runtime.acd.agents.isBusy(user.id);
    const divisionId = idIn(user, 'division');
    return new Dialled(runtime, leg, {
      name,
      behaviour: busy ? { busy } : (callees[user.id] ?? callees[name] ?? USUAL),
      isUser: true,
      join: () =>
        leg.conversation.join({
          purpose: 'user',
          name,
          userId: user.id,
          ...(divisionId === undefined ? {} : { divisionId }),
        }),
    });
  }

  static number(runtime: DiallingRuntime, leg: Leg, number: string): Dialled {
    const address = addressOf(number);
    const { callees } = runtime.settings;
    return new Dialled(runtime, leg, {
      name: address,
      behaviour: callees[number] ?? callees[address] ?? callees[address.replace(/^tel:/, '')] ?? USUAL,
      isUser: false,
      join: () => leg.conversation.join({ purpose: 'external', address }),
    });
  }

  get name(): string {
    return this.options.name;
  }

  rings(timeout: number | undefined): Wait<DialOutcome> {
    return (done) => {
      this.#dial(timeout, done);
      return () => this.#stop();
    };
  }

  #dial(timeout: number | undefined, onOutcome: (outcome: DialOutcome) => void): void {
    const { runtime, leg } = this;
    const { behaviour, isUser, name } = this.options;
    const participant = this.options.join();
    this.#participant = participant;
    if (isUser) runtime.detail.userStart(leg.conversation, participant);
    const end = (outcome: DialOutcome): void => {
      this.#forgetTimers();
      if (outcome === 'answered') {
        participant.connectedAt = runtime.clock.now();
        leg.log('transfer.answered', { to: name });
        if (behaviour.talksFor !== undefined) {
          this.#later(behaviour.talksFor, () => runtime.calls.end(leg, 'callee'));
        }
      } else this.#leave('NO_ANSWER_TRANSFER');
      onOutcome(outcome);
    };
    const limit = timeout ?? RINGS_AT_MOST;
    const player = this.#player();
    if (player) {
      const request = { method: 'POST', url: 'standin:transfer', headers: {}, body: JSON.stringify({ to: name }) };
      this.#timers.push(
        player(request)((outcome) => {
          if (isNobody(outcome)) this.#ring(limit, end);
          else end(isTaken(outcome) ? 'answered' : 'busy');
        }),
      );
      return this.#later(limit, () => end('noAnswer'));
    }
    this.#ring(limit, end);
  }

  /** Lets it ring at a person who behaves as the settings say. */
  #ring(limit: number, end: (outcome: DialOutcome) => void): void {
    const { busy, answersAfter } = this.options.behaviour;
    if (busy === true) return this.#later(0, () => end('busy'));
    if (answersAfter !== undefined && answersAfter <= limit) this.#later(answersAfter, () => end('answered'));
    else this.#later(limit, () => end('noAnswer'));
  }

  /** The stand-in that services have for whoever is called: `transfer +442079460999`, `transfer Ada Lambert`. */
  #player(): Send | undefined {
    const { name } = this.options;
    const names = [name, name.replace(/^tel:/, '')];
    return this.runtime.standIns?.(...names.map((each) => `transfer ${each}`));
  }

  /** Stops the ringing and other timers. */
  #stop(): void {
    if (this.#participant?.connectedAt === undefined) this.#leave('PEER');
  }

  callEnded(by: CallEnder): void {
    this.#leave(by === 'callee' ? (this.options.isUser ? 'CLIENT' : 'ENDPOINT') : 'PEER');
  }

  #leave(disconnectType: DisconnectType): void {
    this.#forgetTimers();
    const participant = this.#participant;
    if (!participant || participant.endedAt !== undefined) return;
    participant.endedAt = this.runtime.clock.now();
    participant.disconnectType = disconnectType;
    if (this.options.isUser) this.runtime.detail.userEnd(this.leg.conversation, participant);
  }

  #later(milliseconds: number, run: () => void): void {
    this.#timers.push(this.runtime.clock.after(milliseconds, run));
  }

  #forgetTimers(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
  }
}
