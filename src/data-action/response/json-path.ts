/**
 * JSONPath as the platform reads it (like Jayway's JsonPath; seen in published actions): only its syntax, and whether
 * it is definite. A definite path gives one value or fails; an indefinite one always gives a list, maybe an empty one.
 *
 * The parser walks the text once, step by step; every step says whether it keeps the path definite.
 */
export interface JsonPath {
  readonly definite: boolean;
}

/** What is wrong with a path, and where. */
export interface JsonPathProblem {
  readonly problem: string;
  /** Counted from 0. */
  readonly offset: number;
}

type Step = { readonly end: number; readonly kind: 'name' | 'index' | 'many' | 'filter' | 'function' };

/** Reads a path: `parseJsonPath('$.items[*].id')` ⇒ `{ definite: false }`. */
export function parseJsonPath(text: string): JsonPath | JsonPathProblem {
  if (text === '') return { problem: 'is empty', offset: 0 };
  let at = /^[$@]/.test(text) ? 1 : 0;
  let definite = true;
  let before: Step | undefined;
  while (at < text.length) {
    const step = readStep(text, at, before);
    if ('problem' in step) return step;
    if (step.kind === 'many' || step.kind === 'filter' || text.startsWith('..', at)) definite = false;
    before = step;
    at = step.end;
  }
  // A function makes one value of whatever the path found.
  return Object.freeze({ definite: definite || before?.kind === 'function' });
}

const name = /[^\s.[\]()'"?@]+/y;

function readStep(text: string, at: number, before: Step | undefined): Step | JsonPathProblem {
  if (before?.kind === 'function') return { problem: 'goes on after a function', offset: at };
  if (text[at] === '[') return readBracket(text, at, before);
  const dots = /\.{0,2}/y;
  dots.lastIndex = at;
  const found = dots.exec(text)?.[0].length ?? 0;
  if (found === 0 && at > 0) return { problem: 'expected . or [', offset: at };
  const start = at + found;
  if (text[start] === '[' && found === 2) return readBracket(text, start, undefined);
  if (text[start] === '*') return { kind: 'many', end: start + 1 };
  name.lastIndex = start;
  const property = name.exec(text)?.[0];
  if (property === undefined) return { problem: 'expected a property name', offset: start };
  const call = /\([^()]*\)/y;
  call.lastIndex = start + property.length;
  const args = call.exec(text)?.[0];
  if (args !== undefined) return { kind: 'function', end: start + property.length + args.length };
  return { kind: 'name', end: start + property.length };
}

/** What may stand in brackets, apart from filters. */
const brackets: readonly (readonly [RegExp, Step['kind']])[] = [
  [/\[\s*\*\s*\]/y, 'many'],
  [/\[\s*-?\d+\s*\]/y, 'index'],
  [/\[\s*-?\d+(?:\s*,\s*-?\d+)+\s*\]/y, 'many'],
  [/\[\s*(?:-?\d+)?\s*:\s*(?:-?\d+)?\s*\]/y, 'many'],
  [/\[\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:\s*,\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))*\s*\]/y, 'name'],
];

function readBracket(text: string, at: number, before: Step | undefined): Step | JsonPathProblem {
  if (/^\[\s*\?/.test(text.slice(at))) return readFilter(text, at);
  for (const [pattern, kind] of brackets) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    if (kind === 'index' && before?.kind === 'filter') {
      return { problem: 'an index after a filter does not choose one of the matches', offset: at };
    }
    return namedStep(text, at, found, kind);
  }
  return { problem: "expected ['name'], [0], [0:2], [*] or [?(…)]", offset: at };
}

/** Several names give one object only at the end of a path. */
function namedStep(text: string, at: number, found: string, kind: Step['kind']): Step {
  const end = at + found.length;
  const single = kind !== 'name' || /^\[\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*\]$/.test(found);
  return { kind: single || end === text.length ? kind : 'many', end };
}

/** `[?( … )]`: parentheses, brackets, strings and regular expressions must be closed. */
function readFilter(text: string, at: number): Step | JsonPathProblem {
  const open = /\[\s*\?\s*\(/y;
  open.lastIndex = at;
  const opening = open.exec(text)?.[0];
  if (opening === undefined) return { problem: 'a filter is written [?(…)]', offset: at };
  const token = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|=~\s*\/(?:[^/\\]|\\.)*\/|[()]|[^()'"=]+|=/y;
  let depth = 1;
  token.lastIndex = at + opening.length;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === '(') depth += 1;
    if (found[0] === ')') depth -= 1;
    if (depth === 0) return closeFilter(text, at + opening.length, token.lastIndex);
  }
  return { problem: 'the filter is not closed', offset: at };
}

function closeFilter(text: string, start: number, end: number): Step | JsonPathProblem {
  if (text.slice(start, end - 1).trim() === '') return { problem: 'the filter is empty', offset: start };
  const close = /\s*\]/y;
  close.lastIndex = end;
  const closing = close.exec(text)?.[0];
  return closing === undefined
    ? { problem: 'expected ] after the filter', offset: end }
    : { kind: 'filter', end: end + closing.length };
}
