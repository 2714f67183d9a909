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
import { asExpression, type Readable, type Value, type Variable, valueNode } from '../values';
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
 * the flow takes `otherwise`, or goes on after the switch. `switchCases` takes values of other types,
 * and cases in an order of their own.
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
  const pairs = Object.entries<Actions>(cases);
  return action(switchOn, 'switch', switchForm, { name, evaluate: firstMatch(on, pairs, otherwise) });
}

/**
 * Switch over a value of any type. The cases are pairs of a value and its actions, in the order in which they are tried.
 * `switchOn` is shorter where the cases are texts.
 *
 * @example
 * ```ts
 * switchCases('How often?', tries, [[1, [disconnect()]], [2, [playAudio('Patience', 'Please be patient.')]]])
 * ```
 * ```yaml
 * switch:
 *   name: How often?
 *   evaluate:
 *     firstMatch:
 *       integer:
 *         value: { exp: Flow.tries }
 *         cases:
 *           - case: { value: { lit: 1 }, actions: [{ disconnect: { name: Disconnect } }] }
 *           - case: { value: { lit: 2 }, actions: [{ playAudio: { name: Patience, audio: { tts: Please be patient. } } }] }
 * ```
 */
export function switchCases<T>(
  name: string,
  on: Readable<T>,
  cases: readonly (readonly [value: Value<NoInfer<T>>, then: Actions])[],
  { otherwise }: Otherwise = {},
): SwitchAction {
  return action(switchCases, 'switch', switchForm, { name, evaluate: firstMatch(on, cases, otherwise) });
}

/** A switch over a value. Only variables know their type; other expressions count as texts. */
function firstMatch(
  on: Readable<unknown>,
  cases: readonly (readonly [when: unknown, then: Actions])[],
  otherwise: Actions | undefined,
) {
  const { type } = on as Readable<unknown> & Partial<Variable<unknown>>;
  const content = {
    value: asExpression(on),
    cases: cases.map(([when, then]) => ({ value: valueNode(when), actions: actionList(then) })),
    default: branchOf(otherwise),
  };
  return { kind: 'firstMatch', content: [{ kind: type ? kindName(type) : 'string', content }] };
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
