import type { Finding } from '../../ground/finding';
import { isDeeperThan } from '../../ground/json-depth';
import { limits } from '../limits';
import type { ExportedAction } from './exported-action';

/** The largest file that is read, in characters. The largest known one has a few thousand. */
const LONGEST = 2 * 1024 * 1024;

/** An export file, read: the action, or everything that keeps it from being one. */
export type ReadExport =
  | { readonly action: ExportedAction; readonly findings?: undefined }
  | { readonly action?: undefined; readonly findings: readonly Finding[] };

/**
 * Reads a file of the Export button. Keys that are not known here stay in the action as they are, so that nothing is lost
 * where it is written again. Never throws.
 *
 * @param file as findings name it
 */
export function readExport(text: string, file: string): ReadExport {
  const refuse = (message: string, help = EXPORT_AGAIN, key?: string): ReadExport => ({
    findings: [wrong(message, help, placeOfKey(text, file, key))],
  });
  if (text.length > LONGEST) return refuse(`this file has ${text.length} characters; up to ${LONGEST} are read`);
  if (isDeeperThan(limits.deepestJson + CONTRACT_DEPTH, text)) return refuse('this file is nested too deep');
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (problem) {
    return refuse(`this is no JSON: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  if (!isObject(data) || !('actionType' in data || 'config' in data))
    return refuse('this is no export of a data action: it has neither actionType nor config');
  const misfits = [...misfitsIn(data, shape, [])];
  if (misfits.length === 0) return { action: data as unknown as ExportedAction };
  return {
    findings: misfits.map(({ path, expected, value }) =>
      wrong(
        `${path.join('.')} is ${value === undefined ? 'missing' : JSON.stringify(value)?.slice(0, LONGEST_VALUE)}; expected ${expected}`,
        EXPORT_AGAIN,
        placeOfKey(text, file, path.at(-1)),
      ),
    ),
  };
}

/** Whether a text looks like an export of a data action, so that it is worth saying what keeps it from being one. */
export const looksLikeExport = (text: string): boolean =>
  /^[\uFEFF\s]*\{/.test(text.slice(0, 100)) && text.includes('"integrationType"');

const EXPORT_AGAIN = 'Export the data action again: Menu, Export. docs/data-action-exports.md shows what a file holds.';
const LONGEST_VALUE = 80;
/** Levels around the schemas. */
const CONTRACT_DEPTH = 4;

const wrong = (message: string, help: string, at: Finding['at']): Finding => ({
  rule: 'data-action-export',
  severity: 'error',
  message,
  help,
  ...(at ? { at } : {}),
});

/** What a value has to be: a kind in words, or the keys of an object. */
type Shape =
  'a text' | 'true or false' | 'texts by name' | 'an object' | 'a method' | { readonly [key: string]: Shape };

const shape: Shape = {
  name: 'a text',
  integrationType: 'a text',
  actionType: 'a text',
  config: {
    request: {
      requestUrlTemplate: 'a text',
      requestType: 'a method',
      headers: 'texts by name',
      requestTemplate: 'a text',
    },
    response: { translationMap: 'texts by name', translationMapDefaults: 'texts by name', successTemplate: 'a text' },
  },
  contract: { input: { inputSchema: 'an object' }, output: { successSchema: 'an object' } },
  secure: 'true or false',
};

const fits: Readonly<Record<Extract<Shape, string>, (value: unknown) => boolean>> = {
  'a text': (value) => typeof value === 'string',
  'true or false': (value) => typeof value === 'boolean',
  'texts by name': (value) => isObject(value) && Object.values(value).every((text) => typeof text === 'string'),
  'an object': isObject,
  'a method': (value) => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(value as string),
};

interface Misfit {
  readonly path: readonly string[];
  readonly expected: string;
  readonly value: unknown;
}

function* misfitsIn(value: unknown, expected: Shape, path: readonly string[]): Generator<Misfit> {
  if (typeof expected === 'string') {
    if (!fits[expected](value)) yield { path, expected, value };
    return;
  }
  if (!isObject(value)) return yield { path, expected: 'an object', value };
  for (const [key, inner] of Object.entries(expected)) yield* misfitsIn(value[key], inner, [...path, key]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The place of a key in the text of an export; its beginning where there is no such key. */
export function placeOfKey(text: string, file: string, key: string | undefined): NonNullable<Finding['at']> {
  const offset = key === undefined ? -1 : text.indexOf(`${JSON.stringify(key)}:`);
  const before = text.slice(0, Math.max(0, offset)).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
