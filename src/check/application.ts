import type { Definition } from '../architect/definition';
import { type FlowDefinition, flowYaml } from '../architect/flows/definition';
import type { Finding } from '../finding';
import { check, type CheckOptions } from './check';
import { checkDefinitions, type StackDefinitions } from './definitions';
import { definitionLines } from './definition-lines';
import { type FlowFile, type Project, readFile } from './project';

const isFlow = (definition: Definition): definition is FlowDefinition =>
  definition.definition === 'flow' && 'tree' in definition;

interface WrittenFlow {
  readonly definition: FlowDefinition;
  readonly file: FlowFile;
}

const writtenFlows = (stacks: readonly StackDefinitions[]): readonly WrittenFlow[] =>
  stacks.flatMap(({ name, definitions }) =>
    definitions.filter(isFlow).map((definition) => {
      const file = `${name}/flows/${definition.name}.${definition.kind}.yaml`;
      return { definition, file: readFile(file, flowYaml(definition)) };
    }),
  );

const projectWith = (stacks: readonly StackDefinitions[], flows: readonly WrittenFlow[]): Project => ({
  files: flows.map(({ file }) => file),
  definitions: stacks.flatMap(({ definitions }) => definitions),
});

/** The definitions of all stacks as a project: every flow as the text that is uploaded. */
export const projectOf = (stacks: readonly StackDefinitions[]): Project => projectWith(stacks, writtenFlows(stacks));

/**
 * Checks an application: its definitions first, then every flow as it is uploaded, all together. Where definitions are
 * broken their flows may not even be written, so only that is told.
 */
export function checkApplication(stacks: readonly StackDefinitions[], options: CheckOptions = {}): Finding[] {
  const found = checkDefinitions(stacks);
  if (found.some(({ severity }) => severity === 'error')) return found;
  const flows = writtenFlows(stacks);
  const lines = new Map(flows.map((flow) => [flow.file.file, flow] as const));
  const inFlows = check(projectWith(stacks, flows), options).map((finding) => {
    const flow = finding.at && lines.get(finding.at.file);
    const definedAt = finding.at && flow && definitionLines(flow.definition, flow.file)(finding.at.line);
    return definedAt ? { ...finding, definedAt } : finding;
  });
  return [...found, ...inFlows];
}
