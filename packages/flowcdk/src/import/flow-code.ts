import type { Container } from '../architect/containers';
import { flowForms, type FlowTree } from '../architect/flow-tree';
import type { KeyForms } from '../architect/raw';
import { flowYaml, type FlowDefinition } from '../architect/flows/definition';
import type { FlowKind } from '../ground/flow-kinds';
import { parseYaml } from '../architect/yaml/parse';
import { toData, type YamlData, type YamlNode } from '../architect/yaml/node';
import { isDeepStrictEqual } from 'node:util';
import { call, type Code, lambda, list, literal, object, type ObjectEntry } from './code';
import { FileComments } from './comments';
import { ContainerCode } from './container-code';
import { declarationsCode, flagsCode } from './declaration-code';
import {
  type ActionCounts,
  type ContainerName,
  dataOrUndefined,
  differentKeys,
  FLOW,
  FlowScope,
  isMap,
  type Surroundings,
  variablesIn,
} from './flow-scope';
import { identifierOf, type Names } from './names';
import { rootOptions } from './root-code';

/** A flow as code, equal to its file. */
export interface FlowCode {
  readonly kind: FlowKind;
  /** The declarations of its variables, by the option of the builder that takes them. */
  readonly declarations: readonly { readonly option: string; readonly entries: readonly ObjectEntry[] }[];
  /** The options of the builder besides variables and the start. */
  readonly options: Readonly<Record<string, Code | undefined>>;
  /** The lists of actions in the flow itself: `actions`, `startUp`, `periodic`. */
  readonly lists: Readonly<Record<string, Code>>;
  readonly containers: readonly (ContainerName & { readonly code: Code })[];
  /** The container with which the flow starts. */
  readonly startUp?: ContainerName | undefined;
  /** Whether all containers have to be named, because of their order or because nothing leads to them. */
  readonly namesAll: boolean;
  readonly comments: readonly string[];
  readonly counts: ActionCounts;
  /** The keys outside actions that stand as YAML: `settingsMenu`, `task.refId`. */
  readonly rawKeys: readonly string[];
}

interface FlowFile {
  readonly tree: FlowTree;
  readonly root: YamlNode;
  readonly text: string;
}

/** The code of a flow. Undefined where no code says the same as the file. */
export function flowCode(
  file: FlowFile,
  surroundings: Surroundings,
  names: Names,
  definitions: ReadonlyMap<string, unknown>,
): FlowCode | undefined {
  const { tree } = file;
  const comments = new FileComments(file.root, file.text);
  const containers = containersOf(tree, names);
  const variables = new Map([...variablesIn(tree.startUpTaskVariables, FLOW), ...variablesIn(tree.variables, FLOW)]);
  const scope = new FlowScope(
    variables,
    containers.map(({ container }) => container),
    surroundings,
    comments,
    definitions,
  );
  const root = rootOptions(tree, scope);
  if (!root) return undefined;
  const options = {
    ...root,
    variableFlags: flagsCode(tree.variables, ['isInput', 'isOutput']),
    variableOrder: orderCode(tree),
  };
  const rawKeys: string[] = [];
  const code = new ContainerCode(scope, comments, (keys) => rawKeys.push(...keys));
  const parts = {
    kind: tree.kind,
    declarations: declarationsOf(tree, scope, comments),
    lists: listsOf(tree, scope, code),
    containers: containers.map(({ container, node }) => ({ ...container, code: code.of(node) })),
    startUp: startOf(
      tree,
      containers.map(({ container }) => container),
    ),
    comments: comments.ofFlow(),
    counts: scope.counts,
  };
  for (const namesAll of [false, true]) {
    const equal = equalCode({ ...parts, options, namesAll, rawKeys }, file.root, scope);
    if (equal) return equal;
  }
  return undefined;
}

/** The code with the root keys that its builder cannot write as YAML. Undefined where it is still another flow. */
function equalCode(code: FlowCode, root: YamlNode, scope: FlowScope): FlowCode | undefined {
  const expected = contentOf(toData(root));
  const first =
    expected && attempt(() => differentKeys(contentOf(dataOf(code, scope)) ?? {}, expected, formsOf(code.kind)));
  if (!first) return undefined;
  if (Object.keys(first).length === 0) return code;
  if (Object.keys(first).some((key) => HOLD_ACTIONS.has(key.split('.')[0] ?? ''))) return undefined;
  const raw = dataOrUndefined(first);
  const second = { ...code, options: { ...code.options, raw }, rawKeys: [...code.rawKeys, ...Object.keys(first)] };
  return attempt(() => isDeepStrictEqual(dataOf(second, scope), toData(root))) ? second : undefined;
}

const formsOf = (kind: FlowKind): KeyForms => (flowForms[kind] as { readonly fields?: KeyForms }).fields ?? {};

