import { action, actionForm, type NodeOf } from '../action';
import { listOfKinds, required, struct, type StructNode, value, variableName } from '../forms';
import { kindName } from '../types';
import { type Value, valueNode, type Variable } from '../values';

const statement = struct({ variable: required(variableName()), value: required(value()) });

/** The statements of `updateData`, such as `- string: {variable, value}`. */
export const statements = listOfKinds<StructNode<(typeof statement)['fields']>>(
  'statements such as string: {variable: …, value: …}',
  () => statement,
);

export const updateDataForm = actionForm({ evidence: 'seen', fields: { statements: required(statements) } });

export type UpdateDataAction = NodeOf<'updateData', typeof updateDataForm>;

/** A statement of `updateData`. */
export interface Statement {
  readonly kind: string;
  readonly content: StructNode<(typeof statement)['fields']>;
}

/**
 * Assigns a value to a variable. It is a statement of `updateData`.
 *
 * @example
 * ```ts
 * updateData('Count', [set(tries, exp<Integer>`${tries} + 1`)]);
 * ```
 */
export const set = <T>(variable: Variable<T>, to: Value<NoInfer<T>>): Statement =>
  Object.freeze({
    kind: kindName(variable.type),
    content: Object.freeze({ variable: variable.name, value: valueNode(to) }),
  });

/**
 * Update Data: assigns values to variables, from top to bottom.
 *
 * @example
 * ```ts
 * updateData('Start', [set(tries, 0), set(customerName, exp<string>`Upper(${email})`)])
 * ```
 * ```yaml
 * updateData:
 *   name: Start
 *   statements:
 *     - { integer: { variable: Flow.tries, value: { lit: 0 } } }
 *     - { string: { variable: Flow.customerName, value: { exp: "Upper(Flow.email)" } } }
 * ```
 */
export function updateData(name: string, statements: readonly Statement[]): UpdateDataAction {
  return action(updateData, 'updateData', updateDataForm, { name, statements: [...statements] });
}
