import { defined } from '../../ground/defined';
import type { Finding } from '../../ground/finding';
import { type Action, actionForms } from '../actions';
import { type Container, type ContainerKind } from '../containers';
import { deepFreeze } from '../freeze';
import type { Definition } from '../definition';
import { type FlowTree, flowForms } from '../flow-tree';
import { apiType, type FlowKind } from '../../ground/flow-kinds';
import type { Form, Leaf } from '../forms';
import { type HasOrigin, ORIGIN, sourceLine } from '../origin';
import type { Declarations } from '../types';
import { literalScalar, type ValueNode } from '../values';
import { type RawKeys, withRawKeys } from '../raw';
import { printYaml } from '../yaml/print';
import { writeFlow } from '../yaml/write-flow';
import { declaredTypes } from './declared-types';
import { expressionProblems } from './expression-problems';
import { actionProblems, flowProblems, menuProblems, refIdProblems } from './flow-problems';

/** A flow written in TypeScript. */
export interface FlowDefinition<In extends Declarations = Declarations> extends Definition, HasOrigin {
  readonly definition: 'flow';
  readonly kind: FlowKind;
  /** The kind in the spelling of the public API and Terraform: `inboundcall`. */
  readonly type: string;
  /** The inputs for a launch of the flow, by name without scope. */
  readonly inputs: In;
  readonly tree: FlowTree;
  /** The flow of which this flow is a variant. */
  readonly variantOf?: string;
  /** Everything the flow refers to by name: data actions, queues, other flows. */
  readonly uses: readonly Definition[];
  /** Names of the participant attributes it writes. */
  readonly writes: readonly string[];
  /** Number of actions, branches included. */
  readonly actionCount: number;
  /** The findings about the definition. An error prevents the deployment. */
  readonly problems: readonly Finding[];
}

/** The result of a flow's builder: the tree without the containers that it only refers to. */
export interface FlowParts<In extends Declarations> {
  readonly kind: FlowKind;
  /** The kinds of flow in which a common module has to work. @default only its own kind */
  readonly servesAs?: readonly FlowKind[];
  readonly name: string;
  readonly inputs: In;
  readonly variantOf?: string | undefined;
  readonly address?: string | undefined;
  readonly root: Omit<FlowTree, 'kind' | 'states' | 'tasks' | 'menus'>;
  /** Where the flow starts, for kinds that start with a container. */
  readonly startUp?: Container;
  /** The containers in the order in which they are written. @default in the order in which the flow leads to them */
  readonly containers?: readonly Container[] | undefined;
  /** Root keys as they stand in YAML. */
  readonly raw?: RawKeys | undefined;
  readonly variables: readonly Finding[];
}

/** Finds all reachable containers, collects the used definitions and checks the flow. */
export function defineFlow<In extends Declarations>(parts: FlowParts<In>, origin: HasOrigin): FlowDefinition<In> {
  const form = flowForms[parts.kind] as Form<unknown> & { readonly fields: Readonly<Record<string, Form<unknown>>> };
  const root = withRawKeys(form.fields, parts.root, parts.raw);
  const surveyed = survey({ ...parts, root });
  const tree = inOrderOfForm(parts.kind, { ...root, ...byKind(surveyed.containers) });
  return Object.freeze({
    ...origin,
    definition: 'flow',
    kind: parts.kind,
    type: apiType(parts.kind),
    name: parts.name,
    ...defined({ variantOf: parts.variantOf, address: parts.address }),
    inputs: parts.inputs,
    tree,
    uses: Object.freeze([...surveyed.uses]),
    writes: Object.freeze([...surveyed.writes].sort()),
    actionCount: surveyed.actionCount,
    problems: Object.freeze([
      ...flowProblems(parts, sourceLine(origin[ORIGIN])),
      ...parts.variables,
      ...surveyed.problems,
    ]),
  });
}

/** The `states`, `menus` and `tasks` of a flow, as far as it has them. */
function byKind(containers: readonly Container[]): Readonly<Record<string, readonly Container[]>> {
  const lists: Record<string, Container[]> = {};
  for (const container of containers) (lists[plural[container.kind]] ??= []).push(container);
  return lists;
}

function inOrderOfForm(kind: FlowKind, values: Readonly<Record<string, unknown>> & HasOrigin): FlowTree {
  const form = flowForms[kind] as Form<unknown> & { readonly fields: Readonly<Record<string, unknown>> };
  const ordered = Object.keys(form.fields)
    .filter((key) => values[key] !== undefined)
    .map((key) => [key, values[key]] as const);
  return deepFreeze({ kind, ...Object.fromEntries(ordered), ...originOf(values) }) as unknown as FlowTree;
}

/** The origin holds the raw keys that the form does not know. */
const originOf = (node: HasOrigin): HasOrigin => (node[ORIGIN] ? { [ORIGIN]: node[ORIGIN] } : {});

interface Survey {
  readonly containers: readonly Container[];
  readonly uses: ReadonlySet<Definition>;
  readonly writes: ReadonlySet<string>;
  readonly actionCount: number;
  readonly problems: readonly Finding[];
}

