import { fromData, JsonSyntaxError, jsonText, readJson } from '../java/json';
import { levels } from '../levels';
import { type JavaValue } from '../java/value';
import { Work } from '../java/work';
import { evaluateJsonPath } from './evaluate';
import { PathError } from './path-error';
import { type JsonPath } from './tree';

/**
 * What JavaScript's numbers and objects do not hold as Java's do: fractions, many digits, -0; names that are numbers,
 * which would change their order. It may also match inside a text, which only costs time.
 */
const BEYOND_JAVASCRIPT = /(?:^|[\s:[,])(?:-0(?!\d)|-?\d+[.eE]|-?\d{16})|"\d+"\s*:/;

/**
 * A JSON text that paths look into. JavaScript's own parser reads it, because it is many times faster. Where the answer
 * could differ from Java's, and for paths that are not plain, our own parser reads it as Java does.
 */
export class JsonDocument {
  /** The text as JavaScript's data. */
  readonly data: unknown;
  private readonly isPlain: boolean;
  private java: JavaValue | undefined;
  /** Steps that paths took here so far. */
  private steps = 0;

  /** Throws a {@link JsonSyntaxError} where the text is no JSON. */
  constructor(text: string) {
    this.data = parsed(text);
    this.isPlain = !BEYOND_JAVASCRIPT.test(text) && levels(this.data, DEEPEST) < DEEPEST;
    if (!this.isPlain) this.java = readJson(text);
  }

  /** The text as Java's values, which templates and paths work on. */
  get value(): JavaValue {
    return (this.java ??= fromData(this.data));
  }

  /**
   * What a path finds, as JSON text; undefined where it finds nothing or does not fit the document. Throws a
   * {@link PathError} where it takes too much, and {@link TooMuch} where what it finds is too long.
   */
  find(path: JsonPath): string | undefined {
    if (this.isPlain && path.members) {
      // Most paths find a text, or nothing where the service knows nobody.
      const value = memberOf(this.data, path.members);
      if (value === undefined) return undefined;
      return typeof value === 'string' ? JSON.stringify(value) : jsonText(fromData(value));
    }
    if (this.steps > MOST_STEPS)
      throw new PathError('PathTooCostly', `with those before it does more than ${MOST_STEPS} steps`);
    const work = new Work();
    try {
      return jsonText(evaluateJsonPath(path, this.value, work).value);
    } catch (problem) {
      if (problem instanceof PathError && problem.kind !== 'PathTooCostly') return undefined;
      throw problem;
    } finally {
      this.steps += work.steps;
    }
  }
}

/** Steps that all paths of a document may take together (our own bound). */
const MOST_STEPS = 5_000_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (problem) {
    // Our own parser says where and why.
    readJson(text);
    throw new JsonSyntaxError(String(problem), 0);
  }
}

function memberOf(data: unknown, members: readonly (string | number)[]): unknown {
  let value = data;
  for (const member of members) {
    if (typeof member === 'number') {
      if (!Array.isArray(value)) return undefined;
      value = (value as readonly unknown[])[member < 0 ? value.length + member : member];
    } else {
      if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, member))
        return undefined;
      value = (value as Readonly<Record<string, unknown>>)[member];
    }
    if (value === undefined) return undefined;
  }
  return value;
}

/** Our own parser refuses a document that is nested deeper. */
const DEEPEST = 50;
