import type { Definition } from '../architect/definition';
import { type FlowDefinition, flowYaml } from '../architect/flows/definition';
import type { Finding } from '../finding';
import { check, type CheckOptions } from './check';
import { checkDefinitions, type StackDefinitions } from './definitions';
import { type Project, readFile } from './project';

const isFlow = (definition: Definition): definition is FlowDefinition =>
  definition.definition === 'flow' && 'tree' in definition;

/** The definitions of all stacks as a project: every flow as the text that is uploaded. */
export function projectOf(stacks: readonly StackDefinitions[]): Project {
  const definitions = stacks.flatMap((stack) => stack.definitions);
  const files = stacks.flatMap(({ name, definitions: own }) =>
    own.filter(isFlow).map((flow) => readFile(`${name}/flows/${flow.name}.${flow.kind}.yaml`, flowYaml(flow))),
  );
  return { files, definitions };
}

/**
 * Checks an application: its definitions first, then every flow as it is uploaded, all together. Where definitions are
 * broken their flows may not even be written, so only that is told.
 */
export function checkApplication(stacks: readonly StackDefinitions[], options: CheckOptions = {}): Finding[] {
  const found = checkDefinitions(stacks);
  if (found.some(({ severity }) => severity === 'error')) return found;
  return [...found, ...check(projectOf(stacks), options)];
}
