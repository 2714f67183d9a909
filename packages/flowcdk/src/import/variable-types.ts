import type { VariableKind } from '../architect/types';
import { variableKinds } from '../architect/types';

/** A type of variables: its kind, and whether it is a collection. */
export interface VariableType {
  readonly kind: VariableKind;
  readonly collection: boolean;
}

/** The type of one value of a kind, or of a collection of them. */
export const typeOf = (kind: VariableKind, collection = false): VariableType => ({ kind, collection });

/** The type with Architect's name: `string`, `stringCollection`. Undefined for kinds that Flowcdk does not declare. */
export function typeNamed(of: string): VariableType | undefined {
  const collection = of.endsWith('Collection');
  const single = collection ? of.slice(0, -'Collection'.length) : of;
  const kind = variableKinds.find((known) => known === single);
  return kind && { kind, collection };
}

/** The TypeScript type of a value: `Integer`, `readonly string[]`. */
export function typeScriptType({ kind, collection }: VariableType): string {
  const single = kind === 'string' || kind === 'boolean' ? kind : (special[kind] ?? capitalized(kind));
  return collection ? `readonly ${single}[]` : single;
}

const special: Readonly<Partial<Record<VariableKind, string>>> = { date: 'CalendarDate', time: 'TimeOfDay' };

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const areSame = (a: VariableType | undefined, b: VariableType | undefined): boolean =>
  a !== undefined && b !== undefined && a.kind === b.kind && a.collection === b.collection;
