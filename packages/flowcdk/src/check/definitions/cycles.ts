import { type Definition, identityOf } from '../../architect/definition';
import { cycleOfReferences } from '../errors';
import type { Finding } from '../../ground/finding';
import { hasFirstVersion, type YamlFlow } from '../../architect/flows/yaml-flow';
import { definedAt, kindWords } from './words';
import type { StackDefinitions } from './stack-definitions';

const identityText = (definition: Definition): string => JSON.stringify(identityOf(definition));

const isInQueueCall = (definition: Definition): boolean => 'kind' in definition && definition.kind === 'inqueueCall';

/** The file of a flow of a file. */
const fileOf = (definition: Definition): string | undefined =>
  'file' in definition ? (definition as YamlFlow).file : undefined;

/**
 * Definitions that wait for each other in a circle can never be created. Each circle gives one finding, at its first
 * member.
 */
export function cycles(stacks: readonly StackDefinitions[]): Finding[] {
  const findings: Finding[] = [];
  const done = new Set<Definition>();
  const byIdentity = new Map(
    stacks.flatMap(({ definitions }) => definitions.map((each) => [identityText(each), each])),
  );
  /** What a flow of a file names is meant by its name. */
  const meant = (used: Definition): Definition =>
    used.isMeantByName ? (byIdentity.get(identityText(used)) ?? used) : used;
  const visit = (definition: Definition, path: readonly Definition[]): void => {
    const start = path.indexOf(definition);
    if (start >= 0) {
      const members = [...path.slice(start), definition];
      const round = members.map((member) => `${kindWords(member)} ${member.name}`);
      const inQueue = members.some((member) => isInQueueCall(member) && fileOf(member) === undefined);
      const ofFile = members.map(fileOf).find((file) => file !== undefined);
      findings.push(cycleOfReferences(round, { inQueue, ofFile }, definedAt(definition)));
      return;
    }
    if (done.has(definition)) return;
    for (const used of definition.uses ?? []) {
      const next = meant(used);
      // Others are published after the first version of such a flow, and need not wait for the flow itself.
      if (!hasFirstVersion(next)) visit(next, [...path, definition]);
    }
    done.add(definition);
  };
  for (const { definitions } of stacks) for (const definition of definitions) visit(definition, []);
  return findings;
}
