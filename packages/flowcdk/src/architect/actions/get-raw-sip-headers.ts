import { action, actionForm, type NodeOf } from '../action';
import { binding } from '../forms';
import { assumedPaths } from '../inside';
import { type Assignable, bindingNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';
import { sipFlows } from './get-sip-headers';

export const getRawSIPHeadersForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  flows: sipFlows,
  fields: { rawSIPHeadersResult: binding('string'), failureOutputs, outputs: assumedPaths('success', 'failure') },
});

export type GetRawSIPHeadersAction = NodeOf<'getRawSIPHeaders', typeof getRawSIPHeadersForm>;

/** The variable for the headers. */
export interface GetRawSIPHeadersOptions extends FailureOptions {
  /** The variable for all headers as one text. */
  readonly rawSIPHeadersResult?: Assignable<string> | undefined;
  readonly onSuccess?: Actions | undefined;
}

/**
 * Get Raw SIP Headers: reads all headers of the first INVITE of a call that came through BYOC Cloud, as one text. A flow
 * can do it three times (documented). Its form in YAML is assumed: nobody has seen it in a file.
 *
 * @example
 * ```ts
 * getRawSIPHeaders('All that the carrier says', { rawSIPHeadersResult: status })
 * ```
 * ```yaml
 * getRawSIPHeaders:
 *   name: All that the carrier says
 *   rawSIPHeadersResult: { var: Flow.status }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function getRawSIPHeaders(name: string, options: GetRawSIPHeadersOptions): GetRawSIPHeadersAction {
  return action(getRawSIPHeaders, 'getRawSIPHeaders', getRawSIPHeadersForm, {
    name,
    rawSIPHeadersResult: bindingNode(options.rawSIPHeadersResult),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
