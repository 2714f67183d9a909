import { workflowYaml } from '../../private/flows';
import { livingOrg } from './living-org';

export const variables = [
  'externalContact',
  'externalContactCollection',
  'externalOrganization',
  'user',
  'userCollection',
]
  .map(
    (kind) =>
      `    - ${kind}Variable: { name: Flow.${kind}, initialValue: ${kind.endsWith('Collection') ? '{ lit: [] }' : '{ noValue: true }'}, isInput: false, isOutput: false }`,
  )
  .concat(
    ['way', 'type'].map(
      (name) =>
        `    - stringVariable: { name: Flow.${name}, initialValue: { noValue: true }, isInput: false, isOutput: true }`,
    ),
  )
  .join('\n');

export const ways = (...names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `${name}: { actions: [{ updateData: { name: Way, statements: [{ string: { variable: Flow.way, value: { lit: ${name} } } }] } }] }`,
    )
    .join(', ');

export function run(action: string) {
  const org = livingOrg();
  org.put('user', { id: 'u1', name: 'Ada Example', email: 'ada@example.com' });
  const { outputs, problem } = org.launch(org.publish(workflowYaml('outside', `          - ${action}`, variables)));
  return { way: problem ?? outputs?.['Flow.way'], type: outputs?.['Flow.type'], org };
}
