import type { Definition } from '../architect/definition';
import { type FlowDefinition, flowYaml } from '../architect/flows/definition';
import type { YamlFlow } from '../architect/flows/yaml-flow';
import type { Finding } from '../ground/finding';
import { check, type CheckOptions } from './check';
import { checkDefinitions, type StackDefinitions } from './definitions';
import { definitionLines } from './definition-lines';
import { type FlowFile, type Project, readFile } from './project';
import { rules as allRules } from './rules';
import { SILENCING } from './silence';

const isFlow = (definition: Definition): definition is FlowDefinition =>
  definition.definition === 'flow' && 'tree' in definition;

/** The file of a flow that stands in one. */
const fileOf = (definition: FlowDefinition | YamlFlow): string | undefined =>
  'file' in definition ? definition.file : undefined;

interface WrittenFlow {
  readonly definition: FlowDefinition;
  readonly file: FlowFile;
}

const writtenFlows = (stacks: readonly StackDefinitions[]): readonly WrittenFlow[] =>
  stacks.flatMap(({ name, definitions }) =>
    definitions.filter(isFlow).map((definition) => {
      const file = fileOf(definition) ?? `${name}/flows/${definition.name}.${definition.kind}.yaml`;
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
 * Checks an application: its definitions first, then every flow as it is uploaded, all together. If a definition has an
 * error, its flows cannot be written, so only those errors are given.
 */
export function checkApplication(stacks: readonly StackDefinitions[], options: CheckOptions = {}): Finding[] {
  const ofDefinitions = checkDefinitions(stacks);
  return ofDefinitions.some(isError) ? ofDefinitions : [...ofDefinitions, ...ruleFindings(stacks, options)];
}

/** The findings that prevent a synthesis: problems of definitions, and the errors that rules find. */
export function checkBeforeSynthesis(stacks: readonly StackDefinitions[], options: CheckOptions = {}): Finding[] {
  const ofDefinitions = checkDefinitions(stacks);
  if (ofDefinitions.some(isError)) return ofDefinitions;
  const { severities = {}, rules = allRules } = options;
  const stopping = rules.filter(
    ({ name, severity }) => name !== SILENCING && (severities[name] ?? severity) === 'error',
  );
  return [...ofDefinitions, ...ruleFindings(stacks, { ...options, rules: stopping }).filter(isError)];
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

function ruleFindings(stacks: readonly StackDefinitions[], options: CheckOptions): Finding[] {
  const flows = writtenFlows(stacks);
  const byFile = new Map(flows.map((flow) => [flow.file.file, flow] as const));
  return check(projectWith(stacks, flows), options).map((finding) => {
    const flow = finding.at && byFile.get(finding.at.file);
    // A finding in a file of the user stands in that file.
    if (flow && fileOf(flow.definition) !== undefined) return finding;
    const definedAt = finding.at && flow && definitionLines(flow.definition, flow.file)(finding.at.line);
    return definedAt ? { ...finding, definedAt } : finding;
  });
}
