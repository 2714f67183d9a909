import { actionForms } from '../../architect/actions';
import { type ActionTraits, mayStandIn } from '../../architect/action';
import { isVoiceFlow } from '../../ground/flow-kinds';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** Every kind of flow has its own actions; Architect refuses a flow with one of another kind. */
export const actionNotInFlow: Rule = {
  name: 'action-not-in-flow',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'an action that this kind of flow does not have',
  start: (report) => ({
    action: (action, { file, flow, path }) => {
      if (action.kind === 'unknown') return;
      const traits: ActionTraits = actionForms[action.kind];
      const { flows, evidence } = traits;
      if (!flows || mayStandIn(traits, flow.kind)) return;
      const waits = action.kind === 'wait' && isVoiceFlow(flow.kind);
      report({
        message: `${action.kind} cannot be used in a flow of kind ${flow.kind}`,
        help: waits
          ? 'In a call flow time passes with something the caller hears or answers: collectInput, holdMusic, a menu.'
          : `It belongs to ${flows.join(', ')}.`,
        // Nobody has seen this action in a file, so it is not certain where it may stand.
        ...(evidence === 'inferred' ? { severity: 'warning' } : {}),
        file,
        path,
        yaml: yamlOf(action),
      });
    },
  }),
};
