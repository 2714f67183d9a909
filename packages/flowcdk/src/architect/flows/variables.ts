import { defined } from '../../ground/defined';
import type { VariableDeclaration } from '../containers';
import { type HasOrigin } from '../origin';
import { type Declarations, kindName, type Type, type TypeOf } from '../types';
import { literal, noValue, type ValueNode, variable, type Variable } from '../values';

/** Declared names as variables of a scope. */
export type VariablesOf<D extends Declarations> = { readonly [K in keyof D]: Variable<TypeOf<D[K]>> };

/** `{ customerId: string() }` → `{ customerId: Flow.customerId }`. */
export function variablesOf<D extends Declarations>(scope: string, declarations: D): VariablesOf<D> {
  const entries = Object.entries(declarations).map(([name, type]) => [name, variable(scope, name, type)] as const);
  return Object.freeze(Object.fromEntries(entries)) as VariablesOf<D>;
}

type DeclarationItem = { readonly kind: string; readonly content: VariableDeclaration } & HasOrigin;

/** The flags of a variable that say whether it is an input or an output. */
export type VariableFlag = 'isInput' | 'isOutput';

/** Which flags stand at each variable in YAML. */
export interface VariableFlags {
  /**
   * The flags that stand at a variable, also where they are false. A flag that is true always stands there. Exports of
   * Architect differ in it, by the kind of flow and by their age; it has no other effect.
   *
   * @default both for variables of a flow, none for variables of a task or a state
   */
  readonly variableFlags?: readonly VariableFlag[] | undefined;
}

/** The flags of variables, with those that are false left out unless they are wanted. */
export const flagsFor = (
  { variableFlags }: VariableFlags,
  flags: Readonly<Record<VariableFlag, boolean>>,
): Partial<Record<VariableFlag, boolean>> => {
  const entries = Object.entries(flags) as [VariableFlag, boolean][];
  return Object.fromEntries(entries.filter(([flag, value]) => value || (variableFlags?.includes(flag) ?? true)));
};

/** In which order variables stand in YAML, where inputs and outputs are among them. */
export interface VariableOrder {
  /** The names in the order in which they are written. @default inputs, outputs, variables, each as declared */
  readonly variableOrder?: readonly string[] | undefined;
}

/** The items in the order of their names. Names that the order lacks come last. */
export function inOrder(
  items: readonly DeclarationItem[],
  { variableOrder }: VariableOrder,
): readonly DeclarationItem[] {
  if (variableOrder === undefined) return items;
  const place = ({ content: { name = '' } }: DeclarationItem): number => {
    const at = variableOrder.indexOf(name.slice(name.indexOf('.') + 1));
    return at < 0 ? variableOrder.length : at;
  };
  return items.toSorted((a, b) => place(a) - place(b));
}

/** The declared names as items under `variables:`. */
export function declarationItems(
  scope: string,
  declarations: Declarations,
  flags: Partial<Record<VariableFlag, boolean>> | undefined,
): readonly DeclarationItem[] {
  return Object.entries(declarations).map(([name, type]) =>
    Object.freeze({
      kind: `${kindName(type)}Variable`,
      content: Object.freeze(
        defined({
          name: `${scope}.${name}`,
          description: type.description,
          initialValue: initialValue(type),
          ...flags,
        }),
      ),
    }),
  );
}

const initialValue = (type: Type<unknown>): ValueNode => (type.initial === undefined ? noValue : literal(type.initial));
