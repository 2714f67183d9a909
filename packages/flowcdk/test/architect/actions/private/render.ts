import type { FlowAction } from '../../../../src/architect/nodes';
import type { FlowTree } from '../../../../src/architect/flow-tree';
import { toData, type YamlData } from '../../../../src/architect/yaml/node';
import { readFlow } from '../../../../src/architect/yaml/read-flow';
import { writeFlow } from '../../../../src/architect/yaml/write-flow';
import type { ShapeProblem } from '../../../../src/architect/forms';

const around = (action: FlowAction): FlowTree =>
  ({ kind: 'workflow', states: [{ actions: [action] }] }) as unknown as FlowTree;

const written = (action: FlowAction) =>
  writeFlow(around(action), ({ kind, name, refId }) => `/workflow/${kind}s/${kind}[${refId ?? name}]`);

/** An action as it stands in YAML: `{ playAudio: { name: …, audio: … } }`. */
export function render(action: FlowAction): { readonly [kind: string]: YamlData } {
  const data = toData(written(action)) as {
    workflow: { states: { state: { actions: { [kind: string]: YamlData }[] } }[] };
  };
  return data.workflow.states[0]?.state.actions[0] ?? {};
}

/** What reading finds wrong with the YAML of an action. */
export const problemsOf = (action: FlowAction): readonly ShapeProblem[] => readFlow(written(action)).problems;
