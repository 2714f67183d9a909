import type { Finding } from '../ground/finding';
import { isDeeperThan } from '../ground/json-depth';
import { MAX_BYTES, MAX_DEPTH, MAX_VALUES } from './limits';
import { isObject, type Json, type JsonObject } from './part';
import {
  compressed,
  empty,
  nestedTooDeep,
  notBase64,
  notJson,
  notUrlEncoded,
  tooManyBytes,
  tooManyValues,
} from './refusals';

/** Whether a file name is that of an export: `flow.i3WorkFlow`, `flow.i3InboundFlow.i3flow`. */
export const isI3Name = (file: string): boolean => {
  const extension = file.slice(file.lastIndexOf('.') + 1);
  return file.includes('.') && /^i3[a-z]*$/i.test(extension);
};

/** An encoded JSON object begins with `%7B`, and that in base64 with these letters. No YAML begins with them. */
const BEGINNING = 'JTdC';

/** Whether bytes without a file name are an export. */
export const looksLikeI3 = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart().startsWith(BEGINNING);

/** The JSON of an export, or why there is none. */
export function decode(bytes: Uint8Array, file: string): JsonObject | Finding {
  if (bytes.length > MAX_BYTES) return tooManyBytes(file, bytes.length, MAX_BYTES);
  const format = archiveFormat(bytes);
  if (format !== undefined) return compressed(file, format);
  const text = withoutBlanks(Buffer.from(bytes).toString('latin1'));
  if (text === '') return empty(file);
  const wrong = firstOutsideBase64(text);
  if (wrong !== -1) return notBase64(file, text.charAt(wrong), wrong);
  let json: string;
  try {
    json = decodeURIComponent(Buffer.from(text, 'base64').toString('latin1'));
  } catch {
    return notUrlEncoded(file);
  }
  if (isDeeperThan(MAX_DEPTH, json)) return nestedTooDeep(file, MAX_DEPTH);
  if (hasMoreValues(MAX_VALUES, json)) return tooManyValues(file, MAX_VALUES);
  try {
    const value = JSON.parse(json) as Json;
    return isObject(value) ? value : notJson(file, 'it is no object');
  } catch (problem) {
    return notJson(file, (problem as Error).message);
  }
}

/** Whether a JSON text has more values than so many. Commas outside of strings separate them. */
function hasMoreValues(most: number, json: string): boolean {
  let count = 0;
  let inString = false;
  // A loop, because it takes the same time for any text.
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (inString && code === BACKSLASH) at += 1;
    else if (code === QUOTE) inString = !inString;
    else if (code === COMMA && !inString && (count += 1) >= most) return true;
  }
  return false;
}

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c] as const;

/** The first bytes of common archives. A zip bomb is refused before anything unpacks it. */
const archives: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

const archiveFormat = (bytes: Uint8Array): string | undefined =>
  archives.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0];

/** Editors and mail programs break long lines and add a byte order mark. */
function withoutBlanks(text: string): string {
  const start = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  return text.slice(start).replace(/[\r\n\t ]+/g, '');
}

/** The offset of the first character that base64 does not have, or -1. */
function firstOutsideBase64(text: string): number {
  const padded = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  for (let at = 0; at < text.length - padded; at += 1) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (!isLetter && !isDigit && code !== 0x2b && code !== 0x2f) return at;
  }
  return -1;
}
