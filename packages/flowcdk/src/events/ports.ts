/*
 * What a listener needs from outside: time, requests and sockets. Tests give it a virtual clock and an org in memory.
 */

/** Time for a listener. */
export interface ListenerClock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Runs a function after so many milliseconds. The function that it returns cancels that. */
  after(milliseconds: number, run: () => void): () => void;
}

/** An open WebSocket. */
export interface ListenerSocket {
  send(text: string): void;
  close(): void;
  /** Takes nothing from the network until `resume`. */
  pause?(): void;
  resume?(): void;
}

/** What happens to a WebSocket. */
export interface SocketEvents {
  onOpen(): void;
  onText(text: string): void;
  /** Called once, also where the socket never opened. */
  onClose(reason: string): void;
}

/** Opens a WebSocket. It calls nothing before it returns. */
export type OpenSocket = (url: string, events: SocketEvents) => ListenerSocket;

/** A request to the API, in the form of `fetch`. */
export type ListenerFetch = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

/** Time, requests and sockets together. */
export interface ListenerPorts {
  readonly clock: ListenerClock;
  readonly fetch: ListenerFetch;
  readonly openSocket: OpenSocket;
}

/**
 * The clock of the machine, which a listener has unless it gets another one.
 *
 * @example
 * ```ts
 * const cancel = machineClock.after(1_000, () => console.log('a second has passed'));
 * cancel();
 * ```
 */
export const machineClock: ListenerClock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
