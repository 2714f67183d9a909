import { JavaNumber } from '../java/number';
import { TooMuch } from '../java/work';
import { type TextSource } from './text-source';
import { type Comparison, type Expression, type Reference, type Step } from './tree';

const blanks = /[ \t\r\n]+/y;

/** Operators by how tightly they bind, loosest first. A word is an operator only if it ends there. */
const levels: readonly (readonly (readonly [RegExp, string])[])[] = [
  [[/\|\||or(?![\w@])/y, 'or']],
  [[/&&|and(?![\w@])/y, 'and']],
  [
    [/==|eq(?![\w@])/y, '=='],
    [/!=|ne(?![\w@])/y, '!='],
  ],
  [
    [/<=|le(?![\w@])/y, '<='],
    [/<|lt(?![\w@])/y, '<'],
    [/>=|ge(?![\w@])/y, '>='],
    [/>|gt(?![\w@])/y, '>'],
  ],
  [
    [/\+/y, '+'],
    // A minus right in front of a digit belongs to the number.
    [/-(?!\.?\d)/y, '-'],
  ],
  [
    [/\*/y, '*'],
    [/\//y, '/'],
    [/%/y, '%'],
  ],
];

/** Operators of one expression (our own bound): each makes the tree deeper. */
const MOST_OPERATORS = 200;

/** Reads the condition of an `#if`, the right side of a `#set`. */
export const readExpression = (source: TextSource): Expression => source.nested(() => readLevel(source, 0));

function readLevel(source: TextSource, level: number): Expression {
  const operators = levels[level];
  if (!operators) return readUnary(source);
  const start = source.at;
  let left = readLevel(source, level + 1);
  for (let count = 0; ; count += 1) {
    if (count > MOST_OPERATORS) throw source.wrong(`more than ${MOST_OPERATORS} operators stand in a row`);
    const middle = source.at;
    const operator = operators.find(([pattern]) => source.take(pattern) !== undefined)?.[1];
    if (operator === undefined) return left;
    const second = source.at;
    const right = readLevel(source, level + 1);
    left = joined(operator, left, right, [source.text.slice(start, middle), source.text.slice(second, source.at)]);
  }
}

function joined(operator: string, left: Expression, right: Expression, sources: [string, string]): Expression {
  if (operator === 'and' || operator === 'or') return { kind: operator, left, right };
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/' || operator === '%')
    return { kind: 'calculate', operator, left, right, sources: [sources[0].trim(), sources[1].trim()] };
  return { kind: 'compare', operator: operator as Comparison, left, right };
}

function readUnary(source: TextSource): Expression {
  source.take(blanks);
  if (source.take(/!(?!=)|not(?![\w@])/y) === undefined) return readPrimary(source);
  return { kind: 'not', what: source.nested(() => readUnary(source)) };
}

function readPrimary(source: TextSource): Expression {
  source.take(blanks);
  const value = source.take(/\(/y) === undefined ? readValue(source) : inParentheses(source);
  if (!value) throw source.wrong('expected a value');
  source.take(blanks);
  return value;
}

function inParentheses(source: TextSource): Expression {
  const value = readExpression(source);
  source.must(/\)/y, ')');
  return value;
}

/** An argument of a method, an item of a list: no operators. */
function readParameter(source: TextSource): Expression {
  source.take(blanks);
  const value = readValue(source);
  if (!value) throw source.wrong('expected a value');
  source.take(blanks);
  return value;
}

/** What stands in the brackets behind a reference; the opening one has been read. */
function readIndex(source: TextSource): Expression {
  const value = readParameter(source);
  if (!['string', 'interpolated', 'number', 'boolean', 'reference'].includes(value.kind))
    throw source.wrong('expected a text, a whole number or a reference as index');
  source.must(/\]/y, '] behind the index');
  return value;
}

/** A value without operators around it; undefined if none begins here. */
export function readValue(source: TextSource): Expression | undefined {
  return (
    readString(source) ??
    readNumber(source) ??
    readWordValue(source) ??
    source.nested(() => readRange(source) ?? readList(source) ?? readMap(source)) ??
    readReference(source)
  );
}

function readNumber(source: TextSource): Expression | undefined {
  const number = source.take(
    /-?\d+(?=\.\.)|-?\d+\.\d*(?:[eE][+-]?\d+)?|-?\.\d+(?:[eE][+-]?\d+)?|-?\d+[eE][+-]?\d+|-?\d+/y,
  );
  if (number === undefined) return undefined;
  try {
    return { kind: 'number', value: JavaNumber.read(number) };
  } catch (problem) {
    if (problem instanceof TooMuch) throw source.wrong(problem.message);
    throw problem;
  }
}

function readWordValue(source: TextSource): Expression | undefined {
  const word = source.take(/(?:true|false)(?![\w@-])/y);
  return word === undefined ? undefined : { kind: 'boolean', value: word === 'true' };
}

/** `[1..$n]` */
function readRange(source: TextSource): Expression | undefined {
  const start = source.at;
  if (source.take(/\[/y) === undefined) return undefined;
  const from = readEnd(source);
  if (!from || source.take(/\.\./y) === undefined) {
    source.at = start;
    return undefined;
  }
  const to = readEnd(source);
  if (!to) throw source.wrong('expected a whole number or a reference');
  source.must(/\]/y, '] behind the range');
  return { kind: 'range', from, to };
}

