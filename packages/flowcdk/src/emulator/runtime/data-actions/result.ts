import { JsonSyntaxError } from '@flowcdk/data-action-engines/java';
import { levels } from '@flowcdk/data-action-engines';
import type { JavaValue } from '@flowcdk/data-action-engines/java';
import { TooMuch } from '@flowcdk/data-action-engines/java';
import { JsonDocument, type JsonPath, parseJsonPath, PathError } from '@flowcdk/data-action-engines/json-path';
import type { JsonPathProblem } from '@flowcdk/data-action-engines/json-path';
import type { Variables } from '@flowcdk/data-action-engines/velocity';
import { type Json, type JsonObject, jsonIn } from '../../state/json';
import type { ActionDraft } from '../../state/tables/data-action';
import type { HttpResponse } from '../services/http';
import { untranslatable } from './failure';
import { inputFor, namedInputs, type NamedInputs } from './input-variables';
import { nonBlank, Text } from './rendering';
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
  readonly named: NamedInputs;
}

/** A key of the translation map. */
interface Translation {
  readonly key: string;
  readonly path: JsonPath | JsonPathProblem;
  /** The path as written. */
  readonly source: string;
  readonly fallback: string | undefined;
}

export function resultPlan({ config }: ActionDraft): ResultPlan {
  const { translationMap = {}, translationMapDefaults: defaults = {}, successTemplate } = config?.response ?? {};
  // What is empty was not given: the provider says so (documented default).
  const template = nonBlank(successTemplate);
  const isWhole = template === undefined || /^\s*\$!?\{?rawResult\}?\s*$/.test(template);
  return {
    map: Object.entries(translationMap).map(([key, source]) => ({
      key,
      path: parseJsonPath(source),
      source,
      fallback: defaults[key],
    })),
    template: isWhole ? undefined : new Text('the success template', template),
    named: namedInputs(isWhole ? [] : [template]),
  };
}

/** The answer of a service as the contract wants it: translation map, then success template (documented). */
export function resultOf(plan: ResultPlan, inputs: JsonObject, { body }: HttpResponse, trace: Trace): Json {
  const document = traced(trace, 'Read the response', () => readResponse(body));
  const texts = traced(
    trace,
    'Apply the translation map',
    () => translated(plan.map, document),
    (values) => Object.fromEntries(values),
  );
  return traced(
    trace,
    'Render the success template',
    () => {
      if (!plan.template) return document.data as Json;
      return parsedResult(plan.template.with(new ResultVariables(plan.named, texts, body, inputs, trace)), trace);
    },
    (result) => result,
  );
}

/** What a success template knows: the inputs, the whole answer, and what the translation map found. */
class ResultVariables implements Variables {
  #input: JavaValue | undefined;

  constructor(
    private readonly named: NamedInputs,
    private readonly texts: ReadonlyMap<string, string>,
    private readonly rawResult: string,
    private readonly inputs: JsonObject,
    private readonly trace: Trace,
  ) {}

  get(name: string): JavaValue | undefined {
    if (name === 'input' || this.named.roots.includes(name)) return (this.#input ??= this.#inputVariable());
    return name === 'rawResult' ? this.rawResult : this.texts.get(name);
  }

  #inputVariable(): JavaValue {
    const warn = (warning: string): void => this.trace('Render the success template', { warning });
    return inputFor(this.named, this.inputs, warn);
  }
}

/** An answer as paths are asked of it. An empty one has nothing to translate: an empty object (assumed). */
function readResponse(body: string): JsonDocument {
  // A character has three bytes at most.
  if (body.length * 3 > LARGEST && Buffer.byteLength(body) > LARGEST)
    throw untranslatable(`The response is larger than ${LARGEST} bytes.`);
  try {
    const document = new JsonDocument(body.trim() === '' ? '{}' : body);
    if (isTooDeep(document.data)) throw untranslatable(`The response is nested deeper than ${DEEPEST} levels.`);
    return document;
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
    // A path that finds nothing has its default; one that does not fit what is there does too (assumed).
    const text = textAt(path, key, source, document) ?? fallback;
    if (text !== undefined) texts.set(key, text);
  }
  return texts;
}

function textAt(path: JsonPath, key: string, source: string, document: JsonDocument): string | undefined {
  try {
    return document.find(path);
  } catch (problem) {
    if (problem instanceof PathError)
      throw untranslatable(`The path of '${key}', ${source}, cannot be followed: ${problem.message}.`);
    if (problem instanceof TooMuch) throw untranslatable(`What the path of '${key}' finds ${problem.message}.`);
    throw problem;
  }
}

/** Garbage behind the JSON is tolerated, as published templates show (assumed); the trace warns of it. */
function parsedResult(text: string, trace: Trace): Json {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  const end = endOfFirst(text);
  const first = parsed(text.slice(0, end));
  if (first === undefined) throw untranslatable(`The success template gives no JSON: ${shown(text)}`);
  const warning = `behind the JSON of the success template stands ${shown(text.slice(end).trim())}`;
  trace('Render the success template', { warning });
  return first;
}

/** Undefined for what is no JSON. */
function parsed(text: string): Json | undefined {
  const result = jsonIn(text);
  if (isTooDeep(result)) throw untranslatable(`The result is nested deeper than ${DEEPEST} levels.`);
  return result;
}

const isTooDeep = (data: unknown): boolean => levels(data, DEEPEST + 1) > DEEPEST;

const shown = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** Where the first list or object of a text ends; the end of the text where it begins with neither. */
function endOfFirst(text: string): number {
  if (!/^\s*[[{]/.test(text)) return text.length;
  let open = 0;
  let quoted = false;
  for (const { 0: mark, index } of text.matchAll(/\\[^]|["[\]{}]/g)) {
    if (mark === '"') quoted = !quoted;
    if (quoted || mark === '"') continue;
    if (mark === '[' || mark === '{') open += 1;
    else if (mark === ']' || mark === '}') open -= 1;
    if (open === 0) return index + 1;
  }
  return text.length;
}
