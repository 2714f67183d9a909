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

/** The declared names as items under `variables:`. Only variables of a flow have `isInput` and `isOutput`. */
export function declarationItems(
  scope: string,
  declarations: Declarations,
  flags: { readonly isInput: boolean; readonly isOutput: boolean } | undefined,
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
