import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { value } from '../forms';
import type { User } from '../types';
import { type Value, valueNode } from '../values';

export const playUserNameForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  flows: [...voiceFlows, 'voicemail'],
  fields: { user: value('user') },
});

export type PlayUserNameAction = NodeOf<'playUserName', typeof playUserNameForm>;

/**
 * Play User Name: puts the name of a user in the queue of audio, as Play Audio does. The caller hears the recorded name of the user, or the name as text. Its form in YAML is
 * assumed: nobody has seen it in a file.
 *
 * @example
 * ```ts
 * playUserName('Who is called', user)
 * ```
 * ```yaml
 * playUserName: { name: Who is called, user: { exp: Flow.user } }
 * ```
 */
export function playUserName(name: string, user: Value<User>): PlayUserNameAction {
  return action(playUserName, 'playUserName', playUserNameForm, { name, user: valueNode(user) });
}
