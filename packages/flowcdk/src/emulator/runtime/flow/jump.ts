import type { ActionList } from '../../../architect/actions';
import type { ContainerKind } from '../../../architect/containers';
import type { Value } from '../../../architect/expressions';
import type { FlowEnd } from '../events';
import type { Place } from './program';

/** Values for variables of what is entered, by their names. */
export type Inputs = ReadonlyMap<string, Value>;

/** Where a flow goes on, when that is not the next action. */
export type Jump =
  | { readonly to: 'container'; readonly place: Place<ContainerKind>; readonly inputs?: Inputs }
  | { readonly to: 'endOfTask'; readonly path: string }
  | { readonly to: 'endOfLoop' }
  | { readonly to: 'nextTurn' }
  | { readonly to: 'end'; readonly reason: FlowEnd; readonly exitReason?: string };

/** Undefined: with the next action. */
export type Next = Jump | undefined;

/** One of the ways an action has: the flow goes on with the actions there, then behind the action. */
export interface Way {
  readonly to: 'way';
  /** `success`, `case 2` … */
  readonly name: string;
  readonly actions: ActionList | undefined;
}

/** What stands on a way of an action. */
export type Branch = { readonly actions?: ActionList } | undefined;

export const way = (name: string, branch: Branch): Way => ({
  to: 'way',
  name,
  actions: branch?.actions,
});

/** What an action comes to. */
export type Outcome = Next | Way;

/** The end of a flow. */
export type End = Extract<Jump, { to: 'end' }>;
