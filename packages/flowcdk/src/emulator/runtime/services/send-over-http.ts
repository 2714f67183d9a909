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

/** What the codes of Node and of its HTTP client mean. */
const meanings: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no machine has the name of its host',
  EAI_AGAIN: 'the name of its host could not be looked up',
  ECONNREFUSED: 'nothing listens at its address',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  EHOSTUNREACH: 'no way leads to its address',
  ENETUNREACH: 'no way leads to its address',
  ETIMEDOUT: 'no connection came about in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about in time',
  UND_ERR_SOCKET: 'the connection was closed before an answer came',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of the answer are too large',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by itself',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody known has signed its certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'nobody known has signed its certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/**
 * The reason that `fetch` hides in a cause: the meaning of its code. The message of an error may hold the host or a
 * header of the request, and so a secret.
 */
function reason(problem: unknown): string {
  const { cause, code } = problem as { readonly cause?: unknown; readonly code?: unknown };
  if (cause !== undefined) return reason(cause);
  if (typeof code !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(code)) return 'the request cannot be sent like this';
  const meaning = code.startsWith('HPE_') ? 'what it answers is no HTTP' : meanings[code];
  return meaning === undefined ? code : `${meaning} (${code})`;
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
