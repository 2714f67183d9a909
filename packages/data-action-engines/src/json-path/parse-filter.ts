import { JsonSyntaxError, readJson } from '../java/json';
import { parsePattern, PatternError } from '../java/regex';
import { type PathSource, PathSyntaxError, unquoted } from './path-source';
import { type Condition, type Operand, type Operator } from './tree';

const blanks = /\s+/y;
const operators =
  /===|!==|==|!=|<=|>=|=~|<|>|(?:in|nin|subsetof|anyof|noneof|contains|size|empty|IN|NIN|SUBSETOF|ANYOF|NONEOF|CONTAINS|SIZE|EMPTY)(?![\w])/y;

/** `[?(…)]`: the place is in front of the bracket. */
export function readFilter(source: PathSource): Condition {
  const start = source.at;
  if (source.take(/\[\s*\?\s*\(/y) === undefined) throw source.wrong('a filter is written [?(…)]');
  if (source.looksAt(/\s*\)/y)) throw new PathSyntaxError('the filter is empty', source.at);
  if (source.looksAt(/\s*$/y)) throw unfinished(source, start);
  const condition = readOr(source);
  if (source.take(/\s*\)/y) === undefined) throw unfinished(source, start);
  if (source.take(/\s*\]/y) === undefined) throw source.wrong('expected ] after the filter');
  return condition;
}

const unfinished = (source: PathSource, start: number): PathSyntaxError =>
  source.looksAt(/\s*$/y)
    ? new PathSyntaxError('the filter is not closed', start)
    : source.wrong('expected an operator, && or || or the end of the filter');

function readOr(source: PathSource): Condition {
  return source.nested(() => {
    let left = readAnd(source);
    while (source.take(/\s*\|\|/y) !== undefined) left = { kind: 'or', left, right: readAnd(source) };
    return left;
  });
}

function readAnd(source: PathSource): Condition {
  let left = readTerm(source);
  while (source.take(/\s*&&/y) !== undefined) left = { kind: 'and', left, right: readTerm(source) };
  return left;
}

function readTerm(source: PathSource): Condition {
  source.take(blanks);
  if (source.looksAt(/!\s*\(/y)) return readNegation(source);
  if (source.take(/!\s*(?=[@$])/y) !== undefined) return { kind: 'not', what: readComparison(source) };
  if (source.take(/\(/y) === undefined) return readComparison(source);
  return closed(source, readOr(source));
}

/** `!(@.a == 1)`: the engine negates only paths. It takes `!(@.a` for a text and compares that. */
function readNegation(source: PathSource): Condition {
  const start = source.at;
  source.doubt ??= { problem: 'the engine negates only a path, as in !@.name', offset: start };
  source.take(/!\s*\(/y);
  let inner = source.nested(() => readComparison(source, start));
  while (source.take(/\s*&&/y) !== undefined) inner = { kind: 'and', left: inner, right: readTerm(source) };
  if (source.take(/\s*\|\|/y) !== undefined) inner = { kind: 'or', left: inner, right: readOr(source) };
  return closed(source, inner);
}

function closed(source: PathSource, inner: Condition): Condition {
  if (source.take(/\s*\)/y) === undefined) throw source.wrong('expected )');
  return inner;
}

/** A comparison, or a path that has to be there. `textFrom` is where the left side begins if it counts as a text. */
function readComparison(source: PathSource, textFrom?: number): Condition {
  const start = source.at;
  const operand = readOperand(source);
  const left: Operand =
    textFrom === undefined ? operand : { kind: 'literal', text: source.text.slice(textFrom, source.at), quoted: true };
  source.take(blanks);
  const operator = source.take(operators)?.toLowerCase() as Operator | undefined;
  if (operator === undefined) {
    if (left.kind === 'path') return { kind: 'exists', path: left.path };
    throw new PathSyntaxError('a literal alone is no condition', start);
  }
  source.take(blanks);
  const right = readRight(source);
  if (operator === '=~' && left.kind !== 'pattern' && right.kind !== 'pattern')
    throw new PathSyntaxError('=~ needs a regular expression between slashes', start);
  return { kind: 'compare', operator, left, right };
}

/** The right side. Where nothing stands there, the engine compares with an empty text. */
function readRight(source: PathSource): Operand {
  if (!source.looksAt(/\)/y)) return readOperand(source);
  source.doubt ??= { problem: 'expected a path, a text, a number, true, false or null', offset: source.at };
  return { kind: 'literal', text: '', quoted: true };
}

/** One side of a comparison, an argument of a function. */
export function readOperand(source: PathSource): Operand {
  const start = source.at;
  if (source.looksAt(/[@$]/y)) {
    const path = source.pathInFilter();
    if (!path.definite) throw new PathSyntaxError('a path in a filter must be definite', start);
    return { kind: 'path', path };
  }
  // Between single quotes the engine takes every character as it is. Double quotes are of its later versions.
  const plain = source.take(/'(?:[^'\\]|\\[^])*'/y);
  if (plain !== undefined) return { kind: 'literal', text: plain.slice(1, -1), quoted: true };
  const text = source.take(/"(?:[^"\\]|\\[^])*"/y);
  if (text !== undefined) return { kind: 'literal', text: unquoted(text), quoted: true };
  const pattern = source.take(/\/(?:[^/\\]|\\[^])*\/[a-z]*/y);
  if (pattern !== undefined) return readPattern(pattern, start);
  if (source.looksAt(/[[{]/y)) return readStructure(source);
  const word = source.take(/-?[\p{L}\p{Nd}_.+-]+/uy);
  if (word === undefined) throw source.wrong('expected a path, a text, a number, true, false or null');
  return { kind: 'literal', text: word, quoted: false };
}

function readPattern(written: string, offset: number): Operand {
  const end = written.lastIndexOf('/');
  const source = written.slice(1, end).replaceAll('\\/', '/');
  try {
    return { kind: 'pattern', pattern: parsePattern(source, written.slice(end).includes('i')), source };
  } catch (problem) {
    if (!(problem instanceof PatternError)) throw problem;
    throw new PathSyntaxError(`the regular expression ${problem.message}`, offset + 1);
  }
}

/** `['a', 'b']`, `{"a": 1}`: JSON, in which texts may have single quotes. */
function readStructure(source: PathSource): Operand {
  const start = source.at;
  const text = source.take(
    /\[(?:[^\][{}'"]|'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*")*\]|\{(?:[^\][{}'"]|'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*")*\}/y,
  );
  if (text === undefined) throw source.wrong("a list is written ['a', 1]");
  try {
    const json = text.replace(/'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/g, (each) => JSON.stringify(unquoted(each)));
    return { kind: 'value', value: readJson(json) };
  } catch (problem) {
    if (!(problem instanceof JsonSyntaxError)) throw problem;
    throw new PathSyntaxError(`the list ${problem.message}`, start);
  }
}
