import type { HasOrigin } from './origin';
import type { YamlNode } from './yaml/node';

/*
 * The nodes of a flow's tree that contain one another: a task holds actions, an action holds lists of actions and
 * refers to tasks. Every form with a branch needs the types of all actions. So the types stand here, below the forms,
 * and the tables above add their kinds: `actions/index.ts` and `containers.ts`.
 */

/** The node of every kind of action that Flowcdk knows, by its key in YAML. The table of actions adds them. */
export interface ActionsByKind {}

/** The node of every kind of container. The containers add them. */
export interface ContainersByKind {}

/** The common fields of all actions. */
export interface FlowAction extends HasOrigin {
  /** The key in YAML: `callData`. `unknown` for an action that Flowcdk does not know. */
  readonly kind: string;
  /** The name in Architect, which need not be unique. */
  readonly name?: string;
}

/** An action without a form in Flowcdk. It is kept as it was read. */
export interface UnknownAction extends FlowAction {
  readonly kind: 'unknown';
  /** Its key in YAML. Empty where the item is not a map with a single key. */
  readonly type: string;
  readonly yaml: YamlNode;
  /** The lists of actions in it, which represent its paths. Writing keeps `yaml` and with it their text. */
  readonly branches?: readonly UnknownBranch[];
}

/** A list of actions inside an action without a form. */
export interface UnknownBranch {
  /** `outputs.failure` */
  readonly path: string;
  readonly actions: ActionList;
}

/** Any action of a flow. */
export type Action = ActionsByKind[keyof ActionsByKind] | UnknownAction;

/** A list of actions, in the order in which they run. */
export interface ActionList extends ReadonlyArray<Action> {}

/** A state, task or menu of a definition. */
export type Container = ContainersByKind[keyof ContainersByKind];

/** A reference to a state, task or menu: its path in a file, or the definition itself. */
export type ContainerReference =
  | ({ readonly kind: 'path'; readonly path: string } & HasOrigin)
  | ({ readonly kind: 'container'; readonly container: () => Container } & HasOrigin);