const HOLD_ACTIONS: ReadonlySet<string> = new Set([
  'states',
  'tasks',
  'menus',
  'startUpTaskActions',
  'startUpState',
  'periodicState',
]);

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const contentOf = (data: YamlData): { [key: string]: YamlData } | undefined => {
  const [only] = isMap(data) ? Object.values(data) : [];
  return only !== undefined && isMap(only) ? only : undefined;
};

/** The YAML of the flow that the code defines, as data. */
function dataOf(code: FlowCode, scope: FlowScope): YamlData {
  const parts: Record<string, Container> = {};
  return scope.withParts(
    () => parts,
    () => {
      const definition = scope.evaluate(flowCall(code, () => startUp(code, scope, parts))) as FlowDefinition;
      const { root } = parseYaml(flowYaml(definition));
      return root ? toData(root) : null;
    },
  );
}

/** The call of the builder, for the comparison. In the file the containers are functions. */
function flowCall(code: FlowCode, start: () => unknown): Code {
  const declarations = code.declarations.map(
    ({ option, entries }) => [option, { kind: 'object', entries } as Code] as const,
  );
  const lists = Object.entries(code.lists).map(([option, body]) => [option, lambda([FLOW], body)] as const);
  const startUp: Readonly<Record<string, Code>> = code.startUp ? { startUp: { kind: 'value', value: start } } : {};
  return call(code.kind, object({ ...code.options, ...Object.fromEntries([...declarations, ...lists]), ...startUp }));
}

function startUp(code: FlowCode, scope: FlowScope, parts: Record<string, Container>): unknown {
  for (const { identifier, code: of } of code.containers) parts[identifier] = scope.evaluate(of) as Container;
  const first = parts[code.startUp?.identifier ?? ''];
  return code.namesAll ? { startUp: first, containers: Object.values(parts) } : first;
}

interface NamedContainer {
  readonly container: ContainerName;
  readonly node: Container;
}

const PLURAL = { state: 'states', menu: 'menus', task: 'tasks' } as const;

/** All containers of a flow, each with an identifier of its own. */
function containersOf(tree: FlowTree, names: Names): readonly NamedContainer[] {
  return (['state', 'menu', 'task'] as const).flatMap((kind) =>
    (tree[PLURAL[kind]] ?? []).map((node) => ({
      node: Object.assign({}, node, { kind }) as Container,
      container: {
        kind,
        path: `/${tree.kind}/${PLURAL[kind]}/${kind}[${node.refId ?? node.name ?? ''}]`,
        identifier: names.take(identifierOf(node.name ?? '', kind), kind),
      },
    })),
  );
}

function startOf({ startUpRef }: FlowTree, containers: readonly ContainerName[]): ContainerName | undefined {
  const path = startUpRef?.kind === 'path' ? startUpRef.path : undefined;
  if (path === undefined) return containers[0];
  return (
    containers.find((each) => each.path === path) ??
    containers.find((each) => each.path.endsWith(path.slice(path.indexOf('/'))))
  );
}

function declarationsOf(tree: FlowTree, scope: FlowScope, comments: FileComments): FlowCode['declarations'] {
  const all = tree.variables ?? [];
  const hasContract = tree.kind === 'workflow' || tree.kind === 'commonModule';
  const inputs = all.filter(({ content }) => hasContract && content?.isInput === true);
  const outputs = all.filter((item) => hasContract && !inputs.includes(item) && item.content?.isOutput === true);
  const others = all.filter((item) => !inputs.includes(item) && !outputs.includes(item));
  const taskVariables = tree.kind === 'inqueueCall' ? tree.startUpTaskVariables : undefined;
  return Object.entries({ inputs, outputs, variables: others, taskVariables })
    .map(([option, items]) => ({ option, entries: declarationsCode(items, scope.values, comments) }))
    .filter(({ entries }) => entries.length > 0);
}

/** The order of the variables, where inputs and outputs are among them. */
function orderCode({ kind, variables = [] }: FlowTree): Code | undefined {
  if (kind !== 'workflow' && kind !== 'commonModule') return undefined;
  const groups = variables.map(({ content }) => (content?.isInput ? 0 : content?.isOutput ? 1 : 2));
  if (groups.every((group, i) => group >= (groups[i - 1] ?? 0))) return undefined;
  return list(
    variables.map(({ content }) => literal((content?.name ?? '').slice((content?.name ?? '').indexOf('.') + 1))),
  );
}

/** The actions that stand in the flow itself. */
function listsOf(tree: FlowTree, scope: FlowScope, code: ContainerCode): Readonly<Record<string, Code>> {
  if (tree.startUpTaskActions) return { actions: scope.actions(tree.startUpTaskActions) };
  const { startUpState, periodicState } = tree;
  return {
    ...(startUpState ? { startUp: code.state(startUpState) } : {}),
    ...(periodicState ? { periodic: code.state(periodicState) } : {}),
  };
}
