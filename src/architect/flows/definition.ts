import type { Finding } from '../../finding';
import { type Action, actionForms } from '../actions';
import { type Container, type ContainerKind } from '../containers';
import type { Definition } from '../definition';
import { type FlowTree, flowForms } from '../flow-tree';
import { apiType, type FlowKind } from '../flow-kinds';
import type { Form, Leaf } from '../forms';
import { type HasOrigin, ORIGIN, sourceLine } from '../origin';
import type { Declarations } from '../types';
import { printYaml } from '../yaml/print';
import { writeFlow } from '../yaml/write-flow';
import { actionProblems, flowProblems } from './problems';

/** A flow written in TypeScript. */
export interface FlowDefinition<In extends Declarations = Declarations> extends Definition, HasOrigin {
  readonly definition: 'flow';
  readonly kind: FlowKind;
  /** The kind as the public API and Terraform name it: `inboundcall`. */
  readonly type: string;
  /** What whoever launches the flow gives it, by name without scope. */
  readonly inputs: In;
  readonly tree: FlowTree;
  /** Everything the flow refers to by name: data actions, queues, other flows. */
  readonly uses: readonly Definition[];
  /** Number of actions, branches included. */
  readonly actionCount: number;
  /** What is wrong with the definition; nothing is deployed while there is an error. */
  readonly problems: readonly Finding[];
}

/** What a flow's builder hands over: the tree without the containers that are only referred to. */
export interface FlowParts<In extends Declarations> {
  readonly kind: FlowKind;
  readonly name: string;
  readonly inputs: In;
  readonly root: Omit<FlowTree, 'kind' | 'states' | 'tasks' | 'menus'>;
  /** Where the flow starts, for kinds that start with a container. */
  readonly startUp?: Container;
  readonly variables: readonly Finding[];
}

/** Finds every container that can be reached, gathers what is used, checks the definition. */
export function defineFlow<In extends Declarations>(parts: FlowParts<In>, origin: HasOrigin): FlowDefinition<In> {
  const found = survey(parts);
  const tree = inOrderOfForm(parts.kind, { ...parts.root, ...byKind(found.containers) });
  return Object.freeze({
    ...origin,
    definition: 'flow',
    kind: parts.kind,
    type: apiType(parts.kind),
    name: parts.name,
    inputs: parts.inputs,
    tree,
    uses: Object.freeze([...found.uses]),
    actionCount: found.actionCount,
    problems: Object.freeze([...flowProblems(parts, sourceLine(origin[ORIGIN])), ...parts.variables, ...found.problems]),
  });
}

/** `states`, `menus` and `tasks` of a flow, those it has. */
function byKind(containers: readonly Container[]): Readonly<Record<string, readonly Container[]>> {
  const lists: Record<string, Container[]> = {};
  for (const container of containers) (lists[plural[container.kind]] ??= []).push(container);
  return lists;
}

function inOrderOfForm(kind: FlowKind, given: Readonly<Record<string, unknown>>): FlowTree {
  const form = flowForms[kind] as Form<unknown> & { readonly fields: Readonly<Record<string, unknown>> };
  const ordered = Object.keys(form.fields)
    .filter((key) => given[key] !== undefined)
    .map((key) => [key, given[key]] as const);
  return Object.freeze({ kind, ...Object.fromEntries(ordered) }) as unknown as FlowTree;
}

interface Survey {
  readonly containers: readonly Container[];
  readonly uses: ReadonlySet<Definition>;
  readonly actionCount: number;
  readonly problems: readonly Finding[];
}

/** Walks everything that can be reached from the start, each container once, in the order in which it is met. */
function survey(parts: FlowParts<Declarations>): Survey {
  const containers = new Set<Container>();
  const uses = new Set<Definition>();
  const problems: Finding[] = [];
  let actionCount = 0;

  const see = (leaf: Leaf, path: string): void => {
    if (leaf.role === 'reference' && leaf.reference.kind === 'container') containers.add(leaf.reference.container());
    else if (leaf.role === 'actions') leaf.actions.forEach((action) => seeAction(action, path));
    else if (leaf.role === 'value' && leaf.value.kind === 'literal' && leaf.value.definition) uses.add(leaf.value.definition);
    else if (leaf.role === 'name' && leaf.definition) uses.add(leaf.definition);
  };
  const seeAction = (action: Action, path: string): void => {
    actionCount += 1;
    if (action.kind === 'unknown') return;
    const here = `${path} / ${action.name ?? action.kind}`;
    problems.push(...actionProblems(parts.kind, action, here));
    (actionForms[action.kind].form as Form<unknown>).walk(action, (leaf) => see(leaf, here), '');
  };

  const rootForm: Form<unknown> = flowForms[parts.kind];
  if (parts.startUp) containers.add(parts.startUp);
  rootForm.walk(parts.root, (leaf) => see(leaf, parts.name), '');
  // A set iterates over what is added while it is iterated: every container that is met is visited once.
  for (const container of containers) {
    const list: Form<unknown> = containerForm(parts.kind, container.kind);
    list.walk([container], (leaf) => see(leaf, `${parts.name} / ${container.name ?? container.kind}`), '');
  }
  return { containers: [...containers], uses, actionCount, problems };
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

/** The refId of every container: the one given, or its name, made unique by a number. */
export function refIds(tree: FlowTree): ReadonlyMap<Container, string> {
  const taken = new Set<string>();
  const ids = new Map<Container, string>();
  const all = [...(tree.states ?? []), ...(tree.menus ?? []), ...(tree.tasks ?? [])] as unknown as readonly Container[];
  for (const container of all) {
    const wanted = container.refId ?? (container.name ?? container.kind).replace(/[[\]/]/g, ' ').trim();
    let id = wanted;
    for (let n = 2; taken.has(`${container.kind} ${id}`); n++) id = `${wanted}_${n}`;
    taken.add(`${container.kind} ${id}`);
    ids.set(container, id);
  }
  return ids;
}

/** The Architect YAML of a flow, as it is uploaded. */
export function flowYaml(flow: FlowDefinition): string {
  const ids = refIds(flow.tree);
  const path = (container: Container): string =>
    `/${flow.kind}/${plural[container.kind]}/${container.kind}[${ids.get(container) ?? ''}]`;
  const lists = byKind([...ids].map(([container, refId]) => withRefId(container, refId)));
  return printYaml(writeFlow({ ...flow.tree, ...lists } as unknown as FlowTree, path));
}

/** A container that says its refId after its name. */
const withRefId = ({ name, refId: _, ...rest }: Container, refId: string): Container =>
  ({ ...(name === undefined ? {} : { name }), refId, ...rest }) as Container;
