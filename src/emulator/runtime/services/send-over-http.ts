import type { Clock } from '../clock';
import type { HttpOutcome, Send } from './http';

/** What Call Data takes at most (documented). */
const LARGEST_ANSWER = 2 * 1024 * 1024;

/**
 * Sends requests over the network by the platform's `fetch`. The clock is held meanwhile: under a virtual clock, which
 * the network does not know, an answer takes the time that its `Server-Timing` header tells (`total;dur=1500`,
 * milliseconds), or none.
 */
export const sendOverHttp =
  (clock: Clock, timing: 'real' | 'told'): Send =>
  ({ method, url, headers, body }) =>
  (done) => {
    const abort = new AbortController();
    const release = clock.hold();
    let given = false;
    let stop = (): void => undefined;
    const finish = (outcome: HttpOutcome, after: number): void => {
      if (given) return;
      stop = clock.after(after, () => done(outcome));
      release();
    };
    fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: abort.signal,
      ...(body === undefined || method === 'GET' ? {} : { body }),
    })
      .then(async (answer) => {
        const text = await limited(answer);
        if (text === undefined) {
          return finish({ problem: 'tooLarge', message: `the answer is larger than ${LARGEST_ANSWER} bytes` }, 0);
        }
        const response = { status: answer.status, headers: Object.fromEntries(answer.headers), body: text };
        finish({ response }, timing === 'told' ? told(response.headers['server-timing']) : 0);
      })
      .catch((problem: unknown) => {
        const cause = problem instanceof Error && problem.cause instanceof Error ? problem.cause : problem;
        finish({ problem: 'connection', message: cause instanceof Error ? cause.message : String(cause) }, 0);
      });
    return () => {
      given = true;
      abort.abort();
      stop();
      release();
    };
  };

async function limited(answer: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += (chunk as Uint8Array).byteLength;
    if (size > LARGEST_ANSWER) return undefined;
    text += decoder.decode(chunk as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}

const told = (serverTiming: string | undefined): number => Number(/total;dur=(\d+)/.exec(serverTiming ?? '')?.[1] ?? 0);
