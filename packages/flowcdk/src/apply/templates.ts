import { TextCursor } from '@flowcdk/data-action-engines/text-cursor';
import { createHash } from 'node:crypto';
import { canonical, isValues, Secret, type Value, type Values } from './values';

/*
 * Terraform's template language as far as synthesized stacks use it: references, literals, lists, objects, the
 * functions below. Everything else is refused by name. Nothing here reaches into JavaScript.
 */

/** What `${…}` can name. */
export interface Reference {
  /** `var.name`, `type.name`, `data.type.name` */
  readonly address: string;
  /** What follows: attributes and indexes. */
  readonly path: readonly (string | number)[];
}

type Expression =
  | { readonly literal: Value }
  | { readonly reference: Reference }
  | { readonly call: string; readonly args: readonly Expression[] }
  | { readonly list: readonly Expression[] }
  | { readonly object: readonly (readonly [Expression, Expression])[] }
  | { readonly parts: readonly Expression[] };

/** Why a template cannot be evaluated. The caller adds where the template stands. */
export class TemplateProblem extends Error {}

/** Gives the value of a reference. */
export type LookUp = (reference: Reference) => Value;

/** The references in a value, wherever in it they are. */
export function referencesIn(value: Value): readonly Reference[] {
  if (typeof value === 'string') return value.includes('${') ? referencesOf(parse(value)) : [];
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap(referencesIn);
  return isValues(value) ? Object.values(value).flatMap(referencesIn) : [];
}

/** A value with every template in it evaluated. */
export function evaluate(value: Value, lookUp: LookUp): Value {
  if (typeof value === 'string') return /[$%]\{/.test(value) ? run(parse(value), lookUp) : value;
  if (Array.isArray(value)) return (value as readonly Value[]).map((item) => evaluate(item, lookUp));
  if (!isValues(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, evaluate(item, lookUp)]));
}

function referencesOf(expression: Expression): readonly Reference[] {
  if ('reference' in expression) return [expression.reference];
  if ('call' in expression) return expression.args.flatMap(referencesOf);
  if ('list' in expression) return expression.list.flatMap(referencesOf);
  if ('parts' in expression) return expression.parts.flatMap(referencesOf);
  return 'object' in expression ? expression.object.flat().flatMap(referencesOf) : [];
}

function run(expression: Expression, lookUp: LookUp): Value {
  if ('literal' in expression) return expression.literal;
  if ('reference' in expression) return lookUp(expression.reference);
  if ('list' in expression) return expression.list.map((item) => run(item, lookUp));
  if ('object' in expression) {
    return Object.fromEntries(
      expression.object.map(([name, value]) => [asText(run(name, lookUp)), run(value, lookUp)]),
    );
  }
  if ('call' in expression) {
    const values = expression.args.map((arg) => run(arg, lookUp));
    if (values.some((value) => value instanceof Secret)) {
      throw new TemplateProblem(`${expression.call}() of a secret that only the org knows`);
    }
    return functionNamed(expression.call)(values);
  }
  return joined(expression.parts.map((part) => run(part, lookUp)));
}

/** Texts one after the other. With a secret among them the whole is a secret. */
function joined(parts: readonly Value[]): Value {
  if (!parts.some((part) => part instanceof Secret)) return parts.map(asText).join('');
  const texts = parts.map((part) => (part instanceof Secret ? part.text : asText(part)));
  const of = parts.map((part) => (part instanceof Secret ? part.of : asText(part))).join('');
  return new Secret(of, texts.includes(undefined) ? undefined : texts.join(''));
}

type TerraformFunction = (args: readonly Value[]) => Value;

function asText(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateProblem(`${JSON.stringify(value ?? null)} is no text`);
}

function asList(value: Value | undefined): readonly Value[] {
  if (Array.isArray(value)) return value as readonly Value[];
  throw new TemplateProblem(`${JSON.stringify(value ?? null)} is no list`);
}

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** As Go writes JSON: keys in order, no white space, `<`, `>` and `&` escaped. */
const goJson = (value: Value): string => canonical(value).replace(/[<>&\u2028\u2029]/g, (c) => escapes[c] ?? c);

const functions: Readonly<Record<string, TerraformFunction>> = {
  concat: (args) => args.flatMap(asList),
  join: ([separator, ...lists]) => lists.flatMap(asList).map(asText).join(asText(separator)),
  jsonencode: ([value]) => goJson(value ?? null),
  lower: ([text]) => asText(text).toLowerCase(),
  merge: (args) => Object.assign({}, ...args.map((arg) => (isValues(arg) ? arg : {}))) as Values,
  sha256: ([text]) => createHash('sha256').update(asText(text)).digest('hex'),
  tolist: ([list]) => asList(list),
  toset: ([list]) => [...new Set(asList(list).map(asText))].sort(),
  tostring: ([value]) => asText(value),
  upper: ([text]) => asText(text).toUpperCase(),
};

function functionNamed(name: string): TerraformFunction {
  const definition = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!definition) {
    throw new TemplateProblem(`the function ${name} is not known; known are ${Object.keys(functions).join(', ')}`);
  }
  return definition;
}

