import type { ActionList } from '../../../architect/actions';
import type { ContainerKind } from '../../../architect/containers';
import type { Value } from '../../../architect/expressions';
import type { FlowEnd } from '../events';
import type { Place } from './program';

/** Values for the variables of a container that the flow enters, by variable name. */
export type Inputs = ReadonlyMap<string, Value>;

/** The place where a flow goes on if that is not the next action. */
export type Jump =
  | { readonly to: 'container'; readonly place: Place<ContainerKind>; readonly inputs?: Inputs }
  | { readonly to: 'endOfTask'; readonly path: string }
  | { readonly to: 'endOfLoop' }
  | { readonly to: 'nextTurn' }
  | { readonly to: 'end'; readonly reason: FlowEnd; readonly exitReason?: string };

/** A jump; undefined means the next action. */
export type Next = Jump | undefined;

/** One of the paths of an action. The flow goes on with the actions on the path, then behind the action. */
export interface Way {
  readonly to: 'way';
  /** `success`, `case 2` … */
  readonly name: string;
  readonly actions: ActionList | undefined;
}

/** The actions on a path of an action. */
export type Branch = { readonly actions?: ActionList } | undefined;

export const way = (name: string, branch: Branch): Way => ({
  to: 'way',
  name,
  actions: branch?.actions,
});

/** The outcome of an action: it took a path, jumped, or leads to the next action. */
export type Outcome = Next | Way;

/** The end of a flow. */
export type End = Extract<Jump, { to: 'end' }>;
