import { action, actionForm, type NodeOf } from '../action';

export const endStateForm = actionForm({
  evidence: 'seen',
  flows: ['inqueueShortMessage', 'inqueueEmail'],
  ends: 'always',
  fields: {},
});

export type EndStateAction = NodeOf<'endState', typeof endStateForm>;

/**
 * End State: ends the present turn of an in-queue flow.
 *
 * @example
 * ```ts
 * endState()
 * ```
 * ```yaml
 * endState: { name: End State }
 * ```
 */
export const endState = (name = 'End State'): EndStateAction => action(endState, 'endState', endStateForm, { name });