/** `text ${expression} text`; `$${` is `${`, `%%{` is `%{`. A template that is one expression has its value. */
function parse(text: string): Expression {
  const reader = new Reader(text);
  return template(reader, () => reader.atEnd);
}

function template(reader: Reader, ended: () => boolean, inQuotes = false): Expression {
  const parts: Expression[] = [];
  let text = '';
  const endText = (): void => {
    if (text !== '') parts.push({ literal: text });
    text = '';
  };
  while (!ended()) {
    if (reader.skip('$${')) text += '${';
    else if (reader.skip('%%{')) text += '%{';
    else if (reader.skip('${')) {
      endText();
      parts.push(expression(reader));
      reader.expect('}');
    } else if (reader.looksAt(/%\{/y)) throw new TemplateProblem('directives, %{…}, are not known');
    else if (inQuotes && reader.skip('\\')) text += escaped(reader.next());
    else text += reader.next();
  }
  endText();
  const [only] = parts;
  return parts.length === 1 && only ? only : parts.length === 0 ? { literal: '' } : { parts };
}

function expression(reader: Reader): Expression {
  reader.skipSpace();
  const value = term(reader);
  reader.skipSpace();
  return value;
}

function term(reader: Reader): Expression {
  if (reader.skip('"')) return quoted(reader);
  if (reader.skip('[')) return { list: items(reader, ']', expression) };
  if (reader.skip('{')) {
    return {
      object: items(reader, '}', (inner) => {
        const name = key(inner);
        inner.skipSpace();
        if (!inner.skip('=') && !inner.skip(':')) inner.expect('=');
        return [name, expression(inner)] as const;
      }),
    };
  }
  const number = reader.take(/-?\d+(?:\.\d+)?/y);
  if (number !== undefined) return { literal: Number(number) };
  const word = reader.take(/[A-Za-z_][\w-]*/y);
  if (word === undefined)
    throw new TemplateProblem(`at "${reader.rest}": only references, literals and functions are known`);
  if (reader.skip('(')) return { call: word, args: items(reader, ')', expression) };
  if (word === 'true' || word === 'false') return { literal: word === 'true' };
  if (word === 'null') return { literal: null };
  return { reference: reference(reader, word) };
}

const key = (reader: Reader): Expression => {
  reader.skipSpace();
  if (reader.skip('"')) return quoted(reader);
  const word = reader.take(/[A-Za-z_][\w-]*/y);
  if (word === undefined) throw new TemplateProblem(`at "${reader.rest}": expected the name of a field`);
  return { literal: word };
};

function items<T>(reader: Reader, end: string, item: (reader: Reader) => T): T[] {
  const items: T[] = [];
  for (;;) {
    reader.skipSpace();
    if (reader.skip(end)) return items;
    items.push(item(reader));
    reader.skipSpace();
    if (reader.skip(',')) continue;
    reader.expect(end);
    return items;
  }
}

function escaped(character: string): string {
  const meant = ({ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' } as Readonly<Record<string, string>>)[character];
  if (meant === undefined) throw new TemplateProblem(`\\${character} is no escape that is known`);
  return meant;
}

function quoted(reader: Reader): Expression {
  const inside = template(reader, () => reader.looksAt(/"/y), true);
  reader.expect('"');
  return inside;
}

function reference(reader: Reader, first: string): Reference {
  const path: (string | number)[] = [];
  for (;;) {
    if (reader.skip('.')) {
      const part = reader.take(/[A-Za-z_][\w-]*|\d+/y);
      if (part === undefined) throw new TemplateProblem(`at "${reader.rest}": expected a name after the dot`);
      path.push(/^\d/.test(part) ? Number(part) : part);
    } else if (reader.skip('[')) {
      const index = expression(reader);
      reader.expect(']');
      if (!('literal' in index) || (typeof index.literal !== 'number' && typeof index.literal !== 'string')) {
        throw new TemplateProblem('an index has to be a number or a name in quotes');
      }
      path.push(index.literal);
    } else break;
  }
  const names = first === 'data' ? 2 : 1;
  const head = path.slice(0, names);
  if (head.length < names || head.some((part) => typeof part !== 'string')) {
    throw new TemplateProblem(`${[first, ...path].join('.')} names nothing`);
  }
  return { address: [first, ...head].join('.'), path: path.slice(names) };
}

/** A template that is read from left to right. */
class Reader extends TextCursor {
  get rest(): string {
    return this.text.slice(this.at, this.at + 20);
  }

  expect(mark: string): void {
    if (this.skip(mark)) return;
    throw new TemplateProblem(this.atEnd ? `${mark} is missing` : `at "${this.rest}": expected ${mark}`);
  }

  /** Reads one character, whole where it takes two code units. */
  next(): string {
    const character = this.take(/[^]/uy);
    if (character === undefined) throw new TemplateProblem('a quotation mark is missing');
    return character;
  }

  skipSpace(): void {
    this.take(/\s*/y);
  }
}
