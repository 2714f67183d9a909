import type { HasOrigin } from './origin';
import type { YamlNode } from './yaml/node';

/*
 * The nodes of a flow's tree that hold one another: a task holds actions, an action holds lists of actions and refers to
 * tasks. Their forms say what each kind looks like, and every form with a branch needs the type of all of them. So the
 * types stand here, below the forms, and the tables above add their kinds: `actions/index.ts` and `containers.ts`.
 */

/** The node of every kind of action that Flowcdk knows, by its key in YAML. The table of actions adds them. */
export interface ActionsByKind {}

/** The node of every kind of container. The containers add them. */
export interface ContainersByKind {}

/** What all actions have. */
export interface FlowAction extends HasOrigin {
  /** The key in YAML: `callData`; `unknown` for one Flowcdk does not know. */
  readonly kind: string;
  /** The name shown in Architect; not unique. */
  readonly name?: string;
}

/** An action Flowcdk has no form for; kept as it was read. */
export interface UnknownAction extends FlowAction {
  readonly kind: 'unknown';
  /** The key it has in YAML; empty where the item is no map with one key. */
  readonly type: string;
  readonly yaml: YamlNode;
  /** Lists of actions found in it, which stand for its paths. Writing keeps `yaml`, and so the text of these. */
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

/** A reference to a state, task or menu: by its path in a file, or to the definition itself. */
export type ContainerReference =
  | ({ readonly kind: 'path'; readonly path: string } & HasOrigin)
  | ({ readonly kind: 'container'; readonly container: () => Container } & HasOrigin);
