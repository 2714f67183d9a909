import { workflowYaml } from '../../private/flows';
import { livingOrg } from './living-org';

export const output = (kind: string, name: string, initial = '{ noValue: true }'): string =>
  `    - ${kind}Variable: { name: ${name}, initialValue: ${initial}, isInput: false, isOutput: true }`;

export const run = (actions: string, variables: string): unknown => {
  const org = livingOrg();
  org.put('queue', { name: 'Support' });
  org.put('user', { name: 'Ada Example', email: 'ada@example.com' });
  const execution = org.launch(org.publish(workflowYaml('values', actions, variables)));
  return execution.problem ?? execution.outputs?.['Flow.x'];
};

export const say = (word: string): string =>
  `[{ updateData: { name: Say, statements: [{ string: { variable: Flow.x, value: { lit: ${word} } } }] } }]`;
