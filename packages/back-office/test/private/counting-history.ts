import { randomUUID } from 'node:crypto';

/** A communication history of a company that counts what is posted to it. */
export interface Communications {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The id of each record, by its idempotency key. */
  readonly records: Map<string, string>;
  /** How often each key was posted. */
  readonly posts: Map<string, number>;
  isDown: boolean;
  /** The next post is answered when the test says so. */
  holdsNext(): { readonly arrival: Promise<void>; goOn(): void };
}

export function countingHistory(): Communications {
  const [records, posts] = [new Map<string, string>(), new Map<string, number>()];
  let hold: (() => Promise<void>) | undefined;
  const history: Communications = {
    records,
    posts,
    isDown: false,
    holdsNext() {
      let [tell, goOn] = [(): void => undefined, (): void => undefined];
      const arrival = new Promise<void>((resolve) => (tell = resolve));
      const going = new Promise<void>((resolve) => (goOn = resolve));
      hold = () => {
        tell();
        return going;
      };
      return { arrival, goOn: () => goOn() };
    },
    async fetch(_url, { method, headers }) {
      const waits = hold;
      hold = undefined;
      await waits?.();
      if (history.isDown) return new Response(null, { status: 503 });
      if (method !== 'POST') return Response.json({});
      const key = (headers as Readonly<Record<string, string>>)['idempotency-key'] ?? '';
      posts.set(key, (posts.get(key) ?? 0) + 1);
      const existed = records.get(key);
      const id = existed ?? randomUUID();
      records.set(key, id);
      return Response.json({ id }, { status: existed === undefined ? 201 : 200 });
    },
  };
  return history;
}
