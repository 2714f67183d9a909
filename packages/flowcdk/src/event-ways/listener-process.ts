import type { Chance } from '../emulator/runtime/chance';
import type { Send } from '../emulator/runtime/services/http';
import {
  type DeadLetter,
  type DeadLetterStore,
  type Listener,
  type ListenerFetch,
  type OpenSocket,
  positionsInMemory,
} from '../events';
import type { LocalOrg } from '../testing';
import type { Troubles } from './day';
import { RECEIVER } from './receiver';
import { recordCalls } from './ways/listener';

/** How long a supervisor waits before it starts a process that ended, in milliseconds. */
const STARTS_AGAIN_AFTER = 10_000;

/** What a listener did in all of its lives. */
export interface ListenerCounts {
  readonly apiCalls: number;
  readonly gaps: number;
  readonly refilled: number;
  /** Events that came again and that it did not hand over. */
  readonly duplicates: number;
  readonly deadLetters: number;
}

/** One life of the process. What a dead process begins has no effect. */
interface Life {
  isOver: boolean;
  listener?: Listener;
}

export interface ListenerProcessOptions {
  readonly org: LocalOrg;
  readonly chance: Chance;
  readonly troubles: Pick<Troubles, 'duplicated' | 'delayed' | 'delay'>;
  readonly onApiCall: () => void;
}

/** The process of a listener, with the network between it and the org. It can die, and the network can fail. */
export class ListenerProcess {
  /** Whether the network between it and the org is down. */
  isCutOff = false;
  readonly #positions = positionsInMemory();
  readonly #letters: DeadLetter[] = [];
  /** Those that are being handed over again. */
  readonly #taken: DeadLetter[] = [];
  #life: Life = { isOver: true };
  /** What hears the newest open socket. */
  #hears: ((text: string) => void) | undefined;
  #before: ListenerCounts = { apiCalls: 0, gaps: 0, refilled: 0, duplicates: 0, deadLetters: 0 };

  constructor(private readonly options: ListenerProcessOptions) {}

  get counts(): ListenerCounts {
    return sum(this.#before, this.#life.listener);
  }

  /** Starts the process. It starts again until the org takes it. */
  async start(): Promise<void> {
    const { forListener } = this.options.org;
    const life: Life = { isOver: false };
    this.#life = life;
    try {
      life.listener = await recordCalls({
        ...forListener,
        fetch: this.#fetch(life, forListener.fetch),
        openSocket: this.#sockets(forListener.openSocket),
        positions: {
          load: () => this.#positions.load(),
          save: async (position) => void (life.isOver || (await this.#positions.save(position))),
        },
        deadLetters: this.#store(life),
        send: (conversationId) => this.#send(life, conversationId),
        later: (run, milliseconds) =>
          void forListener.clock.after(milliseconds, () => {
            if (!life.isOver) run();
          }),
      });
    } catch {
      if (!life.isOver) forListener.clock.after(STARTS_AGAIN_AFTER, () => life.isOver || void this.start());
    }
  }

  /** The process dies: it says nothing to anybody, and keeps nothing any more. */
  die(): void {
    this.#before = this.counts;
    const { listener } = this.#life;
    this.#life.isOver = true;
    this.#life = { isOver: true };
    void listener?.stop();
  }

  async stop(): Promise<void> {
    await this.#life.listener?.stop();
  }

  /** A file would do the same: it outlives the process. */
  #store(life: Life): DeadLetterStore {
    return {
      add: (letter) => Promise.resolve(void (life.isOver || this.#letters.push(letter))),
      takeAll: () => {
        if (life.isOver) return Promise.resolve([]);
        this.#taken.push(...this.#letters.splice(0));
        return Promise.resolve([...this.#taken]);
      },
      forget: () => Promise.resolve(void (life.isOver || this.#taken.splice(0))),
    };
  }

  async #send(life: Life, conversationId: string): Promise<void> {
    if (life.isOver) return;
    const status = await this.#post(JSON.stringify({ conversationId }));
    if (status !== 200) throw new Error(`the receiver answered ${status}`);
  }

  #post(body: string): Promise<number> {
    const { org } = this.options;
    const send: Send = org.runtime.send;
    const headers = { 'content-type': 'application/json' };
    return new Promise((answered) => {
      send({ method: 'POST', url: `${RECEIVER}/listener`, headers, body })((outcome) => {
        // Through the clock of the listener, which stands still until the listener has heard of the answer.
        org.forListener.clock.after(0, () => answered('response' in outcome ? outcome.response.status : 0));
      });
    });
  }

  #fetch(life: Life, fetch: ListenerFetch): ListenerFetch {
    return (url, request) => {
      if (this.isCutOff || life.isOver) return Promise.reject(new Error('no network'));
      this.options.onApiCall();
      return fetch(url, request);
    };
  }

  /** Sockets whose frames may come twice or late. A late one comes through the socket that is open then, if one is. */
  #sockets(openSocket: OpenSocket): OpenSocket {
    const { org, chance, troubles } = this.options;
    const { clock } = org.forListener;
    return (url, { onOpen, onText, onClose }) => {
      if (this.isCutOff) {
        clock.after(0, () => onClose('no network'));
        return { send: () => undefined, close: () => undefined };
      }
      return openSocket(url, {
        onOpen: () => {
          this.#hears = onText;
          onOpen();
        },
        onClose: (reason) => {
          if (this.#hears === onText) this.#hears = undefined;
          onClose(reason);
        },
        onText: (text) => {
          if (!text.includes('.conversations"')) return onText(text);
          const [doubles, comesLate, by] = [chance.next(), chance.next(), chance.next()];
          const later = (): void => this.#hears?.(text);
          if (doubles < troubles.duplicated) clock.after(1_000, later);
          if (comesLate < troubles.delayed) clock.after(Math.round(by * troubles.delay), later);
          else onText(text);
        },
      });
    };
  }
}

function sum(before: ListenerCounts, listener: Listener | undefined): ListenerCounts {
  if (!listener) return before;
  const { apiCalls, gaps, refilled, duplicates, deadLetters } = listener.metrics;
  return {
    apiCalls: before.apiCalls + apiCalls,
    gaps: before.gaps + gaps,
    refilled: before.refilled + refilled,
    duplicates: before.duplicates + duplicates,
    deadLetters: before.deadLetters + deadLetters,
  };
}
