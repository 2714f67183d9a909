import { action, actionForm, type NodeOf } from '../action';
import { expression, paths, required } from '../forms';
import { asExpression, type Readable } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';

export const decisionForm = actionForm({
  evidence: 'seen',
  fields: { condition: required(expression('boolean')), outputs: paths('yes', 'no') },
});

export type DecisionAction = NodeOf<'decision', typeof decisionForm>;

/**
 * Decision: takes one of two paths. Only a true condition takes `yes`. A missing path goes on after the decision.
 *
 * @example
 * ```ts
 * decision('Known?', exp<boolean>`IsSet(${customerId})`, { yes: [disconnect()] })
 * ```
 * ```yaml
 * decision:
 *   name: Known?
 *   condition: { exp: "IsSet(Flow.customerId)" }
 *   outputs: { "yes": { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function decision(
  name: string,
  condition: Readable<boolean>,
  ways: { readonly yes?: Actions | undefined; readonly no?: Actions | undefined },
): DecisionAction {
  return action(decision, 'decision', decisionForm, {
    name,
    condition: asExpression(condition),
    outputs: pathsOf({ yes: branchOf(ways.yes), no: branchOf(ways.no) }),
  });
}
