import { workflowYaml } from '../../private/flows';
import { livingOrg } from './living-org';

export const strings = (...names: string[]): string =>
  names
    .map(
      (name) =>
        `    - stringVariable: { name: ${name}, initialValue: { noValue: true }, isInput: false, isOutput: true }`,
    )
    .join('\n');

export const trail =
  '    - stringVariable: { name: Flow.trail, initialValue: { lit: "" }, isInput: false, isOutput: true }';

/** Adds a word to `Flow.trail`. */
export const note = (word: string): string =>
  `{ updateData: { name: Note, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, "${word} ")' } } }] } }`;

export const withTasks = (actions: string, tasks: string, variables = trail): string =>
  workflowYaml('flow', actions, variables).concat(`  tasks:\n${tasks}\n`);

export const call = (task: string, more = ''): string =>
  `          - callTask: { name: Call, targetTaskRef: "/workflow/tasks/task[${task}]"${more} }`;

export const trailOf = (yaml: string): unknown => {
  const org = livingOrg();
  const execution = org.launch(org.publish(yaml));
  return execution.outputs?.['Flow.trail'] ?? execution.problem;
};
