import type { FlowTree } from '../../architect/flow-tree';
import type { Edge, GraphContainer, GraphNode } from '../../check/graph';
import { nameOf } from '../../check/graph';
import type { ActionModel, FlowModel } from '../flow/flow-model';
import { actionsOfFlow } from '../flow/flow-model';
import { kindName } from '../flow/kind-names';
import { type FlowIds, idsOf } from '../flow/read-flow-model';
import { toneOf } from '../flow/ways';
import type { Box, BoxEdge, ContainerEdge, Diagram } from './diagram';

/** Ways that have no box of their own: the flow goes on, or leads elsewhere. */
const silent: ReadonlySet<string> = new Set([
  ...['next', 'call', 'jump', 'end', 'again', 'turn', 'exit', 'next turn', 'done', 'skip', 'loop', 'start', 'handle'],
  ...['choose', 'settings', 'error'],
]);

/** The picture of a flow, from its control-flow graph. */
export function buildDiagram(flow: FlowTree, model: FlowModel): Diagram {
  return new DiagramBuilder(idsOf(flow), model).build();
}

/** A box while it is built. */
interface Growing {
  readonly box: Omit<Box, 'content'>;
  readonly parent: Growing | undefined;
  readonly children: Growing[];
  readonly edges: BoxEdge[];
}

class DiagramBuilder {
  readonly #roots = new Map<GraphContainer, Growing>();
  /** The box of a place in the graph. */
  readonly #boxes = new Map<GraphNode, Growing>();
  /** The boxes around the actions of a loop, and around those of the task in a choice. */
  readonly #around = new Map<GraphNode, Growing>();
  readonly #ways = new Map<string, Growing>();
  readonly #models: ReadonlyMap<string, ActionModel>;
  readonly #between = new Map<string, { from: string; to: string; ways: Set<string>; actions: Set<string> }>();

  constructor(
    readonly ids: FlowIds,
    readonly model: FlowModel,
  ) {
    this.#models = new Map(actionsOfFlow(model).map((action) => [action.id, action]));
  }

