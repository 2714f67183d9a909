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

/** The end of a flow. */
export type End = Extract<Jump, { to: 'end' }>;
