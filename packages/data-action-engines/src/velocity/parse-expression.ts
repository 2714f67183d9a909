import { JavaNumber } from '../java/number';
import { TooMuch } from '../java/work';
import { type Token } from './lexer';
import { type TokenSource } from './token-source';
import { type Comparison, type Expression, type Reference, type Step } from './tree';

/** Operators by how tightly they bind, loosest first, with the names that stand for them. */
const levels: readonly Readonly<Record<string, string>>[] = [
  { '||': 'or', or: 'or' },
  { '&&': 'and', and: 'and' },
  { '==': '==', eq: '==', '!=': '!=', ne: '!=' },
  { '<': '<', lt: '<', '<=': '<=', le: '<=', '>': '>', gt: '>', '>=': '>=', ge: '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', '%': '%' },
];

/** Operators of one expression (our own bound): each makes the tree deeper. */
const MOST_OPERATORS = 200;

/** Reads the condition of an `#if`, the right side of a `#set`. */
export const readExpression = (source: TokenSource): Expression => readOperand(source).value;

/** A part of an expression, with what stands for it in a text if it has no value. */
interface Operand {
  readonly value: Expression;
  readonly literal: string;
}

const readOperand = (source: TokenSource): Operand => source.nested(() => readLevel(source, 0));

function readLevel(source: TokenSource, level: number): Operand {
  const operators = levels[level];
  if (!operators) return readUnary(source);
  let left = readLevel(source, level + 1);
  for (let count = 0; ; count += 1) {
    if (count > MOST_OPERATORS) throw source.wrong(`more than ${MOST_OPERATORS} operators stand in a row`);
    const operator = operatorOf(source.peek(), operators);
    if (operator === undefined) return left;
    const { end } = source.next();
    const right = readLevel(source, level + 1);
    // Of an operation the engine knows only what stands behind the operator.
    left = { value: joined(operator, left, right), literal: source.text.slice(end, source.end) };
  }
}

const operatorOf = ({ kind, text }: Token, operators: Readonly<Record<string, string>>): string | undefined =>
  kind === 'operator' && Object.hasOwn(operators, text) ? operators[text] : undefined;

function joined(
  operator: string,
  { value: left, literal }: Operand,
  { value: right, literal: second }: Operand,
): Expression {
  if (operator === 'and' || operator === 'or') return { kind: operator, left, right };
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/' || operator === '%')
    return { kind: 'calculate', operator, left, right, sources: [literal, second] };
  return { kind: 'compare', operator: operator as Comparison, left, right };
}

const negation: Readonly<Record<string, string>> = { '!': 'not', not: 'not' };

function readUnary(source: TokenSource): Operand {
  source.take('blank');
  if (operatorOf(source.peek(), negation) === undefined) return readPrimary(source);
  const { end } = source.next();
  const { value: what } = source.nested(() => readUnary(source));
  return { value: { kind: 'not', what }, literal: source.text.slice(end, source.end) };
}

function readPrimary(source: TokenSource): Operand {
  const { start } = source.peek();
  const parenthesis = source.take('(');
  const value = parenthesis ? readExpression(source) : readValue(source);
  if (!value) throw source.wrong('expected a value');
  const literal = source.text.slice(parenthesis?.end ?? start, source.end);
  if (parenthesis) source.must(')', ')');
  source.take('blank');
  return { value, literal };
}

/** An argument of a method, an item of a list: no operators. */
function readParameter(source: TokenSource): Expression {
  source.take('blank');
  const value = readValue(source);
  if (!value) throw source.wrong('expected a value');
  source.take('blank');
  return value;
}

const kindsOfIndex = new Set<Expression['kind']>(['string', 'interpolated', 'number', 'boolean', 'reference']);

/** What stands in the brackets behind a reference; the opening one has been read. */
function readIndex(source: TokenSource): Expression {
  const value = readParameter(source);
  if (!kindsOfIndex.has(value.kind)) throw source.wrong('expected a text, a whole number or a reference as index');
  source.must('closeIndex', '] behind the index');
  return value;
}

/** A value without operators around it; undefined if none begins here. */
export function readValue(source: TokenSource): Expression | undefined {
  const token = source.peek();
  switch (token.kind) {
    case 'string':
      source.next();
      return readString(token, source);
    case 'integer':
    case 'decimal':
      source.next();
      return readNumber(token, source);
    case 'true':
    case 'false':
      // Behind a dollar it is no truth but an error.
      if (token.text !== token.kind) return undefined;
      source.next();
      return { kind: 'boolean', value: token.kind === 'true' };
    case '[':
      return source.nested(() => readList(source));
    case '{':
      return source.nested(() => readMap(source));
    default: {
      const reference = readReference(source);
      // What only looks like a reference has no value, as a bare word has none.
      return reference?.kind === 'text' ? { kind: 'word', word: reference.text } : reference;
    }
  }
}

function readNumber({ text, start }: Token, source: TokenSource): Expression {
  if (text.includes('#')) throw source.wrong(`${text} is no number`, start, 'NumberFormatException');
  try {
    return { kind: 'number', value: JavaNumber.read(text) };
  } catch (problem) {
    if (problem instanceof TooMuch) throw source.wrong(problem.message, start);
    throw problem;
  }
}

