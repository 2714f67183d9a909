import type { Action } from '../architect/actions';
import type { ActionCodes, ActionScope } from './action-parts';
import { audioCodes } from './actions/audio';
import { callCodes } from './actions/calls';
import { controlCodes } from './actions/control';
import { conversationCodes } from './actions/conversation';
import { dataCodes } from './actions/data';
import { findCodes } from './actions/find';
import { inputCodes } from './actions/input';
import { messageCodes } from './actions/messages';
import { scheduleCodes } from './actions/schedules';
import { transferCodes } from './actions/transfers';
import type { Code } from './code';

/** How each kind of action is written with its builder. Kinds without an entry have no builder in these flows. */
const codes: ActionCodes = {
  ...audioCodes,
  ...callCodes,
  ...controlCodes,
  ...conversationCodes,
  ...dataCodes,
  ...findCodes,
  ...inputCodes,
  ...messageCodes,
  ...scheduleCodes,
  ...transferCodes,
};

/** The call of the builder of an action. Undefined where there is none, or where it cannot write the action. */
export function actionCode(action: Action, scope: ActionScope): Code | undefined {
  if (action.kind === 'unknown') return undefined;
  const code = codes[action.kind] as ((action: Action, scope: ActionScope) => Code | undefined) | undefined;
  return code?.(action, scope);
}
