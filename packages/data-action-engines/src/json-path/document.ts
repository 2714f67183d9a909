import { fromData, JsonSyntaxError, jsonText, readJson } from '../java/json';
import { levels } from '../levels';
import { type JavaValue } from '../java/value';
import { Work } from '../java/work';
import { evaluateJsonPath } from './evaluate';
import { PathError } from './path-error';
import { type JsonPath } from './tree';

/**
 * What JavaScript's numbers and objects do not hold as Java's do: fractions, many digits, -0; names that are numbers,
 * which would change their order. Inside of texts it may find what is none, which only costs time.
 */
const BEYOND_JAVASCRIPT = /(?:^|[\s:[,])(?:-0(?!\d)|-?\d+[.eE]|-?\d{16})|"\d+"\s*:/;

/**
 * A JSON text that paths are asked of. It is read by JavaScript's own parser, which is many times faster; where the
 * answer could differ from Java's, and for all but plain paths, it is read the way Java reads it.
 */
export class JsonDocument {
  /** As JavaScript has it. */
  readonly data: unknown;
  private readonly isPlain: boolean;
  private java: JavaValue | undefined;
  /** What paths have done here so far. */
  private steps = 0;

  /** Throws a {@link JsonSyntaxError} where the text is no JSON. */
  constructor(text: string) {
    this.data = parsed(text);
    this.isPlain = !BEYOND_JAVASCRIPT.test(text) && levels(this.data, DEEPEST) < DEEPEST;
    if (!this.isPlain) this.java = readJson(text);
  }

  /** As templates and paths have it. */
  get value(): JavaValue {
    return (this.java ??= fromData(this.data));
  }

  /**
   * What a path finds, as JSON text; undefined where it finds nothing or does not fit the document. Throws a
   * {@link PathError} where it takes too much, and {@link TooMuch} where what it finds is too long.
   */
  find(path: JsonPath): string | undefined {
    if (this.isPlain && path.members) {
      // Most paths of most maps find a text, or nothing where nobody is known.
      const found = memberOf(this.data, path.members);
      if (found === undefined) return undefined;
      return typeof found === 'string' ? JSON.stringify(found) : jsonText(fromData(found));
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

/** What all paths of a document may do together; a bound of ours. */
const MOST_STEPS = 5_000_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (problem) {
    // Java's way tells where and why.
    readJson(text);
    throw new JsonSyntaxError(String(problem), 0);
  }
}

function memberOf(data: unknown, members: readonly (string | number)[]): unknown {
  let found = data;
  for (const member of members) {
    if (typeof member === 'number') {
      if (!Array.isArray(found)) return undefined;
      found = (found as readonly unknown[])[member < 0 ? found.length + member : member];
    } else {
      if (typeof found !== 'object' || found === null || Array.isArray(found) || !Object.hasOwn(found, member))
        return undefined;
      found = (found as Readonly<Record<string, unknown>>)[member];
    }
    if (found === undefined) return undefined;
  }
  return found;
}

/** Deeper than that is left to Java's way, which refuses it. */
const DEEPEST = 50;
