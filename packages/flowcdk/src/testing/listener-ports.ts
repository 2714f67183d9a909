import { setImmediate } from 'node:timers';
import type { ListenerPorts, OpenSocket } from '../events';
import type { VirtualClock } from '../emulator/runtime/clock';
import { notificationsOf } from '../emulator/notifications/notifications';
import type { Runtime } from '../emulator/runtime/runtime';

/** What `listen` of `flowcdk/events` needs to hear an org in memory. */
export interface OrgForListener extends ListenerPorts {
  readonly api: string;
  readonly token: string;
}

/**
 * The org in memory for a listener under test: its virtual clock, its API, and sockets that never leave the process. The
 * clock stands still until the listener has done what a frame or an answer makes it do.
 */
export function orgForListener(
  runtime: Runtime,
  clock: VirtualClock,
  fetch: (url: string, request: Pick<RequestInit, 'method' | 'body'>) => Promise<Response>,
): OrgForListener {
  /** Lets time go on when everything that follows from now is done. */
  const settle = (): void => {
    const letGo = clock.hold();
    setImmediate(letGo);
  };
  return {
    api: 'http://org.local',
    token: 'local',
    clock: {
      now: () => clock.now(),
      after: (milliseconds, run) =>
        clock.after(milliseconds, () => {
          settle();
          run();
        }),
    },
    openSocket: socketsOf(runtime, clock, settle),
    fetch: async (url, { method, body }) => {
      const letGo = clock.hold();
      try {
        const response = await fetch(url, { method, ...(body === undefined ? {} : { body }) });
        // A response needs some turns of the event loop for its text. The clock stands still until then, too.
        const text = await response.text();
        return { status: response.status, headers: response.headers, text: () => Promise.resolve(text) };
      } finally {
        setImmediate(letGo);
      }
    },
  };
}

/** Sockets to the notification service of an org in memory. */
function socketsOf(runtime: Runtime, clock: VirtualClock, settle: () => void): OpenSocket {
  return (url, { onOpen, onText, onClose }) => {
    let isOpen = true;
    let waiting: string[] | undefined;
    const end = (reason: string): void => {
      if (!isOpen) return;
      isOpen = false;
      settle();
      onClose(reason);
    };
    const deliver = (text: string): void => {
      if (waiting) return void waiting.push(text);
      settle();
      onText(text);
    };
    const service = notificationsOf(runtime);
    let near: ReturnType<typeof service.connect>;
    const letGo = clock.hold();
    setImmediate(() => {
      near = service.connect(url.slice(url.lastIndexOf('/') + 1), {
        send: (text) => isOpen && deliver(text),
        close: (_, reason) => end(reason),
        cut: () => end('cut'),
      });
      if (!near) end('there is no such channel');
      else if (isOpen) onOpen();
      else near.closed();
      setImmediate(letGo);
    });
    return {
      send: (text) => near?.receive(text),
      close: () => {
        near?.closed();
        end('closed');
      },
      pause: () => (waiting ??= []),
      resume: () => {
        const texts = waiting ?? [];
        waiting = undefined;
        for (const text of texts) deliver(text);
      },
    };
  };
}
