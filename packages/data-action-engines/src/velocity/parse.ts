import { bounds } from '../java/work';
import { type Token } from './lexer';
import { macrosIn } from './macros';
import { readExpression, readReference, readValue } from './parse-expression';
import { TemplateError } from './template-error';
import { TokenSource } from './token-source';
import { type Argument, type Block, type Branch, type Expression, type Statement, type Template } from './tree';

/** Reads a template; throws a {@link TemplateError} that says what is wrong and where. */
export function parseTemplate(source: string): Template {
  if (source.length > bounds.source)
    throw new TemplateError(
      'TemplateTooCostly',
      `the template is longer than ${bounds.source} characters`,
      bounds.source,
    );
  const body = parseBlockOf(source, 0, 0);
  return Object.freeze({ source, body, macros: macrosIn(body) });
}

/** The statements of a text that is a template by itself. */
export function parseBlockOf(text: string, base: number, level: number): Block {
  const source = new TokenSource(text, base, level, parseBlockOf);
  const body = readBlock(source);
  const { kind, text: written, start } = source.peek();
  if (kind === 'end' || kind === 'else' || kind === 'elseif')
    throw source.wrong(`${written.trim()} without its #if or #foreach`, start);
  if (kind !== 'eof')
    throw source.wrong(
      `${JSON.stringify(written)} is no text here: the engine takes it for a part of what stands in front of it`,
      start,
    );
  return body;
}

function readBlock(source: TokenSource): Block {
  return source.nested(() => {
    const block: Statement[] = [];
    for (;;) {
      const statement = readStatement(source);
      if (!statement) return block;
      const before = block.at(-1);
      if (statement.kind === 'text' && before?.kind === 'text')
        block[block.length - 1] = { kind: 'text', text: before.text + statement.text };
      else block.push(statement);
    }
  });
}

const text = (content: string): Statement => ({ kind: 'text', text: content });

/** Tokens that print themselves, with the signs in front that began nothing. */
const printed = new Set<Token['kind']>(
  (['text', 'dot', ')', '(', 'integer', 'decimal', 'string', 'backslash', '${', '}', 'emptyIndex'] as const).slice(),
);

