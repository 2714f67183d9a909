import { JsonSyntaxError } from '../../../data-action/java/json';
import { levels } from '../../../data-action/java/levels';
import type { JavaValue } from '../../../data-action/java/value';
import { TooMuch } from '../../../data-action/java/work';
import { JsonDocument, type JsonPath, parseJsonPath } from '../../../data-action/json-path';
import type { JsonPathProblem } from '../../../data-action/json-path';
import type { Variables } from '../../../data-action/velocity';
import { fieldsOf, type Json, type JsonObject, textOf } from '../../state/json';
import type { Entity } from '../../state/org';
import type { HttpResponse } from '../services/http';
import { DataActionProblem, untranslatable } from './failure';
import { javaValue, Text } from './rendering';
import { type Trace, traced } from './trace';

/** Levels of lists and objects a response may have (documented). */
const DEEPEST = 50;
/** Bytes of a response (documented for Call Data). */
const LARGEST = 2 * 1024 * 1024;

/** How an answer becomes the result of a data action, read once. */
export interface ResultPlan {
  readonly map: readonly Translation[];
  /** Undefined where the answer is the result as it stands. */
  readonly template: Text | undefined;
}

/** A key of the translation map. */
interface Translation {
  readonly key: string;
  readonly path: JsonPath | JsonPathProblem;
  /** The path as written. */
  readonly source: string;
  readonly fallback: string | undefined;
}

export function resultPlan(action: Entity): ResultPlan {
  const response = fieldsOf(fieldsOf(action['config'])['response']);
  const defaults = fieldsOf(response['translationMapDefaults']);
  const template = textOf(response['successTemplate']);
  const isWhole = template === undefined || /^\s*\$!?\{?rawResult\}?\s*$/.test(template);
  return {
    map: Object.entries(fieldsOf(response['translationMap'])).map(([key, given]) => {
      const source = textOf(given) ?? '';
      return { key, path: parseJsonPath(source), source, fallback: textOf(defaults[key]) };
    }),
    template: isWhole ? undefined : new Text('the success template', template),
  };
}

/** The answer of a service as the contract wants it: translation map, then success template (documented). */
export function resultOf(
  { map, template }: ResultPlan,
  inputs: JsonObject,
  { body }: HttpResponse,
  trace: Trace,
): Json {
  const document = traced(trace, 'Read the response', () => readResponse(body));
  const texts = traced(
    trace,
    'Apply the translation map',
    () => translated(map, document),
    (found) => Object.fromEntries(found),
  );
  return traced(
    trace,
    'Render the success template',
    () => (template ? parsedResult(template.with(new ResultVariables(texts, body, inputs))) : (document.data as Json)),
    (result) => result,
  );
}

/** What a success template knows: the inputs, the whole answer, and what the translation map found. */
class ResultVariables implements Variables {
  #input: JavaValue | undefined;

  constructor(
    private readonly texts: ReadonlyMap<string, string>,
    private readonly rawResult: string,
    private readonly inputs: JsonObject,
  ) {}

  get(name: string): JavaValue | undefined {
    if (name === 'input') return (this.#input ??= javaValue(this.inputs));
    return name === 'rawResult' ? this.rawResult : this.texts.get(name);
  }
}

/** An answer as paths are asked of it. An empty one has nothing to translate: an empty object (assumed). */
function readResponse(body: string): JsonDocument {
  // A character has three bytes at most.
  if (body.length * 3 > LARGEST && Buffer.byteLength(body) > LARGEST)
    throw untranslatable(`The response is larger than ${LARGEST} bytes.`);
  try {
    return new JsonDocument(body.trim() === '' ? '{}' : body);
  } catch (problem) {
    if (!(problem instanceof JsonSyntaxError)) throw problem;
    throw untranslatable(`The response is no JSON: ${problem.message}.`);
  }
}

/** Each key with JSON text: what its path finds, or its default as it stands; without either the key is not there. */
function translated(map: ResultPlan['map'], document: JsonDocument): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { key, path, source, fallback } of map) {
    if ('problem' in path) throw untranslatable(`The path of '${key}', ${source}, cannot be read: ${path.problem}.`);
    // A path that finds nothing has its default; what else goes wrong with it does too (assumed).
    const text = found(path, key, document) ?? fallback;
    if (text !== undefined) texts.set(key, text);
  }
  return texts;
}

function found(path: JsonPath, key: string, document: JsonDocument): string | undefined {
  try {
    return document.find(path);
  } catch (problem) {
    if (problem instanceof TooMuch) throw untranslatable(`What the path of '${key}' finds ${problem.message}.`);
    throw problem;
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
  if (levels(json, DEEPEST + 1) > DEEPEST) throw untranslatable(`The result is nested deeper than ${DEEPEST} levels.`);
  return json;
}