  build(): Diagram {
    const { graph, containerId } = this.ids;
    for (const { id, kind, name } of this.model.containers) {
      const container = graph.containers.find((candidate) => containerId(candidate) === id);
      if (container) this.#roots.set(container, growing({ id, shape: 'inline', label: name, kind, tone: 'plain' }));
    }
    for (const node of graph.nodes) this.#place(node);
    for (const node of graph.nodes) for (const edge of node.out) this.#connect(edge);
    return {
      containers: [...this.#roots.values()].map(({ box, children, edges }) => ({
        id: box.id,
        kind: box.kind,
        name: box.label,
        content: { boxes: children.map(boxOf), edges },
      })),
      edges: [...this.#between.values()].map(({ from, to, ways, actions }): ContainerEdge => ({
        from,
        to,
        ways: [...ways],
        actions: [...actions],
      })),
      hasError: graph.nodes.some(({ kind }) => kind === 'error'),
    };
  }

  /** Makes the box of a place. Most places have one. */
  #place(node: GraphNode): void {
    const parent = this.#parentOf(node);
    if (!parent || this.#boxes.has(node)) return;
    const { kind, id, action, in: before } = node;
    if (kind === 'action' && (action?.kind === 'loop' || action?.kind === 'loopUntil')) this.#loop(node, parent);
    else if (kind === 'action') this.#add(node, parent, this.#actionBox(node, 'action'));
    else if (kind === 'choice') this.#choice(node, parent);
    else if (kind === 'enter') this.#add(node, parent, bare(`e${id}`, 'enter', 'begins here'));
    else if (kind === 'turn') this.#add(node, parent, bare(`t${id}`, 'turn', 'next turn'));
    else if (kind === 'off' && before.length > 0) this.#add(node, parent, bare(`o${id}`, 'off', 'ends here'));
  }

  /** The innermost box around a place. It is made first where it does not exist yet. */
  #parentOf(node: GraphNode): Growing | undefined {
    const { container, loop, kind } = node;
    if (!container || kind === 'taskEnd') return undefined;
    const innerLoop =
      kind === 'turn' ? this.ids.graph.nodesOf(node.action as never).find((n) => n.kind === 'action') : loop;
    if (innerLoop) {
      this.#place(innerLoop);
      return this.#around.get(innerLoop);
    }
    if (!container.inline) return this.#roots.get(container);
    const choice = outermostChoice(node);
    if (!choice) return undefined;
    this.#place(choice);
    return this.#around.get(choice);
  }

  #add(node: GraphNode, parent: Growing, box: Omit<Box, 'content'>): Growing {
    const built = growing(box, parent);
    parent.children.push(built);
    this.#boxes.set(node, built);
    return built;
  }

  #actionBox(node: GraphNode, shape: Box['shape']): Omit<Box, 'content'> {
    const id = this.ids.nodeId(node) ?? `n${node.id}`;
    const model = this.#models.get(id);
    const kind = model?.kind ?? '';
    const label = nameOf(node);
    return {
      id,
      shape,
      label: label === '' || label === kind ? kindName(kind) : label,
      kind,
      ...(model?.key === undefined ? {} : { key: model.key }),
      tone: 'plain',
    };
  }

  /** A loop is a box around its actions. The loop itself stands in it, first. */
  #loop(node: GraphNode, parent: Growing): void {
    const around = growing({ ...this.#actionBox(node, 'loop'), id: `l${node.id}` }, parent);
    parent.children.push(around);
    this.#around.set(node, around);
    this.#add(node, around, this.#actionBox(node, 'action'));
  }

  /** A choice with actions of its own is a box around them. */
  #choice(node: GraphNode, parent: Growing): void {
    const box = this.#actionBox(node, 'choice');
    const model = this.#models.get(box.id);
    if (!model || model.ways.every(({ actions }) => actions.length === 0)) {
      this.#add(node, parent, box);
      return;
    }
    const around = growing({ ...box, id: `i${node.id}`, shape: 'inline' }, parent);
    parent.children.push(around);
    this.#around.set(node, around);
    this.#add(node, around, box);
  }

  #connect(edge: Edge): void {
    const { from, to, way } = edge;
    const source = this.#boxes.get(from);
    const target = this.#boxes.get(to);
    if (!source) return this.#connectRoots(edge, this.#rootName(from), undefined);
    // The loop has the same ways as each of its turns.
    if ((from.kind === 'off' && !target) || (from.kind === 'turn' && !silent.has(way))) return;
    const tone = toneOf(way);
    if (target && rootOf(source) !== rootOf(target)) {
      return this.#connectRoots(edge, rootOf(source).box.id, this.ids.nodeId(from));
    }
    const waySource = silent.has(way) ? source : this.#wayBox(source, from, way);
    if (target) join(waySource, target, tone);
  }

  /** The small box with the name of a way, right behind the action. */
  #wayBox(source: Growing, node: GraphNode, way: string): Growing {
    const owner = this.#around.get(node) ?? source;
    const behind = owner.box.shape === 'loop' ? owner : source;
    const id = `w${node.id}-${way}`;
    const known = this.#ways.get(id);
    if (known) return known;
    const model = this.#models.get(source.box.id)?.ways.find(({ name }) => name === way);
    const tone = toneOf(way);
    const box = growing({ id, shape: 'way', label: model?.label ?? way, kind: source.box.id, tone }, behind.parent);
    behind.parent?.children.push(box);
    this.#ways.set(id, box);
    join(behind, box, tone);
    return box;
  }

  #rootName(node: GraphNode): string | undefined {
    return node.kind === 'start' || node.kind === 'error' ? node.kind : undefined;
  }

  /** An edge between two containers. All of them between the same two are one line. */
  #connectRoots({ from: node, to, way }: Edge, from: string | undefined, action: string | undefined): void {
    const root = to.container && this.#roots.get(to.container);
    // `previousMenu` may lead to every menu. Such an edge would say nothing.
    if (from === undefined || !root || (way === 'again' && node.kind !== 'off') || root.box.id === from) return;
    const key = `${from} ${root.box.id}`;
    const known = this.#between.get(key) ?? { from, to: root.box.id, ways: new Set(), actions: new Set() };
    known.ways.add(way);
    if (action !== undefined) known.actions.add(action);
    this.#between.set(key, known);
  }
}

const growing = (box: Omit<Box, 'content'>, parent?: Growing): Growing => ({ box, parent, children: [], edges: [] });

const bare = (id: string, shape: Box['shape'], label: string): Omit<Box, 'content'> => ({
  id,
  shape,
  label,
  kind: '',
  tone: 'plain',
});

const boxOf = ({ box, children, edges }: Growing): Box =>
  children.length === 0 ? box : { ...box, content: { boxes: children.map(boxOf), edges } };

function rootOf(box: Growing): Growing {
  let root = box;
  while (root.parent) root = root.parent;
  return root;
}

function outermostChoice(node: GraphNode): GraphNode | undefined {
  let at: GraphNode | undefined = node.around;
  while (at && at.kind !== 'choice') at = at.around;
  return at;
}

/** Joins two boxes, or those around them that stand side by side. A line never crosses the side of a box. */
function join(from: Growing, to: Growing, tone: BoxEdge['tone']): void {
  const outside = [...lineage(from)];
  const meeting = lineage(to).find((box) => outside.includes(box));
  if (!meeting) return;
  const [a, b] = [childOf(meeting, from), childOf(meeting, to)];
  if (!a || !b || a === b) return;
  const isThere = meeting.edges.some((edge) => edge.from === a.box.id && edge.to === b.box.id);
  if (!isThere) meeting.edges.push({ from: a.box.id, to: b.box.id, tone });
}

function lineage(box: Growing): readonly Growing[] {
  const all: Growing[] = [];
  for (let at = box.parent; at; at = at.parent) all.push(at);
  return all;
}

function childOf(parent: Growing, box: Growing): Growing | undefined {
  let at: Growing | undefined = box;
  while (at && at.parent !== parent) at = at.parent;
  return at;
}
