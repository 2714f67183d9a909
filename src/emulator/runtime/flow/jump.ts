import type { ContainerKind } from '../../../architect/containers';
import type { FlowEnd } from '../events';
import type { Place } from './program';

/** Where a flow goes on, when that is not the next action. */
export type Jump =
  | { readonly to: 'container'; readonly place: Place<ContainerKind> }
  | { readonly to: 'endOfTask'; readonly path: string }
  | { readonly to: 'endOfLoop' }
  | { readonly to: 'nextTurn' }
  | { readonly to: 'end'; readonly reason: FlowEnd; readonly exitReason?: string };

/** Undefined: with the next action. */
export type Next = Jump | undefined;
