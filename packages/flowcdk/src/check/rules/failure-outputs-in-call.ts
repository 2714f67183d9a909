import { isVoiceFlow } from '../../ground/flow-kinds';
import { callOf, ofCalls, yamlOfPart } from '../data-action-calls';
import type { Rule } from '../rule';

/** In call flows only the path tells what happened; Architect does not take failure outputs there. */
export const failureOutputsInCall: Rule = {
  name: 'failure-outputs-in-call',
  family: 'data actions',
  severity: 'error',
  protectsFrom: 'failure outputs in a call flow, which has none',
  start: (report) => ({
    actions: ofCalls((action, { file, flow, path }) => {
      if (!isVoiceFlow(flow.kind) || !callOf(action)?.failureOutputs) return;
      report({
        message: `failureOutputs are not available in a flow of kind ${flow.kind}`,
        help: 'Remove them. Use the failure and the timeout path.',
        file,
        path,
        yaml: yamlOfPart(action, 'failureOutputs'),
      });
    }),
  }),
};
