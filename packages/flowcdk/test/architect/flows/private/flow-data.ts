import { type FlowDefinition, flowYaml } from '../../../../src';
import { toData, type YamlData } from '../../../../src/architect/yaml/node';
import { parseYaml } from '../../../../src/architect/yaml/parse';
import { readFlow } from '../../../../src/architect/yaml/read-flow';

/** A flow as the plain data of its YAML, under its root key. */
export function flowData(flow: FlowDefinition): { readonly [root: string]: YamlData } {
  const { root, problems } = parseYaml(flowYaml(flow));
  if (!root || problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return toData(root) as { readonly [root: string]: YamlData };
}

/** What a reader of the flow's YAML finds wrong with its form. */
export function shapeProblems(flow: FlowDefinition): readonly string[] {
  const { root } = parseYaml(flowYaml(flow));
  return root ? readFlow(root).problems.map(({ message }) => message) : ['no YAML'];
}
