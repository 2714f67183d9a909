import { bounds } from '../java/work';
import { macrosIn } from './macros';
import { readExpression, readReference, readReferenceAfter, readValue } from './parse-expression';
import { TemplateError } from './template-error';
import { TextSource } from './text-source';
import { type Block, type Branch, type Expression, type Reference, type Statement, type Template } from './tree';

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
  const source = new TextSource(text, base, level, parseBlockOf);
  const body = readBlock(source);
  if (!source.atEnd) throw source.wrong(`${source.take(/#\{?\w+\}?/y) ?? 'this'} without its #if or #foreach`);
  return body;
}

/** Directives that end a block. Reading a block stops before them. */
const blockEnd = /#(?:end|else(?:if)?)(?![A-Za-z0-9_@])|#\{(?:end|else(?:if)?)\}/y;
const restOfLine = /[ \t]*(?:\r\n|\n|\r)/y;

function readBlock(source: TextSource): Block {
  return source.nested(() => {
    const block: Statement[] = [];
    while (!source.atEnd && !source.looksAt(blockEnd)) {
      const statement = readStatement(source);
      const before = block.at(-1);
      if (!statement) continue;
      if (statement.kind === 'text' && before?.kind === 'text')
        block[block.length - 1] = { kind: 'text', text: before.text + statement.text };
      else block.push(statement);
      if (statement.kind === 'reference') block.push(...readBehind(source, statement));
    }
    return block;
  });
}

/**
 * Text right behind a reference, as the engine's lexer reads it. A } is a text of its own. Behind a property, ## begins
 * no comment. Behind a method or an index only a name is printed, without what looks like its members.
 */