/** `["a", $b]`, or the range `[1..$n]`. */
function readList(source: TokenSource): Expression {
  source.must('[', '[');
  if (source.take(']')) return { kind: 'list', items: [] };
  const before = source.peek();
  const first = readParameter(source);
  if (source.is('..') && isEnd(first)) return readRange(source, first);
  if (source.is('..')) throw source.wrong('expected a whole number or a reference', before.start);
  const items = [first];
  while (source.take(',')) items.push(readParameter(source));
  source.must(']', '] behind the list');
  return { kind: 'list', items };
}

const isEnd = (value: Expression): boolean =>
  value.kind === 'reference' || (value.kind === 'number' && value.value.isWhole);

function readRange(source: TokenSource, from: Expression): Expression {
  source.must('..', '..');
  const to = readParameter(source);
  if (!isEnd(to)) throw source.wrong('expected a whole number or a reference');
  source.must(']', '] behind the range');
  return { kind: 'range', from, to };
}

function readMap(source: TokenSource): Expression {
  source.must('{', '{');
  if (source.is('closeMap') || (source.is('blank') && source.is('closeMap', 2))) {
    source.take('blank');
    source.next();
    return { kind: 'map', entries: [] };
  }
  const entries = [readEntry(source)];
  while (source.take(',')) entries.push(readEntry(source));
  // Right behind a reference the lexer takes the bracket for the end of it.
  if (!source.take('}')) source.must('closeMap', '} behind the map');
  return { kind: 'map', entries };
}

function readEntry(source: TokenSource): readonly [Expression, Expression] {
  const key = readParameter(source);
  source.must(':', ': behind the key');
  return [key, readParameter(source)];
}

/** In a string its own quote is written twice; only double quotes interpolate. */
function readString({ text: written, start }: Token, source: TokenSource): Expression {
  if (written.startsWith("'")) return { kind: 'string', text: written.slice(1, -1).replaceAll("''", "'") };
  const text = unescaped(written.slice(1, -1), source, start).replaceAll('""', '"');
  if (!/[$#]/.test(written)) return { kind: 'string', text };
  // The engine appends a blank, so that a dollar at the end is no error, and removes it afterwards.
  const padded = !text.includes('##');
  return { kind: 'interpolated', body: source.inner(padded ? `${text} ` : text, start + 1), padded };
}

/** `\u0041` is the only escape. */
function unescaped(text: string, source: TokenSource, at: number): string {
  if (/\\u(?![\da-fA-F]{4})/.test(text)) throw source.wrong('the string has a \\u without four hexadecimal digits', at);
  return text.replace(/\\u([\da-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Reads a reference, or a text that only looks like one. Undefined where neither begins. */
export function readReference(source: TokenSource): Reference | { kind: 'text'; text: string } | undefined {
  const isFormal = source.is('${') && source.is('name', 2);
  if (!isFormal && !source.is('name')) return undefined;
  const first = source.next();
  const name = isFormal ? source.next() : undefined;
  const steps = source.nested(() => readSteps(source));
  if (isFormal) source.must('}', '} at the end of the reference');
  const odd = oddText(first.text);
  return odd === undefined ? referenceOf(source, first, name, steps) : { kind: 'text', text: odd };
}

/**
 * The text of what only looks like a reference. `$\!name` loses a backslash. A name without a dollar can follow where the
 * lexer is still in a reference; only the name is printed, without what looks like its members.
 */
function oddText(text: string): string | undefined {
  if (!text.includes('$')) return text;
  const odd = text.replace(/(\$)\\(?=\\*!)/, '$1');
  return odd === text ? undefined : odd;
}

function referenceOf(source: TokenSource, first: Token, name: Token | undefined, steps: readonly Step[]): Reference {
  const slashes = first.text.search(/[^\\]/);
  const dollar = first.text.lastIndexOf('$');
  const [, mark = '', root = ''] = /^\$(!?)\{?(.*)$/s.exec(first.text.slice(dollar)) ?? [];
  return {
    kind: 'reference',
    root: name?.text ?? root,
    steps,
    quiet: mark === '!',
    escaped: slashes % 2 === 1,
    backslashes: '\\'.repeat(Math.floor(slashes / 2)),
    dollars: first.text.slice(slashes, dollar),
    source: source.text.slice(first.start + dollar, source.end),
    offset: source.base + first.start + dollar,
  };
}

function readSteps(source: TokenSource): readonly Step[] {
  const steps: Step[] = [];
  for (;;) {
    const offset = source.base + source.peek().start;
    if (source.take('openIndex')) {
      steps.push({ kind: 'index', index: readIndex(source), offset });
    } else if (source.is('dot') && source.is('name', 2)) {
      source.next();
      const { text: name } = source.next();
      if (source.is('(') && beginsArguments(source.peek(2))) {
        source.next();
        steps.push({ kind: 'method', name, arguments: readArguments(source), offset });
      } else steps.push({ kind: 'property', name });
    } else return steps;
  }
}

const firstOfArguments = new Set<Token['kind']>(
  (
    ['closeArguments', 'blank', 'string', 'integer', 'decimal', '[', '{', 'true', 'false', 'name', '${'] as const
  ).slice(),
);
const beginsArguments = ({ kind }: Token): boolean => firstOfArguments.has(kind);

/** The arguments of a method; the opening parenthesis has been read. */
function readArguments(source: TokenSource): readonly Expression[] {
  if (source.take('closeArguments')) return [];
  const list = [readParameter(source)];
  while (source.take(',')) list.push(readParameter(source));
  source.must('closeArguments', ') behind the arguments');
  return list;
}
