import type { Clock } from '../clock';
import type { HttpOutcome, Send } from './http';

/** As long as a data action may take at most. */
const PATIENCE = 60_000;
/** What Call Data takes at most (documented). */
const LARGEST_ANSWER = 2 * 1024 * 1024;

/**
 * Sends requests over the network by the platform's `fetch`. The clock is held meanwhile: under a virtual clock, which
 * the network does not know, an answer takes the time that its `Server-Timing` header tells (`total;dur=1500`,
 * milliseconds), or none.
 *
 * @param patience milliseconds of real time that a virtual clock stands still at most: then its own timers decide
 */
export const sendOverHttp =
  (clock: Clock, timing: 'real' | 'serverTiming', patience = PATIENCE): Send =>
  ({ method, url, headers, body }) =>
  (done) => {
    const abort = new AbortController();
    const letGo = clock.hold();
    const patient = timing === 'serverTiming' ? setTimeout(letGo, patience) : undefined;
    const release = (): void => {
      clearTimeout(patient);
      letGo();
    };
    let takenBack = false;
    let stop = (): void => undefined;
    const finish = (outcome: HttpOutcome, after: number): void => {
      if (takenBack) return;
      stop = clock.after(after, () => done(outcome));
      release();
    };
    fetch(url, {
      method,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name))),
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
        finish({ response }, timing === 'serverTiming' ? totalDuration(response.headers['server-timing']) : 0);
      })
      .catch((problem: unknown) => finish({ problem: 'connection', message: reason(problem) }, 0));
    return () => {
      takenBack = true;
      abort.abort();
      stop();
      release();
    };
  };

/** Headers that the connection writes itself: `Transfer-Encoding: buffered` asks for a length, which it always has. */
const ofConnection = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What `fetch` hides in a cause; its errors may be those of another realm. */
function reason(problem: unknown): string {
  const { cause, message } = problem as { readonly cause?: unknown; readonly message?: unknown };
  if (cause !== undefined) return reason(cause);
  return typeof message === 'string' && message !== '' ? message : String(problem);
}

async function limited(answer: Response): Promise<string | undefined> {
  const decoder = decoderOf(answer.headers.get('content-type') ?? '');
  let text = '';
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += (chunk as Uint8Array).byteLength;
    if (size > LARGEST_ANSWER) return undefined;
    text += decoder.decode(chunk as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}

/** Of the character set an answer says it has; UTF-8 where it says none, or one nobody knows. */
function decoderOf(contentType: string): InstanceType<typeof TextDecoder> {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

const totalDuration = (serverTiming: string | undefined): number =>
  Number(/total;dur=(\d+)/.exec(serverTiming ?? '')?.[1] ?? 0);
