import { workflowYaml } from '../../private/flows';
import { livingOrg } from './living-org';

const text = (name: string, input = false): string =>
  `    - stringVariable: { name: Flow.${name}, initialValue: { noValue: true }, isInput: ${input}, isOutput: true }`;
const variables = [
  text('text', true),
  text('type'),
  '    - jsonVariable: { name: Flow.data, initialValue: { noValue: true }, isInput: true, isOutput: true }',
].join('\n');

const failure = 'failureOutputs: { errorType: { var: Flow.type } }';
export const encrypt = `          - encryptData: { name: Hide, dataToEncrypt: { exp: Flow.data }, encryptedData: { var: Flow.text }, ${failure} }`;
export const decrypt = `          - decryptData: { name: Read, dataToDecrypt: { exp: Flow.text }, decryptedData: { var: Flow.data }, ${failure} }`;

/** Values of the variables of the workflow before it runs. */
export interface Before {
  readonly text?: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** Runs actions in a new org and gives the values of the variables afterwards. @param orgId the id of the org */
export function afterwards(actions: string, { text: before, data }: Before, orgId?: string) {
  const org = livingOrg();
  const [organization] = org.org.all('organization');
  if (organization && orgId !== undefined) {
    org.org.remove('organization', organization.id);
    org.org.put('organization', { ...organization, id: orgId });
  }
  const flow = org.publish(workflowYaml('secrets', actions, variables));
  const inputs = { ...(before === undefined ? {} : { 'Flow.text': before }), ...(data ? { 'Flow.data': data } : {}) };
  const outputs = org.launch(flow, inputs).outputs ?? {};
  return { text: outputs['Flow.text'], type: outputs['Flow.type'], data: outputs['Flow.data'] };
}

export const card = { number: '4111', expires: '2027-01' };
