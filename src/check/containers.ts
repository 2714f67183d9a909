import type { FlowTree } from '../architect/flow-tree';

/** A state, menu, task or bot as a file has it. */
export interface FlowContainer {
  readonly kind: 'state' | 'menu' | 'task' | 'bot';
  readonly list: 'states' | 'menus' | 'tasks' | 'bots';
  readonly name?: string;
  readonly refId?: string;
  readonly node: object;
}

/** Everything of a flow that can be referred to, in the order of the lists. */
export const containersOf = (flow: FlowTree): readonly FlowContainer[] =>
  lists.flatMap(([list, kind]) =>
    (flow[list] ?? []).map((node) => ({
      kind,
      list,
      node,
      ...(node.name === undefined ? {} : { name: node.name }),
      ...(node.refId === undefined ? {} : { refId: node.refId }),
    })),
  );

const lists = [
  ['states', 'state'],
  ['menus', 'menu'],
  ['tasks', 'task'],
  ['bots', 'bot'],
] as const;
