import { readFilter, readOperand } from './parse-filter';
import { PathSource, PathSyntaxError, unquoted } from './path-source';
import { type FunctionCall, type JsonPath, type JsonPathProblem, type Step } from './tree';

/** Characters of a path; a bound of ours. */
const LONGEST = 10_000;

/** Reads a path: `parseJsonPath('$.items[*].id')` ⇒ `{ definite: false, … }`, or what is wrong with it. */
export function parseJsonPath(text: string): JsonPath | JsonPathProblem {
  try {
    if (text.length > LONGEST) throw new PathSyntaxError(`is longer than ${LONGEST} characters`, LONGEST);
    if (text.trim() === '') throw new PathSyntaxError('is empty', 0);
    const source = new PathSource(text, (inner) => readPath(inner, true));
    source.take(/\s+/y);
    const path = readPath(source, false);
    if (text.slice(source.at).trim() !== '') throw source.wrong('expected . or [');
    return source.doubt ? Object.freeze({ ...path, doubt: source.doubt }) : path;
  } catch (problem) {
    if (!(problem instanceof PathSyntaxError)) throw problem;
    return { problem: problem.message, offset: problem.offset };
  }
}

/** Reads a path to its end. Inside a filter a path ends before an operator or a parenthesis. */
function readPath(source: PathSource, inFilter: boolean): JsonPath {
  return source.nested(() => {
    const root = source.take(/[$@]/y);
    const steps: Step[] = [];
    let call: FunctionCall | undefined;
    // Without $ the engine puts "$." in front: a path that begins with a dot then begins with "..".
    if (root === undefined) readFirst(source, steps);
    while (!call && source.looksAt(inFilter ? /[.[]/y : /[.[]|(?<=\])[\w*]/y)) call = readStep(source, steps, inFilter);
    if (call && source.looksAt(/[.[]/y)) throw source.wrong('goes on after a function');
    return finished(steps, call, root !== '@');
  });
}

function finished(steps: readonly Step[], call: FunctionCall | undefined, fromRoot: boolean): JsonPath {
  // A function makes one value of whatever the path found.
  const definite = call !== undefined || steps.every(isDefinite);
  const members = call === undefined && fromRoot ? membersOf(steps) : undefined;
  return Object.freeze({
    definite,
    steps: Object.freeze(steps),
    fromRoot,
    ...(call ? { call } : {}),
    ...(members ? { members: Object.freeze(members) } : {}),
  });
}

/** The names and indexes of a path that consists of nothing else. */
function membersOf(steps: readonly Step[]): (string | number)[] | undefined {
  const members: (string | number)[] = [];
  for (const step of steps) {
    const several = step.kind === 'names' ? step.names : step.kind === 'indexes' ? step.indexes : [];
    const [first] = several;
    if (first === undefined || several.length > 1) return undefined;
    members.push(first);
  }
  return members;
}

const isDefinite = (step: Step): boolean =>
  step.kind === 'names' || step.kind === 'fromEnd' || (step.kind === 'indexes' && step.indexes.length === 1);

function readFirst(source: PathSource, steps: Step[]): void {
  if (source.take(/\.{1,2}/y) !== undefined) readAfterScan(source, steps);
  else if (!source.looksAt(/\[/y)) steps.push(readName(source));
}

/** Reads one step with its dots or brackets. Gives the function, if the step is one. */
function readStep(source: PathSource, steps: Step[], inFilter: boolean): FunctionCall | undefined {
  if (source.take(/\.{2,3}/y) !== undefined) {
    readAfterScan(source, steps);
    return undefined;
  }
  if (source.take(/\./y) === undefined && !source.looksAt(/\[/y))
    source.doubt ??= { problem: 'expected . or [', offset: source.at };
  if (source.looksAt(/\[/y)) {
    steps.push(readBracket(source, steps));
    return undefined;
  }
  const call = readCall(source);
  if (call) return call;
  steps.push(readName(source, inFilter));
  return undefined;
}

function readAfterScan(source: PathSource, steps: Step[]): void {
  steps.push({ kind: 'scan' });
  steps.push(source.looksAt(/\[/y) ? readBracket(source, steps) : readName(source));
}

/** Names without brackets; in a filter operators end them. */
const name = /[^\s.[\]()'"]+/y;
const nameInFilter = /[^\s.[\]()'"=<>!~&|,]+/y;

function readName(source: PathSource, inFilter = false): Step {
  if (source.take(/\*/y) !== undefined) return { kind: 'wildcard' };
  const start = source.at;
  const word = source.take(inFilter ? nameInFilter : name);
  if (word === undefined) throw source.wrong('expected a property name');
  if (source.looksAt(/['"(]/y)) throw new PathSyntaxError("this name has to stand in brackets: ['name']", start);
  return { kind: 'names', names: [word] };
}

const functions = new Set([
  'length',
  'size',
  'keys',
  'min',
  'max',
  'avg',
  'sum',
  'stddev',
  'concat',
  'append',
  'first',
  'last',
  'index',
]);

function readCall(source: PathSource): FunctionCall | undefined {
  const start = source.at;
  const called = source.take(/[A-Za-z]+\(/y)?.slice(0, -1);
  if (called === undefined) return undefined;
  if (!functions.has(called))
    throw new PathSyntaxError(`does not know the function ${called}(); there are ${[...functions].join(', ')}`, start);
  source.take(/\s+/y);
  const args = source.looksAt(/\)/y) ? [] : [readOperand(source)];
  while (source.take(/\s*,\s*/y) !== undefined) args.push(readOperand(source));
  if (source.take(/\s*\)/y) === undefined) throw source.wrong('expected ) behind the arguments');
  return { name: called, arguments: args };
}

const numbers = /\[\s*-?\d+\s*(?:,\s*-?\d+\s*)*\]/y;
const quoted = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/g;
const names =
  /\[\s*(?:'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*")(?:\s*,\s*(?:'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"))*\s*\]/y;

function readBracket(source: PathSource, before: readonly Step[]): Step {
  const start = source.at;
  if (source.take(/\[\s*\*\s*\]/y) !== undefined) return { kind: 'wildcard' };
  if (source.looksAt(/\[\s*\?/y)) return { kind: 'filter', condition: readFilter(source) };
  const indexes = source.take(numbers);
  if (indexes !== undefined) return indexStep(source, indexes, before, start);
  const slice = /^\[\s*(-?\d+)?\s*:\s*(-?\d+)?\s*\]$/.exec(source.take(/\[\s*(?:-?\d+)?\s*:\s*(?:-?\d+)?\s*\]/y) ?? '');
  if (slice) return sliceStep(slice[1], slice[2], start);
  const cut = source.take(cutNumbers);
  if (cut !== undefined) return cutStep(source, cut, before, start);
  const fromEnd = /-\s*(\d+)/.exec(
    source.take(/\[\s*\(\s*@\s*\.\s*(?:length|size)\s*(?:\(\s*\))?\s*-\s*\d+\s*\)\s*\]/y) ?? '',
  );
  if (fromEnd) return { kind: 'fromEnd', offset: whole(fromEnd[1], start) };
  const bracket = source.take(names);
  if (bracket === undefined) throw source.wrong("expected ['name'], [0], [0:2], [*] or [?(…)]");
  const list = namesIn(bracket, source, start);
  if (list.length > 1 && source.looksAt(/[.[]/y))
    source.doubt ??= { problem: 'several names can only stand at the end', offset: start };
  return { kind: 'names', names: list };
}

/** The engine knows no escapes in names: a quote ends a name, also behind a backslash. */
function namesIn(bracket: string, source: PathSource, start: number): readonly string[] {
  if (bracket.includes('"') || !bracket.includes("\\'"))
    return Array.from(bracket.matchAll(quoted), ([text]) =>
      text.startsWith('"') ? unquoted(text) : text.slice(1, -1),
    );
  source.doubt ??= { problem: 'a name cannot contain a quote: the engine ends the name there', offset: start };
  return bracket.split("'").filter((_, i, pieces) => i % 2 === 1 && i < pieces.length - 1);
}

/** `[1.0]`, `[1:2:1]`: the engine reads the first numbers and passes over the rest up to the bracket. */
const cutNumbers = /\[\s*-?\d+\s*(?::\s*-?\d+\s*)?[.:a-zA-Z][^\]'?*[]*\]/y;

function cutStep(source: PathSource, text: string, before: readonly Step[], start: number): Step {
  const [, first = '', last] = /^\[\s*(-?\d+)\s*(?::\s*(-?\d+))?/.exec(text) ?? [];
  source.doubt ??= { problem: `the engine reads only the beginning of ${text}`, offset: start };
  return last === undefined ? indexStep(source, first, before, start) : sliceStep(first, last, start);
}

function indexStep(source: PathSource, text: string, before: readonly Step[], start: number): Step {
  const indexes = (text.match(/-?\d+/g) ?? []).map((digits) => whole(digits, start));
  if (indexes.length === 1 && before.at(-1)?.kind === 'filter')
    source.doubt ??= { problem: 'an index after a filter does not choose one of the matches', offset: start };
  return { kind: 'indexes', indexes };
}

function sliceStep(from: string | undefined, to: string | undefined, start: number): Step {
  if (from === undefined && to === undefined)
    throw new PathSyntaxError('a slice needs a number: [0:2], [1:], [:2]', start);
  return {
    kind: 'slice',
    ...(from === undefined ? {} : { from: whole(from, start) }),
    ...(to === undefined ? {} : { to: whole(to, start) }),
  };
}

function whole(digits: string | undefined, offset: number): number {
  const value = Number(digits);
  if (Math.abs(value) < 2 ** 31) return value;
  throw new PathSyntaxError('this number is too large', offset);
}
