import type { Action } from '../../architect/actions';
import type { MenuChoiceNode } from '../../architect/containers';
import { ORIGIN } from '../../architect/origin';
import type { VariableDeclaration } from '../../architect/containers';
import type { KindItem } from '../../architect/forms';
import type { YamlNode } from '../../architect/yaml/node';
import type { ContainerPlace } from '../rule';

/**
 * A place a flow can be at.
 *
 * | kind      | meaning                                                                 |
 * |-----------|-------------------------------------------------------------------------|
 * | `start`   | the flow begins                                                         |
 * | `error`   | the flow has broken and its error handling takes over                   |
 * | `enter`   | a state, task, menu or bot is entered                                   |
 * | `action`  | an action runs                                                          |
 * | `turn`    | a turn of a loop is over                                                |
 * | `choice`  | a choice of a menu was made                                             |
 * | `offer`   | every menu offers its choices and the global choices of other menus     |
 * | `anyMenu` | the flow goes back to a menu, and which one is not known                |
 * | `off`     | the actions of a container are used up, and none of them ended the flow |
 * | `taskEnd` | a called task goes back, by one of its output paths                     |
 * | `end`     | the flow is over                                                        |
 */
export type NodeKind =
  'start' | 'error' | 'enter' | 'action' | 'turn' | 'choice' | 'offer' | 'anyMenu' | 'off' | 'taskEnd' | 'end';

/** All nodes have all fields, so that code which walks the graph meets objects of one shape. */
export interface GraphNode {
  /** Its place in `FlowGraph.nodes`. */
  readonly id: number;
  readonly kind: NodeKind;
  /** Of an action, and of the turns of a loop. */
  readonly action: Action | undefined;
  readonly choice: MenuChoice | undefined;
  /** Of a `taskEnd`: the output path by which the task goes back. */
  readonly outputPath: string | undefined;
  /** The container it stands in; undefined for `start`, `error`, `offer`, `anyMenu` and `end`. */
  readonly container: GraphContainer | undefined;
  /** The action or choice whose branch it stands in. */
  readonly around: GraphNode | undefined;
  /** The innermost loop around it. */
  readonly loop: GraphNode | undefined;
  readonly out: readonly Edge[];
  readonly in: readonly Edge[];
}

/** One way from a place to the next. */
export interface Edge {
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** The output taken: `success`, `yes`, `case 2`; or `next`, `loop`, `turn`, `done`, `exit`, `jump`, `call`, `again` … */
  readonly way: string;
  /** Where a called task ends: the way leads through the task and is open only if the task ends there. */
  readonly through: GraphNode | undefined;
}

/** A state, task, menu or bot, or the list of actions that stands for one. */
export interface GraphContainer extends ContainerPlace {
  /** The state, task or menu in the tree. */
  readonly content: object;
  /** True for the task inside a choice of a menu. */
  readonly inline: boolean;
  readonly variables: readonly KindItem<VariableDeclaration>[];
  readonly yaml?: YamlNode | undefined;
}

export interface MenuChoice {
  readonly kind: string;
  readonly content: MenuChoiceNode;
}

export interface FlowGraph {
  readonly nodes: readonly GraphNode[];
  readonly start: GraphNode;
  readonly end: GraphNode;
  readonly containers: readonly GraphContainer[];
  /** Whether the flow can ever be there. */
  isReachable(node: GraphNode): boolean;
  /** Whether the flow can ever take a way. */
  isOpen(edge: Edge): boolean;
  /** Where an action runs; none for one that is not in the flow. */
  nodesOf(action: Action): readonly GraphNode[];
  /** Where a container begins. */
  entryOf(container: GraphContainer): GraphNode | undefined;
}

/** `support-line / Support line / Ask twice / What is your call about?` */
export function pathOf(node: GraphNode, flow: string): string {
  const names: string[] = [];
  for (let at: GraphNode | undefined = node; at; at = at.around) names.unshift(nameOf(at));
  return [flow, node.container?.name, ...names].filter((name) => name !== undefined && name !== '').join(' / ');
}

/** What a reader calls the place. */
export function nameOf({ kind, action, choice }: GraphNode): string {
  if (action) return action.name ?? (action.kind === 'unknown' ? action.type : action.kind);
  return kind === 'choice' ? (choice?.content.name ?? choice?.kind ?? '') : '';
}

/** The text of the place, for findings. */
export const yamlOf = ({ action, choice, container }: GraphNode): YamlNode | undefined =>
  (action ?? choice?.content)?.[ORIGIN]?.yaml ?? container?.yaml;
