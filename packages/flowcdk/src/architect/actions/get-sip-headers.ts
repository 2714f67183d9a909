import { action, actionForm, type NodeOf } from '../action';
import type { FlowKind } from '../../ground/flow-kinds';
import { binding, value } from '../forms';
import { assumedPaths } from '../inside';
import type { Json } from '../types';
import { type Assignable, bindingNode, orNoValue, type Value } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

/** The kinds of flow that read SIP headers (documented). */
export const sipFlows = ['inboundCall', 'inqueueCall', 'secureCall'] as const satisfies readonly FlowKind[];

export const getSIPHeadersForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  flows: sipFlows,
  fields: {
    sipHeaderNames: value('stringCollection'),
    sipHeadersResult: binding('json'),
    failureOutputs,
    outputs: assumedPaths('success', 'failure'),
  },
});

export type GetSIPHeadersAction = NodeOf<'getSIPHeaders', typeof getSIPHeadersForm>;

/** The headers to read, and the variable for them. */
export interface GetSIPHeadersOptions extends FailureOptions {
  /** At most ten names of headers (documented). @default all headers */
  readonly sipHeaderNames?: Value<readonly string[]> | undefined;
  /** The variable for a JSON object with a property for each header. */
  readonly sipHeadersResult?: Assignable<Json> | undefined;
  readonly onSuccess?: Actions | undefined;
}

/**
 * Get SIP Headers: reads headers of the first INVITE of a call that came through BYOC Cloud. A call without headers takes
 * the failure path with `errorType` `NoSipHeadersExist` (documented). Its form in YAML is assumed: nobody has seen it in
 * a file.
 *
 * @example
 * ```ts
 * getSIPHeaders('What the carrier says', {
 *   sipHeaderNames: ['x-customer'],
 *   sipHeadersResult: answer,
 *   onFailure: [disconnect()],
 * })
 * ```
 * ```yaml
 * getSIPHeaders:
 *   name: What the carrier says
 *   sipHeaderNames: { lit: [{ lit: x-customer }] }
 *   sipHeadersResult: { var: Flow.answer }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   outputs: { failure: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function getSIPHeaders(name: string, options: GetSIPHeadersOptions): GetSIPHeadersAction {
  return action(getSIPHeaders, 'getSIPHeaders', getSIPHeadersForm, {
    name,
    sipHeaderNames: orNoValue(options.sipHeaderNames),
    sipHeadersResult: bindingNode(options.sipHeadersResult),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
