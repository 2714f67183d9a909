import { listen, type Listener, type ListenOptions, on, queueConversations } from '../../events';

export interface CallRecorder extends ListenOptions {
  /** Sends the record of a call. It rejects where the receiver does not take it. */
  readonly send: (conversationId: string) => Promise<void>;
  /** Runs something after so many milliseconds: `setTimeout`. */
  readonly later: (run: () => void, milliseconds: number) => void;
}

const REDRIVES_EVERY = 10 * 60_000;
const REMEMBERED = 10_000;
/** Events may come so late. */
const LATEST = 10 * 60_000;

export async function recordCalls({ send, later, ...options }: CallRecorder): Promise<Listener> {
  const recorded = new Set<string>();
  const listener = await listen(
    [on(queueConversations, '*')],
    async ({ event: { id, participants } }) => {
      const isOver = participants.some(({ purpose, endTime }) => purpose === 'customer' && endTime !== undefined);
      if (!isOver || recorded.has(id)) return;
      await send(id);
      recorded.add(id);
      const [oldest] = recorded;
      if (recorded.size > REMEMBERED && oldest !== undefined) recorded.delete(oldest);
    },
    { ...options, margin: LATEST },
  );
  const redrive = (): void => void listener.redrive().finally(() => later(redrive, REDRIVES_EVERY));
  later(redrive, REDRIVES_EVERY);
  return listener;
}
