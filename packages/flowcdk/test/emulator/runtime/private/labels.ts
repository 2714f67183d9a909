import { workflowYaml } from '../../private/flows';
import { callTo } from './calls';
import { livingOrg } from './living-org';
import { variables } from './outside-the-org';

const type = 'failureOutputs: { errorType: { var: Flow.type } }';
export const setLabel = (label: string): string =>
  `- setUtilizationLabel: { name: Label, utilizationLabel: ${label}, ${type} }`;
export const clearLabel = `- clearUtilizationLabel: { name: Clear, ${type} }`;
export const CHATS = '{ lit: { name: Chats } }';

/** A call on which a flow changes the label: the label in the end, and the type of the last failure. */
export function labelled(actions: readonly string[]) {
  const org = livingOrg();
  const { id } = org.put('utilizationLabel', { name: 'Chats' });
  const say = '- playAudio: { name: Say, audio: { exp: ToAudioTTS(Flow.type) } }';
  const { conversation } = callTo(org, { actions: [...actions, say], variables: ['type'] });
  org.clock.runNow();
  return { isLabelled: conversation.utilizationLabelId === id, types: org.heard(), org };
}

/** The type of the failure in a workflow, which serves no conversation. */
export function inWorkflow(action: string): unknown {
  const org = livingOrg();
  org.put('utilizationLabel', { name: 'Chats' });
  return org.launch(org.publish(workflowYaml('beside', `          ${action}`, variables))).outputs?.['Flow.type'];
}
