import { isUtf8 } from 'node:buffer';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { damagedBody, notUtf8, tooLarge, unknownCharset, unknownContentEncoding } from './api/refusals';

type Unpack = (body: Buffer, options: { readonly maxOutputLength: number }, done: Unpacked) => void;
type Unpacked = (problem: Error | null, body: Buffer) => void;

/** What clients may pack a body with (`Content-Encoding`). */
const encodings: Readonly<Record<string, Unpack>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
  br: brotliDecompress,
};

/**
 * Unpacks a body.
 *
 * @param encoding the header `Content-Encoding`
 * @param most the most bytes of an unpacked body
 */
export function unpacked(body: Buffer, encoding: string | undefined, most: number, done: Unpacked): void {
  const name = (encoding ?? 'identity').trim().toLowerCase();
  if (name === '' || name === 'identity') return done(null, body);
  const unpack = Object.hasOwn(encodings, name) ? encodings[name] : undefined;
  if (!unpack) return done(unknownContentEncoding(name, Object.keys(encodings)), body);
  unpack(body, { maxOutputLength: most }, (problem, whole) => {
    if (!problem) return done(null, whole);
    const isTooLarge = (problem as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    done(isTooLarge ? tooLarge(most) : damagedBody(name, problem.message), body);
  });
}

/**
 * The text of a body in the character set that its content type names. Without one it is UTF-8.
 *
 * @throws ApiProblem 415 for a character set that nobody knows, 400 for bytes that are not of the character set
 */
export function textIn(body: Buffer, contentType: string | undefined): string {
  const charset = (/;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8').toLowerCase();
  if (charset !== 'utf-8' && charset !== 'utf8') return decoded(body, charset);
  if (!isUtf8(body)) throw notUtf8(...firstWrongByte(body));
  return body.toString('utf8');
}

function decoded(body: Buffer, charset: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch {
    throw unknownCharset(charset);
  }
  try {
    return decoder.decode(body);
  } catch {
    throw damagedBody(charset, 'it holds bytes that stand for no character');
  }
}

/** The first byte that is not UTF-8, and its place from 0. */
function firstWrongByte(body: Buffer): [byte: number, place: number] {
  // A text that ends within a character counts as right so far. So the search ends up to three bytes too late.
  let [low, high] = [0, body.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (beginsAsUtf8(body, middle + 1)) low = middle + 1;
    else high = middle;
  }
  while (!isUtf8(body.subarray(0, low))) low -= 1;
  return [body[low] ?? 0, low];
}

/** Whether so many bytes are UTF-8, but for a last character that goes on. */
const beginsAsUtf8 = (body: Buffer, length: number): boolean =>
  [0, 1, 2, 3].some((cut) => cut <= length && isUtf8(body.subarray(0, length - cut)));