/** Reads a statement; undefined where the block ends. */
function readStatement(source: TokenSource): Statement | undefined {
  const { kind } = source.peek();
  if (kind === 'if') return readIf(source);
  const reference = readReference(source);
  if (reference) return reference;
  if (kind === 'comment') return readComment(source);
  if (kind === 'blockComment') return text(/^.*?(?=##|#\*)/s.exec(source.next().text)?.[0] ?? '');
  if (kind === 'textBlock') return text(source.next().text.slice(3, -3));
  if (kind === 'set') return readSet(source);
  if (kind === 'escapedDirective') return text(escapedDirective(source.next().text, source.macros));
  if (kind === 'doubleBackslash') return readBackslashes(source);
  if (kind === 'word' || kind === 'bracketedWord') return readDirective(source);
  if (!printed.has(kind)) return undefined;
  const token = source.next();
  // Of a dot that something stands in front of, only the dot is left.
  return text(token.before + (kind === 'dot' ? '.' : token.text));
}

/** A comment up to the end of its line. What the lexer had read before it is printed. */
function readComment(source: TokenSource): Statement {
  const { text: written } = source.next();
  source.take('endOfLine');
  return text(written.slice(0, written.indexOf('##')));
}

/** Directives that read as words. The lexer itself knows the others. */
const directiveWords = new Set([
  ...['foreach', 'define', 'macro', 'break', 'stop', 'evaluate', 'include', 'parse', 'literal'],
]);
const known = new Set([...directiveWords, 'if', 'else', 'elseif', 'end', 'set']);

/** A directive or a macro that exists loses half its backslashes. */
function escapedDirective(written: string, macros: ReadonlySet<string>): string {
  const hash = written.indexOf('#');
  const name = written.slice(hash + 1).replace(/^\{|\}$/g, '');
  return known.has(name) || macros.has(name) ? written.slice(0, (hash - 1) / 2) + written.slice(hash) : written;
}

/** Pairs of backslashes become single ones before a directive; elsewhere they stay. */
function readBackslashes(source: TokenSource): Statement {
  let pairs = '';
  while (source.take('doubleBackslash')) pairs += '\\\\';
  const { kind, text: written } = source.peek();
  const isDirective = kind === 'if' || kind === 'elseif' || kind === 'else' || kind === 'end';
  return text(
    isDirective || directiveWords.has(written.slice(1)) || source.macros.has(written.slice(1))
      ? pairs.slice(pairs.length / 2)
      : pairs,
  );
}

function readDirective(source: TokenSource): Statement {
  const { kind, text: written, start } = source.next();
  const name = kind === 'word' ? written.slice(1) : written.slice(2, -1);
  const args = source.entersDirective() ? readArguments(source) : undefined;
  const values = args?.map(({ value }) => value);
  if (Object.hasOwn(directives, name)) return directives[name]?.(source, values, start) ?? text('');
  return readCall(source, name, args, start);
}

/** Arguments of a directive: values or words, with blanks or commas between them. */
function readArguments(source: TokenSource): readonly Argument[] {
  source.take('blank');
  source.must('(', '(');
  const list: Argument[] = [];
  for (;;) {
    source.take('blank');
    if (source.take(')')) return list;
    if (source.take(',')) source.take('blank');
    const { start } = source.peek();
    const value = readValue(source) ?? readWord(source);
    if (!value) throw source.wrong('expected an argument or )');
    list.push(argumentOf(value, source.text.slice(start, source.end)));
  }
}

function argumentOf(value: Expression, written: string): Argument {
  if (value.kind === 'number' || value.kind === 'boolean') return { value };
  return { value, literal: value.kind === 'reference' ? value.source : written };
}

function readWord(source: TokenSource): Expression | undefined {
  const word = source.take('word');
  return word && { kind: 'word', word: word.text };
}

function readBody(source: TokenSource, directive: string): Block {
  const body = readBlock(source);
  source.must('end', `#end of #${directive}`);
  return body;
}

function readSet(source: TokenSource): Statement {
  source.next();
  source.take('blank');
  const target = readReference(source);
  if (target?.kind !== 'reference') throw source.wrong('expected a reference behind #set(');
  source.take('blank');
  source.must('=', '=');
  const value = readExpression(source);
  source.must(')', ')');
  return { kind: 'set', target, value };
}

function readIf(source: TokenSource): Statement {
  const branches: Branch[] = [readBranch(source, '#if')];
  while (source.is('elseif')) branches.push(readBranch(source, '#elseif'));
  const otherwise = source.take('else') ? readBlock(source) : [];
  source.must('end', '#end of #if');
  return { kind: 'if', branches, otherwise };
}

function readBranch(source: TokenSource, directive: string): Branch {
  source.next();
  source.take('blank');
  source.must('(', `( behind ${directive}`);
  const condition = readExpression(source);
  source.must(')', ')');
  return { condition, body: readBlock(source) };
}

/** A directive's statement; the arguments are undefined where no parenthesis follows. */
type ReadDirective = (source: TokenSource, args: readonly Expression[] | undefined, start: number) => Statement;

const noWords = (source: TokenSource, args: readonly Expression[], name: string, from = 0): void => {
  if (args.slice(from).some(({ kind }) => kind === 'word')) throw source.wrong(`#${name} takes no words`);
};

/** A directive without its parentheses is text to the engine. */
const withArguments =
  (name: string, read: (source: TokenSource, args: readonly Expression[], start: number) => Statement): ReadDirective =>
  (source, args, start) => {
    if (!args) throw source.wrong(`expected ( behind #${name}`);
    return read(source, args, start);
  };

const directives: Readonly<Record<string, ReadDirective>> = {
  foreach: withArguments('foreach', (source, args, start) => {
    const [variable, word, list] = args;
    if (variable?.kind !== 'reference' || word?.kind !== 'word' || list?.kind === 'word')
      throw source.wrong('#foreach is written #foreach($item in $list)');
    return {
      kind: 'foreach',
      variable: variable.root,
      source: list ?? { kind: 'list', items: [] },
      body: readBody(source, 'foreach'),
      offset: source.base + start,
    };
  }),
  define: withArguments('define', (source, args) => {
    const [name] = args;
    if (name?.kind !== 'reference' || args.length !== 1) throw source.wrong('#define is written #define($name)');
    return { kind: 'define', name: name.root, body: readBody(source, 'define') };
  }),
  macro: withArguments('macro', (source, args) => {
    const [name, ...rest] = args;
    if (name?.kind !== 'word') throw source.wrong('#macro is written #macro(name $a $b)');
    noWords(source, rest, 'macro');
    const parameters = rest.map((each) => {
      if (each.kind !== 'reference') throw source.wrong('parameters of a macro are references');
      return each.root;
    });
    const body = readBody(source, 'macro');
    source.macros.add(name.word);
    return { kind: 'macro', name: name.word, parameters, body };
  }),
  break: (source, args = []) => {
    noWords(source, args, 'break');
    if (args.length > 1) throw source.wrong('#break takes one scope');
    return args[0] ? { kind: 'break', scope: args[0] } : { kind: 'break' };
  },
  stop: (source, args = []) => {
    noWords(source, args, 'stop');
    if (args.length > 1) throw source.wrong('#stop takes one message');
    return { kind: 'stop' };
  },
  evaluate: withArguments('evaluate', (source, args, start) => {
    const [what] = args;
    if (args.length !== 1 || !what || !['string', 'interpolated', 'reference'].includes(what.kind))
      throw source.wrong('#evaluate takes one text or reference');
    return { kind: 'evaluate', source: what, offset: source.base + start };
  }),
  include: withArguments('include', (source, args, start) => {
    noWords(source, args, 'include');
    if (args.length === 0) return text('');
    return { kind: 'resource', directive: 'include', offset: source.base + start };
  }),
  parse: withArguments('parse', (source, args, start) => {
    noWords(source, args, 'parse');
    return { kind: 'resource', directive: 'parse', offset: source.base + start };
  }),
  literal: withArguments('literal', (source) => {
    const start = source.end;
    readBlock(source);
    const raw = source.text.slice(start, source.peek().start);
    source.must('end', '#end of #literal');
    return text(raw);
  }),
};

function readCall(source: TokenSource, name: string, args: readonly Argument[] | undefined, start: number): Statement {
  const body = name.startsWith('@') && args ? readBody(source, name) : undefined;
  return {
    kind: 'call',
    name: name.replace(/^@/, ''),
    arguments: args ?? [],
    ...(body ? { body } : {}),
    source: source.text.slice(start, source.end),
    offset: source.base + start,
  };
}
