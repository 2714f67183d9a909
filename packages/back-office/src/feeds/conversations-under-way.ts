import {
  conversationAcw,
  conversationCustomerEnd,
  type Listener,
  type ListenerClock,
  type Listening,
  on,
} from 'flowcdk/events';

/** The part of a conversation's state that tells whether it goes on. Moments are ISO 8601. */
export interface ConversationState {
  readonly id: string;
  readonly participants?: readonly {
    readonly connectedTime?: string;
    readonly endTime?: string;
    readonly startAcwTime?: string;
    readonly endAcwTime?: string;
  }[];
}

/** How long a conversation that is over is still listened to, in milliseconds: its last events may come late. */
const LINGERS = 5 * 60_000;
/** How long the listener is left alone after it did not take topics, in milliseconds. */
const REST = 30_000;

/**
 * The conversations whose ends are listened to. The notification service knows no wildcard for conversations, so each one
 * is subscribed to when its queue first shows it, and left when it is over.
 */
export class ConversationsUnderWay {
  /** What cancels the leaving of a conversation; undefined while it goes on. */
  readonly #known = new Map<string, (() => void) | undefined>();
  /** Conversations to listen to, with the moment at which each began. */
  #fresh = new Map<string, number>();
  #over: string[] = [];
  #isChanging = false;
  #cancelRest = (): void => undefined;
  #isStopped = false;

  constructor(
    private readonly listener: Promise<Pick<Listener, 'add' | 'remove'>>,
    private readonly clock: ListenerClock,
    private readonly onProblem: (problem: string) => void,
  ) {}

  /** Takes the present state of a conversation. */
  see(state: ConversationState): void {
    if (this.#isStopped) return;
    const { id } = state;
    if (!this.#known.has(id)) this.#fresh.set(id, beginOf(state) ?? this.clock.now());
    this.#known.get(id)?.();
    this.#known.set(id, isOver(state) ? this.clock.after(LINGERS, () => this.#leave(id)) : undefined);
    void this.#change();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelRest();
    for (const cancel of this.#known.values()) cancel?.();
  }

  #leave(id: string): void {
    this.#known.delete(id);
    if (!this.#fresh.delete(id)) this.#over.push(id);
    void this.#change();
  }

  /** Changes what is listened to, many conversations at once: each change is a request. */
  async #change(): Promise<void> {
    if (this.#isChanging) return;
    this.#isChanging = true;
    const listener = await this.listener.catch(() => undefined);
    while (listener && !this.#isStopped && (this.#fresh.size > 0 || this.#over.length > 0)) {
      const [fresh, over] = [this.#fresh, this.#over];
      [this.#fresh, this.#over] = [new Map(), []];
      try {
        if (over.length > 0) await listener.remove(over.flatMap(endsOf));
        if (fresh.size > 0) await listener.add([...fresh.keys()].flatMap(endsOf), Math.min(...fresh.values()));
      } catch (problem) {
        this.onProblem(`${fresh.size} conversations: ${problem instanceof Error ? problem.message : String(problem)}`);
        this.#fresh = new Map([...fresh, ...this.#fresh]);
        await new Promise<void>((rested) => {
          const cancel = this.clock.after(REST, rested);
          this.#cancelRest = () => {
            cancel();
            rested();
          };
        });
      }
    }
    this.#isChanging = false;
  }
}

/** Reads an event of a queue's conversations. Undefined where it has no id. */
export function conversationState(event: unknown): ConversationState | undefined {
  const { id, participants = [] } = (event ?? {}) as Partial<ConversationState>;
  return typeof id === 'string' && Array.isArray(participants) ? { id, participants } : undefined;
}

const endsOf = (id: string): readonly Listening[] => [on(conversationAcw, id), on(conversationCustomerEnd, id)];

const isOver = ({ participants = [] }: ConversationState): boolean =>
  participants.every(
    ({ endTime, startAcwTime, endAcwTime }) =>
      endTime !== undefined && (startAcwTime === undefined || endAcwTime !== undefined),
  );

/** When the first participant came; undefined where nobody is connected. */
function beginOf({ participants = [] }: ConversationState): number | undefined {
  const moments = participants.flatMap(({ connectedTime }) => (connectedTime ? [Date.parse(connectedTime)] : []));
  return moments.length === 0 ? undefined : Math.min(...moments);
}
