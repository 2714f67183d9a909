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

/** How deep lists and objects of a response may be nested (documented). */
const DEEPEST = 50;
/** The largest response in bytes (documented for Call Data). */
const LARGEST = 2 * 1024 * 1024;

/** The parsed translation map and success template of a data action. They are read once. */
export interface ResultPlan {
  readonly map: readonly Translation[];
  /** Undefined if the answer is the result as it stands. */
  readonly template: Text | undefined;
  readonly named: NamedInputs;
}

/** A key of the translation map. */
interface Translation {
  readonly key: string;
  readonly path: JsonPath | JsonPathProblem;
  /** The text of the path. */
  readonly source: string;
  readonly fallback: string | undefined;
}

export function resultPlan({ config }: ActionDraft): ResultPlan {
  const { translationMap = {}, translationMapDefaults: defaults = {}, successTemplate } = config?.response ?? {};
  // An empty template counts as absent, because the provider writes it by default (documented).
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

/**
 * Turns the answer of a service into the result: first by the translation map, then by the success template
 * (documented).
 */
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

/** The variables of a success template: the inputs, the whole answer, and the values of the translation map. */
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

/** Parses an answer, so that paths can read it. An empty answer counts as an empty object (assumed). */
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

/** The JSON text of each key: the value at its path, else its default as it stands. A key with neither is left out. */
function translated(map: ResultPlan['map'], document: JsonDocument): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { key, path, source, fallback } of map) {
    if ('problem' in path) throw untranslatable(`The path of '${key}', ${source}, cannot be read: ${path.problem}.`);
    // If a path leads to nothing, the default applies. It applies too if the path does not fit the document (assumed).
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

/**
 * Parses the result. It ignores garbage behind the JSON, as published templates rely on that (assumed). The trace gets
 * a warning.
 */
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

/** Parses JSON; undefined if the text is none. */
function parsed(text: string): Json | undefined {
  // Whatever is too deep gets a message of its own.
  const result = jsonIn(text, Infinity);
  if (isTooDeep(result)) throw untranslatable(`The result is nested deeper than ${DEEPEST} levels.`);
  return result;
}

const isTooDeep = (data: unknown): boolean => levels(data, DEEPEST + 1) > DEEPEST;

const shown = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** The position behind the first list or object of a text; the length of the text if it begins with neither. */
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