function readBehind(source: TextSource, { steps, source: written }: Reference): readonly Statement[] {
  if (/^\$!?\{/.test(written)) return [];
  const last = steps.at(-1)?.kind;
  if (last === 'method' || last === 'index') {
    const name = source.take(/(?=[A-Za-z_])/y) === undefined ? undefined : readReferenceAfter(source, '').root;
    if (name !== undefined) return [text(name)];
  }
  const match = source.take(last === 'property' || last === 'index' ? /\}|##/y : /\}/y);
  return match === undefined ? [] : [text(match)];
}

const text = (content: string): Statement => ({ kind: 'text', text: content });

function readStatement(source: TextSource): Statement | undefined {
  const set = source.take(/[ \t]*#(?:set|\{set\})[ \t]*\(/y);
  if (set !== undefined) return readSet(source);
  const plain = source.take(/[^$#\\]+/y);
  if (plain !== undefined) return text(plain);
  if (source.looksAt(/\\*\$/y)) return readOddReference(source) ?? readReference(source) ?? text(readDollar(source));
  if (source.looksAt(/\\/y)) return readBackslashes(source);
  return readHash(source);
}

/** A dollar that begins no reference. */
function readDollar(source: TextSource): string {
  // The engine drops a dollar before a directive, and an exclamation mark behind a dollar.
  if (source.take(/\$(?=#(?:if|set|foreach|end|else|elseif)(?![\w@]))/y) !== undefined) return '';
  // Only the last of several dollars could have begun a reference.
  const slashes = `${source.take(/(?:\\*\$(?=\\*\$))+/y) ?? ''}${source.take(/\\+/y) ?? ''}`;
  if (source.take(/\$!(?=[^{[$])/y) !== undefined) return source.looksAt(/\.[A-Za-z]/y) ? slashes : `${slashes}$`;
  const dollar = slashes + source.must(/\$(?:\\*!|[[.])?/y, '$');
  // A lone dollar at the very end is an error of the engine's lexer.
  if (source.atEnd && /[$!]$/.test(dollar)) throw source.wrong('a $ at the end of a template');
  return dollar;
}

/** `$\!name`: the engine prints one backslash less, and nothing of what follows the name. */
function readOddReference(source: TextSource): Statement | undefined {
  if (!source.looksAt(/\\*\$\\+!\{?[A-Za-z_]/y)) return undefined;
  const prefix = source.must(/\\*\$\\+!/y, '$');
  const [first = ''] = /^(?:\{|[\w-]+)/.exec(source.text.slice(source.at)) ?? [];
  readReferenceAfter(source, prefix);
  return text(prefix.replace(/\\!$/, '!') + first);
}

const known = new Set([
  'if',
  'else',
  'elseif',
  'end',
  'set',
  'foreach',
  'define',
  'macro',
  'break',
  'stop',
  'evaluate',
  'include',
  'parse',
  'literal',
]);

/** Backslashes before a directive are halved; elsewhere they are text. */
function readBackslashes(source: TextSource): Statement {
  const slashes = source.must(/\\+/y, '\\');
  const name = directiveName.exec(source.text.slice(source.at, source.at + 100))?.[1] ?? '';
  if (!known.has(name)) return text(slashes + (slashes.length % 2 === 1 && name !== '' ? takeWord(source) : ''));
  const half = '\\'.repeat(Math.floor(slashes.length / 2));
  if (slashes.length % 2 === 1) return text(half + takeWord(source));
  // Before #set the engine does not halve them.
  return text(name === 'set' ? slashes : half);
}

const directiveName = /^#\{?([A-Za-z_@][A-Za-z0-9_@]*)\}?/;
const takeWord = (source: TextSource): string => source.take(/#(?:[A-Za-z_@][\w@]*|\{[A-Za-z_][\w@]*\})/y) ?? '';

function readHash(source: TextSource): Statement | undefined {
  const comment = source.take(/##[^\r\n]*(?:\r\n|\n|\r|$)|#\*[^]*?(?:\*#|$)/y);
  if (comment !== undefined && source.atEnd && /^##(?:.*[#$])$|^#\*$/s.test(comment))
    throw source.wrong('a comment ends with a # or a $');
  if (comment !== undefined) return undefined;
  if (source.looksAt(/#\[\[/y)) {
    const raw = source.take(/#\[\[[^]*?\]\]#/y);
    if (raw === undefined) throw source.wrong('#[[ without ]]#');
    return text(raw.slice(3, -3));
  }
  const start = source.at;
  const word = takeWord(source);
  if (word === '') {
    source.at += 1;
    if (source.atEnd) throw source.wrong('a # at the end of a template');
    return text('#');
  }
  return readDirective(source, word.replace(/^#\{?|\}$/g, ''), start);
}

function readDirective(source: TextSource, name: string, start: number): Statement {
  if (name === 'if') return readIf(source);
  const hasArguments = name !== 'set' && source.take(/[ \t\r\n]*\(/y) !== undefined;
  const args = hasArguments ? readArguments(source) : undefined;
  if (Object.hasOwn(directives, name)) return directives[name]?.(source, args, start) ?? text('');
  return readCall(source, name, args, start);
}

/** Arguments of a directive: values or words, with blanks or commas between them. */
function readArguments(source: TextSource): readonly Expression[] {
  const list: Expression[] = [];
  for (;;) {
    source.take(/[ \t\r\n]*(?:,[ \t\r\n]*)?/y);
    if (source.take(/\)(?:[ \t]*(?:\r\n|\n|\r))?/y) !== undefined) return list;
    const value = readValue(source) ?? readWord(source);
    if (!value) throw source.wrong('expected an argument or )');
    list.push(value);
  }
}

function readWord(source: TextSource): Expression | undefined {
  const word = source.take(/[A-Za-z_@][A-Za-z0-9_@]*/y);
  return word === undefined ? undefined : { kind: 'word', word };
}

function readBody(source: TextSource, directive: string): Block {
  const body = readBlock(source);
  readEnd(source, directive);
  return body;
}

function readEnd(source: TextSource, directive: string): void {
  source.must(/#(?:end(?![A-Za-z0-9_@])|\{end\})/y, `#end of #${directive}`);
  source.take(restOfLine);
}

function readSet(source: TextSource): Statement {
  source.take(/[ \t\r\n]+/y);
  const target = source.looksAt(/\\*\$/y) ? readReference(source) : undefined;
  if (!target) throw source.wrong('expected a reference behind #set(');
  source.must(/[ \t\r\n]*=/y, '=');
  const value = readExpression(source);
  closeDirective(source);
  return { kind: 'set', target, value };
}

function closeDirective(source: TextSource): void {
  source.must(/\)/y, ')');
  source.take(restOfLine);
}

function readIf(source: TextSource): Statement {
  const branches: Branch[] = [readBranch(source, '#if')];
  while (source.take(/#(?:elseif(?![A-Za-z0-9_@])|\{elseif\})/y) !== undefined)
    branches.push(readBranch(source, '#elseif'));
  const hasElse = source.take(/#(?:else(?![A-Za-z0-9_@])|\{else\})/y) !== undefined;
  if (hasElse) source.take(restOfLine);
  const otherwise = hasElse ? readBlock(source) : [];
  readEnd(source, 'if');
  return { kind: 'if', branches, otherwise };
}

function readBranch(source: TextSource, directive: string): Branch {
  source.must(/[ \t\r\n]*\(/y, `( behind ${directive}`);
  const condition = readExpression(source);
  closeDirective(source);
  return { condition, body: readBlock(source) };
}

/** A directive's statement; the arguments are undefined where no parenthesis follows. */
type ReadDirective = (source: TextSource, args: readonly Expression[] | undefined, start: number) => Statement;

const noWords = (source: TextSource, args: readonly Expression[], name: string, from = 0): void => {
  if (args.slice(from).some(({ kind }) => kind === 'word')) throw source.wrong(`#${name} takes no words`);
};

/** A directive without its parentheses is text to the engine. */
const withArguments =
  (name: string, read: (source: TextSource, args: readonly Expression[], start: number) => Statement): ReadDirective =>
  (source, args, start) => {
    if (!args) throw source.wrong(`expected ( behind #${name}`);
    return read(source, args, start);
  };

const directives: Readonly<Record<string, ReadDirective>> = {
  foreach: withArguments('foreach', (source, args) => {
    const [variable, word, list] = args;
    if (variable?.kind !== 'reference' || word?.kind !== 'word' || list?.kind === 'word')
      throw source.wrong('#foreach is written #foreach($item in $list)');
    const nothing: Expression = { kind: 'list', items: [] };
    return { kind: 'foreach', variable: variable.root, source: list ?? nothing, body: readBody(source, 'foreach') };
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
    return { kind: 'macro', name: name.word, parameters, body: readBody(source, 'macro') };
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
    const start = source.at;
    readBlock(source);
    const raw = source.text.slice(start, source.at);
    readEnd(source, 'literal');
    return text(raw);
  }),
};

function readCall(source: TextSource, name: string, args: readonly Expression[] | undefined, start: number): Statement {
  const body = name.startsWith('@') && args ? readBody(source, name) : undefined;
  return {
    kind: 'call',
    name: name.replace(/^@/, ''),
    arguments: args ?? [],
    ...(body ? { body } : {}),
    source: source.text.slice(start, source.at),
    offset: source.base + start,
  };
}
