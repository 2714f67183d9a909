/*
 * What a page, a diagram and a text say of a flow. It is plain data, read from the YAML alone, and it is what
 * `--format json` prints.
 */

/** How a way out of an action looks: failures and time-outs differ from the rest. */
export type Tone = 'plain' | 'failure' | 'timeout';

/** One setting of an action. */
export interface Setting {
  /** Where it stands in the action: `outputs.failure`, `category.Databases.dataAction.Find.inputs.phone`. */
  readonly path: string;
  readonly kind: 'expression' | 'literal' | 'speech' | 'prompt' | 'variable' | 'none' | 'data';
  /** The value as people read it. An expression stands in its canonical form. */
  readonly text: string;
  /** The type of an expression: `string`, `integer collection`. */
  readonly type?: string | undefined;
  /** The variables that an expression reads, with their types. */
  readonly variables?: readonly { readonly name: string; readonly type: string }[] | undefined;
}

/** Something else that an action names: a container of the flow, a queue, a data action. */
export interface Link {
  /** `task`, `queue`, `dataAction`, `flow` … */
  readonly kind: string;
  readonly name: string;
  /** The id of the container, where it is one of this flow. */
  readonly container?: string | undefined;
}

/** Something that the rules found, at its place. */
export interface PlacedFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly help?: string | undefined;
  /** Line of the YAML, from 1. */
  readonly line?: number | undefined;
}

/** A way out of an action, with the actions on it. */
export interface WayModel {
  /** The name of the way in the event log: `success`, `case 2`. */
  readonly name: string;
  /** The same for people; a case carries its condition. */
  readonly label: string;
  readonly tone: Tone;
  readonly actions: readonly ActionModel[];
}

/** An action, or a choice of a menu. */
export interface ActionModel {
  /** `a12` for the twelfth action of the text, `m1` for a choice of a menu. */
  readonly id: string;
  /** The place of an action in the text, from 1, as in the event log. A choice has none. */
  readonly number?: number | undefined;
  /** The key in YAML: `callData`. */
  readonly kind: string;
  readonly name: string;
  /** The key of a telephone that chooses this choice: `1`. */
  readonly key?: string | undefined;
  /** The first and the last line in the YAML, from 1. */
  readonly line: number;
  readonly lastLine: number;
  readonly settings: readonly Setting[];
  readonly ways: readonly WayModel[];
  readonly links: readonly Link[];
  /** Names of the variables that it reads and sets. */
  readonly reads: readonly string[];
  readonly sets: readonly string[];
  readonly findings: readonly PlacedFinding[];
}

/** A state, task, menu or bot. */
export interface ContainerModel {
  /** `c1` */
  readonly id: string;
  readonly kind: 'state' | 'task' | 'menu' | 'bot' | 'startUpTask';
  readonly name: string;
  /** Whether the flow begins here. */
  readonly isStart: boolean;
  readonly line: number;
  readonly lastLine: number;
  /** Its own settings, such as what a menu says. */
  readonly settings: readonly Setting[];
  /** Its actions, or the choices of a menu. */
  readonly actions: readonly ActionModel[];
}

/** A variable of a flow with the actions that use it. */
export interface VariableModel {
  readonly name: string;
  /** `string`, `integerCollection`; `built-in` for a variable of the platform. */
  readonly type: string;
  readonly description?: string | undefined;
  readonly initialValue?: string | undefined;
  readonly isInput: boolean;
  readonly isOutput: boolean;
  /** Ids of actions. */
  readonly setBy: readonly string[];
  readonly readBy: readonly string[];
}

/** An attribute of participant data. The name is undefined where only the run knows it. */
export interface AttributeModel {
  readonly name?: string | undefined;
  /** Ids of actions. */
  readonly writtenBy: readonly string[];
  readonly readBy: readonly string[];
}

/** A flow. */
export interface FlowModel {
  readonly file: string;
  readonly name: string;
  /** The root key: `inboundCall`. `unknown` where the file holds no flow. */
  readonly kind: string;
  readonly description?: string | undefined;
  readonly division?: string | undefined;
  readonly defaultLanguage?: string | undefined;
  /** Settings of the whole flow. */
  readonly settings: readonly Setting[];
  readonly containers: readonly ContainerModel[];
  readonly variables: readonly VariableModel[];
  readonly attributes: readonly AttributeModel[];
  readonly findings: readonly PlacedFinding[];
  readonly yaml: string;
}

/** Every action and choice of a list, those on ways included, in the order of the text. */
export const allActions = (actions: readonly ActionModel[]): readonly ActionModel[] =>
  actions.flatMap((action) => [action, ...action.ways.flatMap((way) => allActions(way.actions))]);

/** Every action and choice of a flow. */
export const actionsOfFlow = ({ containers }: FlowModel): readonly ActionModel[] =>
  containers.flatMap(({ actions }) => allActions(actions));
