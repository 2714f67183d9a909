import { workflowYaml } from '../../private/flows';

export const text =
  '    - stringVariable: { name: Flow.text, initialValue: { noValue: true }, isInput: false, isOutput: true }';

export const set = (value: string): string => `          - updateData:
              name: Set
              statements: [{ string: { variable: Flow.text, value: { lit: ${value} } } }]`;

/** A workflow whose errors lead to the state `Rescue`. */
export const withRescue = (actions: string, rescue: string): string =>
  workflowYaml('rescued', actions, text)
    .replace(
      'errorHandling:\n      endWorkflow:\n        none: true',
      'errorHandling: { state: { targetStateRef: "/workflow/states/state[Rescue]" } }',
    )
    .concat(
      `    - state:\n        name: Rescue\n        refId: Rescue\n        actions:\n${rescue}\n          - endWorkflow: { name: Over, exitReason: { lit: rescued } }\n`,
    );
