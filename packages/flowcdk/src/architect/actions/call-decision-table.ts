import { action, actionForm, type NodeOf } from '../action';
import { binding, objectNamed, value } from '../forms';
import { assumedPaths } from '../inside';
import type { Json } from '../types';
import { type Assignable, bindingNode, type NoValue, type Readable, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const callDecisionTableForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  fields: {
    decisionTable: objectNamed('decisionTable'),
    input: value('json'),
    output: binding('json'),
    failureOutputs,
    outputs: assumedPaths('success', 'failure'),
  },
});

export type CallDecisionTableAction = NodeOf<'callDecisionTable', typeof callDecisionTableForm>;

/** What the rows are compared with, and the variable for the result. */
export interface CallDecisionTableOptions extends FailureOptions {
  /** A JSON object with a property for each condition of the table. */
  readonly input: Readable<Json> | NoValue;
  /** The variable for the results of the first row that fits, as a JSON object. */
  readonly output?: Assignable<Json> | undefined;
  readonly onSuccess?: Actions | undefined;
}

/**
 * Call Decision Table: finds the first row of a decision table whose conditions all fit, and gives the results of the
 * row (documented). Its form in YAML is assumed: nobody has seen it in a file.
 *
 * @param decisionTable the name of a published decision table of the organisation
 * @example
 * ```ts
 * callDecisionTable('How urgent?', 'Priority', {
 *   input: exp<Json>`JsonParse("{\"segment\": \"Gold\"}")`,
 *   output: answer,
 *   onFailure: [disconnect()],
 * })
 * ```
 * ```yaml
 * callDecisionTable:
 *   name: How urgent?
 *   decisionTable: { name: Priority }
 *   input: { exp: 'JsonParse("{\"segment\": \"Gold\"}")' }
 *   output: { var: Flow.answer }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   outputs: { failure: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function callDecisionTable(
  name: string,
  decisionTable: string,
  options: CallDecisionTableOptions,
): CallDecisionTableAction {
  return action(callDecisionTable, 'callDecisionTable', callDecisionTableForm, {
    name,
    decisionTable: { name: decisionTable },
    input: valueNode(options.input),
    output: bindingNode(options.output),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