function readEnd(source: TextSource): Expression | undefined {
  source.take(blanks);
  const whole = source.looksAt(/-?\d+(?![\d.eE])|-?\d+(?=\.\.)/y) ? readNumber(source) : undefined;
  const end = whole ?? (source.looksAt(/\\*\$/y) ? readReference(source) : undefined);
  source.take(blanks);
  return end;
}

function readList(source: TextSource): Expression | undefined {
  if (source.take(/\[/y) === undefined) return undefined;
  if (source.take(/\]/y) !== undefined) return { kind: 'list', items: [] };
  const items = [readParameter(source)];
  while (source.take(/,/y) !== undefined) items.push(readParameter(source));
  source.must(/\]/y, '] behind the list');
  return { kind: 'list', items };
}

function readMap(source: TextSource): Expression | undefined {
  if (source.take(/\{/y) === undefined) return undefined;
  if (source.take(/[ \t\r\n]*\}/y) !== undefined) return { kind: 'map', entries: [] };
  const entries = [readEntry(source)];
  while (source.take(/,/y) !== undefined) entries.push(readEntry(source));
  source.must(/\}/y, '} behind the map');
  return { kind: 'map', entries };
}

function readEntry(source: TextSource): readonly [Expression, Expression] {
  const key = readParameter(source);
  source.must(/:/y, ': behind the key');
  return [key, readParameter(source)];
}

/** In a string its own quote is written twice; only double quotes interpolate. */
function readString(source: TextSource): Expression | undefined {
  const start = source.at;
  const single = source.take(/'(?:[^']|'')*'/y);
  if (single !== undefined) return { kind: 'string', text: single.slice(1, -1).replaceAll("''", "'") };
  const double = source.take(/"(?:[^"]|"")*"/y);
  if (double === undefined) {
    if (source.looksAt(/["']/y)) throw source.wrong('the string is not closed');
    return undefined;
  }
  const text = unescaped(double.slice(1, -1), source, start).replaceAll('""', '"');
  if (!/[$#]/.test(double)) return { kind: 'string', text };
  // The engine appends a blank, so that a dollar at the end is no error, and removes it afterwards.
  const padded = !text.includes('##');
  return {
    kind: 'interpolated',
    body: source.inner(padded ? `${text} ` : text, start + 1),
    padded,
    source: double,
  };
}

/** `\u0041` is the only escape. */
function unescaped(text: string, source: TextSource, at: number): string {
  if (/\\u(?![\da-fA-F]{4})/.test(text)) throw source.wrong('the string has a \\u without four hexadecimal digits', at);
  return text.replace(/\\u([\da-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A dollar with what belongs to it: backslashes in front, more dollars, a quiet mark. */
const opening = /\\*\$(?:\\*\$)*!?(?=\{?[A-Za-z_])/y;
const identifier = /[A-Za-z_][A-Za-z0-9_-]*/y;

/** Reads a reference; undefined where the dollar begins none. */
export function readReference(source: TextSource): Reference | undefined {
  const prefix = source.take(opening);
  return prefix === undefined ? undefined : readReferenceAfter(source, prefix);
}

/** Reads what follows the dollar. */
export function readReferenceAfter(source: TextSource, prefix: string): Reference {
  const start = source.at - prefix.length;
  const slashes = /^\\*/.exec(prefix)?.[0].length ?? 0;
  const dollar = prefix.lastIndexOf('$');
  const formal = source.take(/\{/y) !== undefined;
  const root = source.must(identifier, 'a name');
  if (root === 'true' || root === 'false') throw source.wrong(`${root} cannot be the name of a reference`);
  const steps = source.nested(() => readSteps(source));
  if (formal) source.must(/\}/y, '} at the end of the reference');
  return {
    kind: 'reference',
    root,
    steps,
    quiet: prefix.endsWith('!'),
    escaped: slashes % 2 === 1,
    backslashes: '\\'.repeat(Math.floor(slashes / 2)),
    dollars: prefix.slice(slashes, dollar),
    source: source.text.slice(start + Math.max(0, dollar), source.at),
    offset: source.base + start + dollar,
  };
}

function readSteps(source: TextSource): readonly Step[] {
  const steps: Step[] = [];
  for (;;) {
    const offset = source.base + source.at;
    if (source.take(/\[/y) !== undefined) {
      steps.push({ kind: 'index', index: readIndex(source), offset });
    } else if (source.take(/\.(?=[A-Za-z])/y) !== undefined) {
      const name = source.must(identifier, 'a name');
      // A parenthesis at the very end, or one around nothing but a bare word, is text.
      if (source.take(/\((?!$)(?!(?!(?:true|false)\))[A-Za-z_][\w-]*\))/y) === undefined)
        steps.push({ kind: 'property', name });
      else steps.push({ kind: 'method', name, arguments: readArguments(source), offset });
    } else return steps;
  }
}

/** The arguments of a method; the opening parenthesis has been read. */
function readArguments(source: TextSource): readonly Expression[] {
  if (source.take(/\)/y) !== undefined) return [];
  const list = [readParameter(source)];
  while (source.take(/,/y) !== undefined) list.push(readParameter(source));
  source.must(/\)/y, ') behind the arguments');
  return list;
}
