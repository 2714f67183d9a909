import type { Clock } from '../clock';
import type { HttpOutcome, Send } from './http';

/** Milliseconds that a data action may take at most. */
const PATIENCE = 60_000;
/** The largest answer that Call Data accepts, in bytes (documented). */
const LARGEST_ANSWER = 2 * 1024 * 1024;

/**
 * Sends requests over the network with `fetch`. The clock is held meanwhile. The network does not know a virtual clock:
 * under `serverTiming` an answer takes the time in its `Server-Timing` header (`total;dur=1500`, in milliseconds), or
 * no time.
 *
 * @param patience the most milliseconds of real time for which a virtual clock stands still; after that its own timers
 * decide
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

/**
 * Headers that the connection writes itself. (`Transfer-Encoding: buffered` asks for a content length, which the
 * request always has.)
 */
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

/**
 * The reason that `fetch` hides in a cause. Its errors may belong to another realm, so that `instanceof` does not
 * recognise them.
 */
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

/** A decoder for the character set that an answer names. It is UTF-8 if the answer names none, or an unknown one. */
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
