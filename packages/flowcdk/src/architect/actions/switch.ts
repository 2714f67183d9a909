import { action, actionForm, type NodeOf } from '../action';
import {
  actions,
  branch,
  choice,
  expression,
  listOf,
  listOfKinds,
  required,
  struct,
  type StructNode,
  value,
} from '../forms';
import { kindName } from '../types';
import { asExpression, type Readable, type Variable, valueNode } from '../values';
import { type Actions, actionList, branchOf } from './branches';

const caseOf = struct({ value: required(value()), actions });
const matched = struct({ value: required(expression('any')), cases: listOf('case', caseOf), default: branch });

export const switchForm = actionForm({
  evidence: 'seen',
  fields: {
    evaluate: required(
      choice({
        /** `firstMatch.<kind>`: takes the first case that equals a value of that kind. */
        firstMatch: namedKind(),
        firstTrue: struct({
          default: branch,
          cases: listOf('case', struct({ value: required(expression('boolean')), actions })),
        }),
      }),
    ),
  },
});

export type SwitchAction = NodeOf<'switch', typeof switchForm>;

/** `firstMatch: {string: {…}}` has the kind as its key, like an item of a list of kinds, but is not a list. */
function namedKind() {
  const inner = listOfKinds<StructNode<(typeof matched)['fields']>>('the kind of the value', () => matched);
  return {
    ...inner,
    expects: 'the kind of the value, such as string: …',
    read: (...[yaml, reader]: Parameters<typeof inner.read>) =>
      inner.read({ kind: 'sequence', items: [yaml], offset: yaml.offset, end: yaml.end }, reader),
    write: (...[items, writer]: Parameters<typeof inner.write>) => {
      const list = inner.write(items, writer);
      return list.kind === 'sequence' && list.items[0] ? list.items[0] : list;
    },
  };
}

interface Otherwise {
  /** Runs when no case fits. @default the flow goes on after the switch */
  readonly otherwise?: Actions | undefined;
}

/**
 * Switch over a value. A switch over a variable of type `oneOf(…)` needs a case for every value. NOT_SET fits no case:
 * the flow takes `otherwise`, or goes on after the switch.
 *
 * @example
 * ```ts
 * switchOn('By status', status, { SUCCESS: [disconnect()] }, { otherwise: [endWorkflow()] })
 * ```
 * ```yaml
 * switch:
 *   name: By status
 *   evaluate:
 *     firstMatch:
 *       string:
 *         value: { exp: Flow.status }
 *         cases: [{ case: { value: { lit: SUCCESS }, actions: [{ disconnect: { name: Disconnect } }] } }]
 *         default: { actions: [{ endWorkflow: { name: End Workflow, exitReason: { noValue: true } } }] }
 * ```
 */
export function switchOn<T extends string>(
  name: string,
  on: Readable<T>,
  cases: { readonly [K in T]: Actions },
  { otherwise }: Otherwise = {},
): SwitchAction {
  const node = on as Readable<T> & Partial<Variable<T>>;
  const content = {
    value: asExpression(on),
    cases: Object.entries<Actions>(cases).map(([key, list]) => ({ value: valueNode(key), actions: actionList(list) })),
    default: branchOf(otherwise),
  };
  return action(switchOn, 'switch', switchForm, {
    name,
    evaluate: { kind: 'firstMatch', content: [{ kind: node.type ? kindName(node.type) : 'string', content }] },
  });
}

/**
 * Switch over conditions: takes the first true condition, or `otherwise` where none is true.
 *
 * @example
 * ```ts
 * switchTrue('How often?', [
 *   [isGreater(tries, 5), [disconnect()]],
 *   [isGreater(tries, 2), [playAudio('Patience', 'Please be patient.')]],
 * ])
 * ```
 */
export function switchTrue(
  name: string,
  cases: readonly (readonly [when: Readable<boolean>, then: Actions])[],
  { otherwise }: Otherwise = {},
): SwitchAction {
  return action(switchTrue, 'switch', switchForm, {
    name,
    evaluate: {
      kind: 'firstTrue',
      content: {
        default: branchOf(otherwise),
        cases: cases.map(([when, then]) => ({ value: asExpression(when), actions: actionList(then) })),
      },
    },
  });
}
