import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { value } from '../forms';
import type { User } from '../types';
import { type Value, valueNode } from '../values';

export const playUserGreetingForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  flows: [...voiceFlows, 'voicemail'],
  fields: { user: value('user') },
});

export type PlayUserGreetingAction = NodeOf<'playUserGreeting', typeof playUserGreetingForm>;

/**
 * Play User Greeting: puts the greeting of a user in the queue of audio, as Play Audio does. The caller hears the greeting that the user has recorded. Its form in YAML is
 * assumed: nobody has seen it in a file.
 *
 * @example
 * ```ts
 * playUserGreeting('Who is called', user)
 * ```
 * ```yaml
 * playUserGreeting: { name: Who is called, user: { exp: Flow.user } }
 * ```
 */
export function playUserGreeting(name: string, user: Value<User>): PlayUserGreetingAction {
  return action(playUserGreeting, 'playUserGreeting', playUserGreetingForm, { name, user: valueNode(user) });
}
