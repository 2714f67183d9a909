import { declaredKind, type VariableDeclaration } from '../architect/containers';
import type { KindItem } from '../architect/forms';
import { ORIGIN } from '../architect/origin';
import { isReferenceKind } from '../architect/types';
import { call, type Code, list, literal, object, type ObjectEntry } from './code';
import type { VariableFlag } from '../architect/flows/variables';
import type { FileComments } from './comments';
import type { ContractValue } from './contracts';
import { isNoValue, type ValueCode } from './value-code';
import { typeNamed, type VariableType } from './variable-types';

/** The declared variables of a scope, as the properties of an object. Kinds without a builder are left out. */
export function declarationsCode(
  items: readonly KindItem<VariableDeclaration>[] | undefined,
  values: ValueCode,
  comments: FileComments,
): readonly ObjectEntry[] {
  return (items ?? []).flatMap((item) => {
    const type = typeNamed(declaredKind(item.kind));
    const full = item.content?.name;
    if (!type || !item.content || full === undefined) return [];
    const { description, initialValue } = item.content;
    const initial =
      initialValue === undefined || isNoValue(initialValue) || type.collection
        ? undefined
        : values.ofVariableType(initialValue, type);
    const value = typeCode(type, {
      description: description === undefined ? undefined : literal(description),
      initial: initial && isPlain(initial) ? initial : undefined,
    });
    return [{ key: full.slice(full.indexOf('.') + 1), value, comments: comments.of(item[ORIGIN]?.yaml) }];
  });
}

/** The flags that stand at the variables, where the builder writes others by itself. */
export function flagsCode(
  items: readonly KindItem<VariableDeclaration>[] | undefined,
  usual: readonly VariableFlag[],
): Code | undefined {
  const written = (['isInput', 'isOutput'] as const).filter((flag) =>
    items?.some(({ content }) => content?.[flag] === false),
  );
  const isUsual = written.length === usual.length || items === undefined || items.length === 0;
  return isUsual ? undefined : list(written.map((flag) => literal(flag)));
}

/** A declaration cannot begin with an expression. */
const isPlain = (code: Code): boolean =>
  code.kind === 'literal' ||
  code.kind === 'object' ||
  (code.kind === 'call' && ['days', 'hours', 'minutes', 'seconds', 'milliseconds'].includes(String(code.function)));

/** `string({ description: '…' })`, `list(integer())`, `reference('queue')` */
function typeCode({ kind, collection }: VariableType, options: Readonly<Record<string, Code | undefined>> = {}): Code {
  const filled = object(options);
  const rest = filled.entries.length > 0 ? [filled] : [];
  const single = (more: readonly Code[]): Code =>
    isReferenceKind(kind) ? call('reference', literal(kind), ...more) : call(kind, ...more);
  return collection ? call('list', single([]), ...rest) : single(rest);
}

/** The declared inputs or outputs of a contract. */
export const contractCode = (values: ReadonlyMap<string, ContractValue>): Code => ({
  kind: 'object',
  entries: [...values].map(([key, value]) => {
    const { description, optional } = value;
    const type = typeCode(value, { description: description === undefined ? undefined : literal(description) });
    return { key, value: optional ? call('optional', type) : type };
  }),
});
