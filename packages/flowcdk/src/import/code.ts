/**
 * A piece of TypeScript as data. It can be printed, and it can be evaluated, so that an import compares what its code
 * says with the file before it writes the code.
 */
export type Code =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'property'; readonly of: Code; readonly name: string }
  | CallCode
  | TaggedCode
  | { readonly kind: 'list'; readonly items: readonly Code[] }
  | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
  | { readonly kind: 'function'; readonly parameters: readonly string[]; readonly body: Code }
  /** A value that only the comparison has. */
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'commented'; readonly comments: readonly string[]; readonly code: Code };

/** A call of a function of the language: `set(flow.tries, 1)`, `rawValue<Integer>({ … })`. */
export interface CallCode {
  readonly kind: 'call';
  readonly function: string | Code;
  /** The argument of its type: `readonly string[]`. */
  readonly type?: string | undefined;
  readonly arguments: readonly Code[];
}

/** A template: ``exp<boolean>`Length(${flow.name}) > 3` ``. */
export interface TaggedCode {
  readonly kind: 'tagged';
  readonly tag: string;
  readonly type?: string | undefined;
  /** One text more than there are parts. */
  readonly texts: readonly string[];
  readonly parts: readonly Code[];
}

export interface ObjectEntry {
  readonly key: string;
  readonly value: Code;
  /** The comments before the entry. */
  readonly comments?: readonly string[] | undefined;
}

export const literal = (value: string | number | boolean | null | undefined): Code => ({ kind: 'literal', value });
export const name = (text: string): Code => ({ kind: 'name', name: text });
export const property = (of: Code, key: string): Code => ({ kind: 'property', of, name: key });
export const list = (items: readonly Code[]): Code => ({ kind: 'list', items });
export const call = (fn: string | Code, ...args: readonly Code[]): CallCode => ({
  kind: 'call',
  function: fn,
  arguments: args,
});
export const typedCall = (fn: string, type: string | undefined, ...args: readonly Code[]): CallCode => ({
  ...call(fn, ...args),
  type,
});
export const lambda = (parameters: readonly string[], body: Code): Code => ({ kind: 'function', parameters, body });
export const commented = (comments: readonly string[], code: Code): Code =>
  comments.length === 0 ? code : { kind: 'commented', comments, code };

/** An object without the entries that have no value. */
export const object = (entries: Readonly<Record<string, Code | undefined>>): Code & { kind: 'object' } => ({
  kind: 'object',
  entries: Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }])),
});

/** The calls of a code, the inner ones included, with the functions and types that they need. */
export function* partsOf(code: Code): Generator<Code> {
  yield code;
  for (const part of insideOf(code)) yield* partsOf(part);
}

function insideOf(code: Code): readonly Code[] {
  switch (code.kind) {
    case 'literal':
    case 'value':
    case 'name':
      return [];
    case 'property':
      return [code.of];
    case 'call':
      return typeof code.function === 'string' ? code.arguments : [code.function, ...code.arguments];
    case 'tagged':
      return code.parts;
    case 'list':
      return code.items;
    case 'object':
      return code.entries.map(({ value }) => value);
    case 'function':
      return [code.body];
    case 'commented':
      return [code.code];
  }
}

/** Whether a code reads a name. */
export const uses = (code: Code, of: string): boolean =>
  [...partsOf(code)].some((part) => part.kind === 'name' && part.name === of);
