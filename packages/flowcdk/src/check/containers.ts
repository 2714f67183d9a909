import type { FlowTree } from '../architect/flow-tree';

/** A state, menu, task or bot as a file has it. */
export interface FlowContainer {
  readonly kind: 'state' | 'menu' | 'task' | 'bot';
  readonly list: 'states' | 'menus' | 'tasks' | 'bots';
  readonly name: string | undefined;
  readonly refId: string | undefined;
  readonly node: object;
}

const containersByFlow = new WeakMap<FlowTree, readonly FlowContainer[]>();

/** All containers of a flow that can be referred to, in the order of the lists. Collected once. */
export function containersOf(flow: FlowTree): readonly FlowContainer[] {
  let containers = containersByFlow.get(flow);
  if (!containers)
    containersByFlow.set(flow, (containers = lists.flatMap(([list, kind]) => containersIn(flow, list, kind))));
  return containers;
}

const containersIn = (
  flow: FlowTree,
  list: FlowContainer['list'],
  kind: FlowContainer['kind'],
): readonly FlowContainer[] =>
  (flow[list] ?? []).map((node) => ({ kind, list, node, name: node.name, refId: node.refId }));

const lists = [
  ['states', 'state'],
  ['menus', 'menu'],
  ['tasks', 'task'],
  ['bots', 'bot'],
] as const;
