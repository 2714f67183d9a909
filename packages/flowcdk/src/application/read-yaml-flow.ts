import { basename, relative, resolve } from 'node:path';
import { actionsOf } from '../architect/actions-of';
import { declaredKind } from '../architect/containers';
import { type Definition, type DefinitionKind, identityOf } from '../architect/definition';
import { typeNamed } from '../architect/expressions';
import type { FlowTree } from '../architect/flow-tree';
import { firstVersionKinds } from '../architect/flows/first-version';
import type { YamlFlow, YamlInputs, YamlOutputs } from '../architect/flows/yaml-flow';
import { type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import { type Declarations, type Type, variableKinds, type VariableKind } from '../architect/types';
import { attributesOf } from '../check/graph/attributes';
import { placeholdersIn, substituted } from '../check/placeholders';
import { type FlowFile, problemTexts, readFile } from '../check/project';
import { defined } from '../ground/defined';
import { flowFileUnusable, noFirstVersion, placeholderWithoutValue } from './errors';
import type { Finding } from '../ground/finding';
import { apiType } from '../ground/flow-kinds';
import { existing } from '../routing/existing';
import { readFlowText } from '../i3/flow-text';
import { type NamedThing, thingsNamedIn } from '../stubs/named-things';
import type { FlowFromYamlOptions } from './flow-from-yaml-options';

/** Reads the definition of a flow from its file. What is wrong with the file is in its `problems`. */
export function readYamlFlow(path: string, options: FlowFromYamlOptions, origin: HasOrigin): YamlFlow {
  const { substitutions = {}, dependsOn = [], address, firstVersion = false } = options;
  const at = sourceLine(origin[ORIGIN]);
  const shown = shownPath(path);
  const read = readFlowText(resolve(path));
  if ('findings' in read) {
    const why = read.findings.map(({ message }) => message).join('; ');
    return unusable(shown, flowFileUnusable(shown, why, at), origin);
  }
  const text = substituted(read.text, substitutions);
  const file = readFile(shown, text);
  const { flow: tree } = file;
  if (!tree || tree.kind === 'unknown' || tree.name === undefined)
    return unusable(shown, flowFileUnusable(shown, whyNoFlow(file), at), origin);
  return Object.freeze({
    ...origin,
    definition: 'flow',
    kind: tree.kind,
    type: apiType(tree.kind),
    name: tree.name,
    ...defined({ address, firstVersion: firstVersion ? (true as const) : undefined }),
    inputs: declarationsIn(tree, 'isInput') as YamlInputs,
    outputs: declarationsIn(tree, 'isOutput') as YamlOutputs,
    tree,
    file: shown,
    text,
    uses: Object.freeze(usesOf(file, tree, { dependsOn, origin })),
    writes: Object.freeze(writesOf(tree)),
    actionCount: actionsOf(tree).length,
    problems: Object.freeze([
      ...placeholdersIn(text).map(({ key }) => placeholderWithoutValue(shown, key, at)),
      ...(firstVersion && !firstVersionKinds.includes(tree.kind)
        ? [noFirstVersion(shown, tree.kind, firstVersionKinds, at)]
        : []),
    ]),
  });
}

const shownPath = (path: string): string => {
  const fromHere = relative(process.cwd(), resolve(path));
  return fromHere.startsWith('..') ? resolve(path) : fromHere;
};

/** A definition that only carries what is wrong: nothing is deployed then. Where it stands, its kind is not known. */
const unusable = (file: string, problem: Finding, origin: HasOrigin): YamlFlow =>
  Object.freeze({
    ...origin,
    definition: 'flow',
    name: basename(file),
    inputs: {},
    outputs: {},
    file,
    text: '',
    uses: [],
    writes: [],
    actionCount: 0,
    problems: Object.freeze([problem]),
  }) as unknown as YamlFlow;

function whyNoFlow(file: FlowFile): string {
  const [problem] = problemTexts(file);
  if (problem !== undefined) return problem;
  return file.flow && file.flow.kind !== 'unknown' ? 'the flow has no name' : 'it holds no flow of a known kind';
}

/** Whether an input may be missing does not stand in a file. */
function declarationsIn({ variables = [] }: FlowTree, side: 'isInput' | 'isOutput'): Declarations {
  const declarations = variables.flatMap(({ kind, content }) => {
    const type = typeNamed(declaredKind(kind));
    const known = type && isVariableKind(type.kind) ? type.kind : undefined;
    if (content?.name === undefined || content[side] !== true || !type || known === undefined) return [];
    const declared: Type<unknown> = { kind: known, collection: type.collection, optional: true };
    return [[content.name.replace(/^(?:Flow|Common)\./i, ''), declared] as const];
  });
  return Object.freeze(Object.fromEntries(declarations));
}

const isVariableKind = (kind: string): kind is VariableKind => (variableKinds as readonly string[]).includes(kind);

const writesOf = (tree: FlowTree): readonly string[] =>
  [...new Set(attributesOf(tree).writes.flatMap(({ name }) => name ?? []))].sort();

/** What the flow names. A definition of `dependsOn` with the same name is meant; otherwise one of the organisation. */
function usesOf(
  file: FlowFile,
  tree: FlowTree,
  { dependsOn, origin }: { readonly dependsOn: readonly Definition[]; readonly origin: HasOrigin },
): readonly Definition[] {
  const own = JSON.stringify(['flow', tree.name, apiType(tree.kind)]);
  const known = new Set([own, ...dependsOn.map(identityText)]);
  const named = thingsNamedIn([file])
    .filter(({ isSought }) => isSought !== true)
    .flatMap((thing) => definitionOf(thing, origin) ?? []);
  return [...dependsOn, ...named.filter((definition) => !known.has(identityText(definition)))];
}

const identityText = (definition: Definition): string => JSON.stringify(identityOf(definition));

const definitionKinds: Readonly<Record<NamedThing['kind'], DefinitionKind | undefined>> = {
  contactList: undefined,
  dataAction: 'dataAction',
  datatable: 'dataTable',
  decisionTable: undefined,
  division: undefined,
  emergencyGroup: 'emergencyGroup',
  flow: 'flow',
  group: 'group',
  language: 'languageSkill',
  milestone: 'flowMilestone',
  outcome: 'flowOutcome',
  prompt: 'userPrompt',
  queue: 'queue',
  schedule: 'schedule',
  scheduleGroup: 'scheduleGroup',
  skill: 'skill',
  user: 'user',
  utilizationLabel: undefined,
  wrapupCode: 'wrapupCode',
};

function definitionOf({ kind, name, type, category }: NamedThing, origin: HasOrigin): Definition | undefined {
  const definition = definitionKinds[kind];
  if (definition === undefined) return undefined;
  const named = existing(definition, name);
  const parts = defined({ type: type?.toLowerCase(), category });
  return Object.freeze({ ...named, ...parts, ...origin, isMeantByName: true });
}
