import { jsonText, JsonSyntaxError, readJson } from '../../../data-action/java/json';
import type { JavaValue } from '../../../data-action/java/value';
import { evaluateJsonPath, type JsonPath, parseJsonPath, PathError } from '../../../data-action/json-path';
import { fieldsOf, type Json, type JsonObject, textOf } from '../../state/json';
import type { Entity } from '../../state/org';
import type { HttpResponse } from '../services/http';
import { DataActionProblem, untranslatable } from './failure';
import { javaValue, rendered } from './rendering';
import { type Trace, traced } from './trace';

/** Levels of lists and objects a response may have (documented). */
const DEEPEST = 50;
/** Bytes of a response (documented for Call Data). */
const LARGEST = 2 * 1024 * 1024;

/** The answer of a service as the contract wants it: translation map, then success template (documented). */
export function resultOf(action: Entity, inputs: JsonObject, { body }: HttpResponse, trace: Trace): Json {
  const response = fieldsOf(fieldsOf(action['config'])['response']);
  const map = fieldsOf(response['translationMap']);
  const template = textOf(response['successTemplate']);
  const plain = template === undefined || /^\s*\$!?\{?rawResult\}?\s*$/.test(template);
  const raw = traced(trace, 'Read the response', () => readResponse(body));
  const variables = traced(
    trace,
    'Apply the translation map',
    () => translated(map, fieldsOf(response['translationMapDefaults']), raw.value),
    (texts) => texts,
  );
  return traced(
    trace,
    'Render the success template',
    () => {
      if (plain) return raw.json;
      const text = rendered('the success template', template, {
        ...variables,
        rawResult: body,
        input: javaValue(inputs),
      });
      return parsedResult(text);
    },
    (result) => result,
  );
}

function readResponse(body: string): { readonly value: JavaValue; readonly json: Json } {
  if (Buffer.byteLength(body) > LARGEST) throw untranslatable(`The response is larger than ${LARGEST} bytes.`);
  if (body.trim() === '') {
    // An empty answer has nothing to translate: an empty object (assumed).
    return { value: javaValue({}), json: {} };
  }
  try {
    const value = readJson(body);
    return { value, json: JSON.parse(body) as Json };
  } catch (problem) {
    if (!(problem instanceof JsonSyntaxError) && !(problem instanceof SyntaxError)) throw problem;
    throw untranslatable(`The response is no JSON: ${problem.message}.`);
  }
}

const paths = new Map<string, JsonPath>();

/** Each key with JSON text: what its path finds, or its default as it stands; without either the key is not there. */
function translated(map: JsonObject, defaults: JsonObject, response: JavaValue): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, path]) => {
      const text = found(textOf(path) ?? '', key, response) ?? textOf(defaults[key]);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

function found(path: string, key: string, response: JavaValue): string | undefined {
  let parsed = paths.get(path);
  if (!parsed) {
    const read = parseJsonPath(path);
    if ('problem' in read) throw untranslatable(`The path of '${key}', ${path}, cannot be read: ${read.problem}.`);
    paths.set(path, read);
    parsed = read;
  }
  try {
    return jsonText(evaluateJsonPath(parsed, response).value);
  } catch (problem) {
    if (!(problem instanceof PathError)) throw problem;
    // A path that finds nothing has its default; what else goes wrong does too (assumed).
    return undefined;
  }
}

/** Garbage behind the JSON is tolerated, as published templates show (assumed). */
function parsedResult(text: string): Json {
  try {
    return checked(JSON.parse(text) as Json);
  } catch (problem) {
    if (problem instanceof DataActionProblem) throw problem;
    const shorter = withoutGarbage(text);
    if (shorter !== undefined) return checked(shorter);
    const shown = text.length > 300 ? `${text.slice(0, 300)}…` : text;
    throw untranslatable(`The success template gives no JSON: ${shown}`);
  }
}

function withoutGarbage(text: string): Json | undefined {
  const trimmed = text.trimEnd();
  for (let end = trimmed.length - 1; end > 0 && /[}\]\s]/.test(trimmed[end] ?? ''); end -= 1) {
    try {
      return JSON.parse(trimmed.slice(0, end)) as Json;
    } catch {
      // Shorter still.
    }
  }
  return undefined;
}

function checked(json: Json): Json {
  if (depth(json) > DEEPEST) throw untranslatable(`The result is nested deeper than ${DEEPEST} levels.`);
  return json;
}

function depth(json: Json | undefined): number {
  if (typeof json !== 'object' || json === null) return 0;
  return 1 + Math.max(0, ...Object.values(json as JsonObject).map(depth));
}
