import type { Action, ActionList } from '../architect/actions';
import type { FlowTree } from '../architect/flow-tree';
import type { Leaf, ShapeProblem } from '../architect/forms';
import type { HasOrigin } from '../architect/origin';
import type { ExpressionNode } from '../architect/values';
import type { YamlNode } from '../architect/yaml/node';
import type { SourceLine } from '../ground/source-line';
import type { Finding, Severity } from '../ground/finding';
import type { ReadExpression } from './expressions';
import type { FlowFile, Project } from './project';

/** What a rule protects the user from, and how it looks for it. One rule per file in `rules/`. */
export interface Rule {
  /** Kebab-case; also the name of its page in `docs/rules/`. */
  readonly name: string;
  readonly family: Family;
  /** The severity, unless the settings change it. A single finding may have a lower one, never a higher one. */
  readonly severity: Severity;
  /** One sentence: what goes wrong without it. */
  readonly protectsFrom: string;
  /** Called once for a project. Gives the listeners for what the walk meets. */
  readonly start: (report: ReportProblem, project: Project) => Listener;
}

/** Groups rules in documents and reports. */
export type Family =
  | 'shape'
  | 'expressions'
  | 'variables'
  | 'paths'
  | 'data actions'
  | 'templates'
  | 'calls'
  | 'participant data'
  | 'triggers'
  | 'definitions'
  | 'portability'
  | 'exports'
  | 'limits';

/** What a rule may listen to. The walk goes once through every flow, in the order of the text, for all rules. */
export interface Listener {
  /** Every file, even one that is no flow, before its content. */
  readonly file?: (file: FlowFile) => void;
  /** A part without the form it should have; the path is that of the action around it. */
  readonly problem?: (problem: ShapeProblem, flow: FlowPlace) => void;
  /** Before everything else of the flow. */
  readonly flow?: (flow: FlowPlace) => void;
  /** An action of any kind, before its branches. */
  readonly action?: (action: Action, place: ActionPlace) => void;
  /** The same for actions of some kinds; other actions cost the rule nothing. */
  readonly actions?: { readonly [K in Action['kind']]?: (action: ActionOf<K>, place: ActionPlace) => void };
  /** A list of actions: the body of a container, or a branch; before its actions. */
  readonly list?: (list: ActionList, place: ListPlace) => void;
  /** A leaf of an action, a container or the flow. */
  readonly leaf?: (leaf: Leaf, place: Place) => void;
  /** An expression, wherever a leaf holds one; read and typed once for all rules. */
  readonly expression?: (expression: PlacedExpression, place: Place) => void;
  /** A text: a literal, a text inside an expression, something to speak. */
  readonly text?: (text: PlacedText, place: Place) => void;
  /** After everything of the flow. */
  readonly flowEnd?: (flow: FlowPlace) => void;
  /** After all flows, for what only several flows together show. */
  readonly project?: (project: Project) => void;
}

type ActionOf<K extends Action['kind']> = Extract<Action, { readonly kind: K }>;

/** An expression of a flow and the field it stands in. */
export interface PlacedExpression {
  readonly node: ExpressionNode;
  readonly leaf: Leaf & { readonly role: 'value' };
  readonly read: ReadExpression;
}

/** A text of a flow. Names of actions and definitions do not count. */
export interface PlacedText {
  readonly text: string;
  /** Callers hear it, or customers read it. */
  readonly spoken: boolean;
  readonly yaml: YamlNode | undefined;
  /**
   * For a text inside an expression: the place of the whole text with its quotes. Escapes make places inside it
   * uncertain.
   */
  readonly whole?: { readonly offset: number; readonly length: number };
}

/** Receives the problems that a rule finds. */
export type ReportProblem = (problem: RuleProblem) => void;

export interface RuleProblem {
  /** What is wrong, with the value, in one sentence. */
  readonly message: string;
  /** What is allowed and what to do. */
  readonly help?: string | undefined;
  /** The file with the problem. @default no file */
  readonly file?: FlowFile | undefined;
  readonly path?: string | undefined;
  /** The culprit in the text; `within` is the part of its value. */
  readonly yaml?: YamlNode | undefined;
  readonly within?: { readonly offset: number; readonly length: number } | undefined;
  /** Overrides the severity of the rule. */
  readonly severity?: Severity | undefined;
  /** The place of a problem that is in no file: the line of a definition. */
  readonly at?: SourceLine | undefined;
  /** The text and the culprit in it, for a problem that is in no file: a template. */
  readonly excerpt?: NonNullable<Finding['excerpt']> | undefined;
}

/** Where the walk is. */
export interface FlowPlace {
  readonly file: FlowFile;
  readonly flow: FlowTree;
  /** `support-line` */
  readonly path: string;
}

export interface Place extends FlowPlace {
  /** The action it belongs to; undefined for what belongs to the flow or a container. */
  readonly action?: Action;
  /** The state, task or menu around; undefined at the root. */
  readonly container?: ContainerPlace;
  /** The choice of the menu around; undefined elsewhere. */
  readonly choice?: ChoicePlace;
}

export interface ChoicePlace extends HasOrigin {
  /** `menuTransferToAcd` */
  readonly kind: string;
  readonly name: string;
}

export interface ContainerPlace {
  readonly kind: 'state' | 'task' | 'menu' | 'bot' | 'startUpTask';
  readonly name: string;
  /** `/workflow/states/state[Initial State]`; empty where it cannot be referred to. */
  readonly reference: string;
}

export interface ListPlace extends Place {
  /** Actions around it, outermost first, each with the branch that leads here. */
  readonly around: readonly { readonly action: Action; readonly branch: string }[];
}

export interface ActionPlace extends ListPlace {
  readonly list: ActionList;
  /** Its place in the list. */
  readonly index: number;
}