/** Walks all containers that the start leads to, each once, in the order of the walk. */
function survey(parts: FlowParts<Declarations>): Survey {
  const containers = new Set<Container>();
  const uses = new Set<Definition>();
  const writes = new Set<string>();
  const problems: Finding[] = [];
  let actionCount = 0;

  const declared = declaredTypes(parts);
  const see = (leaf: Leaf, path: string, action?: Action): void => {
    if (leaf.role === 'reference' && leaf.reference.kind === 'container') containers.add(leaf.reference.container());
    else if (leaf.role === 'actions') leaf.actions.forEach((action) => seeAction(action, path));
    else if (leaf.role === 'name' && leaf.definition) uses.add(leaf.definition);
    else if (leaf.role === 'value') {
      noteDefinition(leaf.value);
      const at = sourceLine(action?.[ORIGIN]);
      problems.push(...expressionProblems(leaf, { flow: parts.kind, variable: (name) => declared.of(name), path, at }));
    }
  };
  const noteDefinition = (value: ValueNode): void => {
    if ((value.kind === 'literal' || value.kind === 'prompt') && value.definition) uses.add(value.definition);
    if (value.kind === 'prompt' && typeof value.prompt === 'object') noteDefinition(value.prompt);
    if (value.kind === 'expression') for (const definition of value.definitions ?? []) uses.add(definition);
  };
  const seeAction = (action: Action, path: string): void => {
    actionCount += 1;
    if (action.kind === 'unknown') return;
    const here = `${path} / ${action.name ?? action.kind}`;
    problems.push(...actionProblems(parts, action, here));
    for (const name of attributesWritten(action)) writes.add(name);
    (actionForms[action.kind].form as Form<unknown>).walk(action, (leaf) => see(leaf, here, action), '');
  };

  const rootForm: Form<unknown> = flowForms[parts.kind];
  for (const container of parts.containers ?? []) containers.add(container);
  if (parts.startUp) containers.add(parts.startUp);
  rootForm.walk(parts.root, (leaf) => see(leaf, parts.name), '');
  // An iteration over a set includes items that are added meanwhile, so every container is visited once.
  for (const container of containers) {
    declared.add(container.variables);
    const list: Form<unknown> = containerForm(parts.kind, container.kind);
    list.walk([container], (leaf) => see(leaf, `${parts.name} / ${container.name ?? container.kind}`), '');
  }
  problems.push(...refIdProblems(parts.name, [...containers]), ...menuProblems(parts.name, [...containers]));
  return { containers: [...containers], uses, writes, actionCount, problems };
}

function attributesWritten(action: Action): string[] {
  if (action.kind !== 'setParticipantData' && action.kind !== 'setConversationData') return [];
  const names = (action.attributes ?? []).map((attribute) => literalScalar(attribute.name));
  return names.filter((name) => typeof name === 'string');
}

const plural = { state: 'states', task: 'tasks', menu: 'menus', bot: 'bots' } as const;

function containerForm(kind: FlowKind, container: ContainerKind): Form<unknown> {
  const form = flowForms[kind] as Form<unknown> & { readonly fields: Readonly<Record<string, Form<unknown>>> };
  return form.fields[plural[container]] ?? nothingToWalk;
}

const nothingToWalk: Form<unknown> = {
  expects: 'nothing',
  read: () => undefined,
  write: () => ({ kind: 'scalar', value: null, offset: -1, end: -1 }),
  walk: () => undefined,
};

/**
 * The refId of every container. It is the explicit refId, which never changes, or else the name, with a number where it
 * is not unique.
 */
export function refIds(tree: FlowTree): ReadonlyMap<Container, string> {
  const all = [...(tree.states ?? []), ...(tree.menus ?? []), ...(tree.tasks ?? [])] as unknown as readonly Container[];
  const taken = new Set(all.flatMap(({ kind, refId }) => (refId === undefined ? [] : [`${kind} ${refId}`])));
  const ids = new Map<Container, string>();
  for (const container of all) {
    const { kind, name } = container;
    const preferred = (name ?? '').replace(/[[\]/]/g, ' ').trim() || kind;
    let id = preferred;
    for (let n = 2; taken.has(`${kind} ${id}`); n++) id = `${preferred}_${n}`;
    if (container.refId === undefined) taken.add(`${kind} ${id}`);
    ids.set(container, container.refId ?? id);
  }
  return ids;
}

const texts = new WeakMap<FlowDefinition, string>();

/**
 * The Architect YAML of a flow, as it is uploaded; that of a file stays as it is. Both the checks and the output need it, so it is remembered.
 *
 * @example
 * ```ts
 * flowYaml(inboundCall({ name: 'Hello', startUp: () => task('Greet', [disconnect()]) }));
 * // inboundCall:
 * //   name: Hello
 * //   …
 * ```
 */
export function flowYaml(flow: FlowDefinition): string {
  if ('text' in flow && typeof flow.text === 'string') return flow.text;
  const text = texts.get(flow) ?? printFlow(flow);
  texts.set(flow, text);
  return text;
}

function printFlow(flow: FlowDefinition): string {
  const ids = refIds(flow.tree);
  const path = (container: Container): string =>
    `/${flow.kind}/${plural[container.kind]}/${container.kind}[${ids.get(container) ?? ''}]`;
  const lists = byKind([...ids].map(([container, refId]) => withRefId(container, refId)));
  return printYaml(writeFlow({ ...flow.tree, ...lists } as unknown as FlowTree, path));
}

/** A container with its refId after its name. */
const withRefId = (container: Container, refId: string): Container =>
  Object.assign(container.name === undefined ? {} : { name: container.name }, { refId }, container, {
    refId,
  }) as Container;
