import { action, actionForm, type NodeOf } from '../action';
import type { StateNode } from '../containers';
import { containerReference, required } from '../forms';
import { referenceTo, type Target } from '../references';

export const changeStateForm = actionForm({
  evidence: 'inferred',
  flows: ['workflow', 'workitem', 'inboundShortMessage', 'inboundEmail', 'inboundChat', 'surveyInvite'],
  ends: 'always',
  fields: { targetStateRef: required(containerReference) },
});

export type ChangeStateAction = NodeOf<'changeState', typeof changeStateForm>;

/**
 * Change State: goes on in another state (inferred). Pass a function for a state that is defined further down:
 * `() => done`.
 *
 * @example
 * ```ts
 * changeState('Go on', () => done)
 * ```
 * ```yaml
 * changeState: { name: Go on, targetStateRef: "/workflow/states/state[Done]" }
 * ```
 */
export const changeState = (name: string, target: Target<StateNode & { readonly kind: 'state' }>): ChangeStateAction =>
  action(changeState, 'changeState', changeStateForm, { name, targetStateRef: referenceTo(target) });
