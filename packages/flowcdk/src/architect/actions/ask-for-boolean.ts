import { action, actionForm, type NodeOf } from '../action';
import { branch, struct } from '../forms';
import { type Patience, patiencePaths, patienceValues, type Question, questionFields, questionValues } from './ask';
import { botFlows } from './bot-flows';
import { type Actions, branchOf, pathsOf } from './branches';

export const askForBooleanForm = actionForm({
  evidence: 'seen',
  flows: botFlows,
  takesTime: true,
  fields: { ...questionFields, outputs: struct({ yes: branch, no: branch, ...patiencePaths }) },
});

export type AskForBooleanAction = NodeOf<'askForBoolean', typeof askForBooleanForm>;

/**
 * Ask for Yes / No: a bot asks a question with the answers yes and no.
 *
 * @example
 * ```ts
 * askForBoolean('Book it?', {
 *   question: exp<Communication>`MakeCommunication("Shall I?")`,
 *   yes: [exitBotFlow()],
 *   no: [disconnect()],
 * })
 * ```
 * ```yaml
 * askForBoolean:
 *   name: Book it?
 *   question: { exp: "MakeCommunication(\"Shall I?\")" }
 *   voiceEndOfInputTimeout: { noValue: true }
 *   outputs:
 *     "yes": { actions: [{ exitBotFlow: { name: Exit Bot Flow } }] }
 *     "no": { actions: [{ disconnect: { name: Disconnect } }] }
 *     maxNoInputs: { enabled: false }
 *     maxNoMatches: { enabled: false }
 * ```
 */
export function askForBoolean(
  name: string,
  options: Question & Patience & { readonly yes?: Actions | undefined; readonly no?: Actions | undefined },
): AskForBooleanAction {
  return action(askForBoolean, 'askForBoolean', askForBooleanForm, {
    name,
    ...questionValues(options),
    outputs: pathsOf({ yes: branchOf(options.yes), no: branchOf(options.no), ...patienceValues(options) }),
  });
}
