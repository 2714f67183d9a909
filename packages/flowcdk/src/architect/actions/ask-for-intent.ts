import { action, actionForm, type NodeOf } from '../action';
import { actions, bool, listOf, nameOf, required, struct, switchableBranch } from '../forms';
import {
  type Patience,
  patiencePaths,
  patienceValues,
  type Question,
  questionFields,
  questionValues,
  switchable,
} from './ask';
import { botFlows } from './bot-flows';
import { type Actions, actionList } from './branches';

const intent = struct({ name: required(nameOf('intent')), actions, enabled: bool });

export const askForIntentForm = actionForm({
  evidence: 'seen',
  flows: botFlows,
  takesTime: true,
  fields: {
    ...questionFields,
    outputs: struct({
      intents: listOf('intent', intent),
      noIntent: switchableBranch,
      knowledge: switchableBranch,
      ...patiencePaths,
    }),
  },
});

export type AskForIntentAction = NodeOf<'askForIntent', typeof askForIntentForm>;

/** The question of the bot, and its actions for each intent. */
export interface AskForIntentOptions extends Question, Patience {
  /** The actions for each intent of the bot. */
  readonly intents: Readonly<Record<string, Actions>>;
  /** Runs when the bot recognises none of the intents. */
  readonly onNoIntent?: Actions | undefined;
  /** Runs when the knowledge base has an answer. */
  readonly onKnowledge?: Actions | undefined;
}

/**
 * Ask for Intent: a bot asks for the intent of the customer.
 *
 * @example
 * ```ts
 * askForIntent('How can I help?', {
 *   question: exp<Communication>`MakeCommunication("How can I help?")`,
 *   noInput: exp<Communication>`MakeCommunication("Say something.")`,
 *   intents: { 'Cancel my order': [disconnect()] },
 *   onNoIntent: [exitBotFlow()],
 * })
 * ```
 * ```yaml
 * askForIntent:
 *   name: How can I help?
 *   question: { exp: "MakeCommunication(\"How can I help?\")" }
 *   noInput: { exp: "MakeCommunication(\"Say something.\")" }
 *   voiceEndOfInputTimeout: { noValue: true }
 *   outputs:
 *     intents:
 *       - { intent: { name: Cancel my order, actions: [{ disconnect: { name: Disconnect } }], enabled: true } }
 *     noIntent: { enabled: true, actions: [{ exitBotFlow: { name: Exit Bot Flow } }] }
 *     knowledge: { enabled: false }
 *     maxNoInputs: { enabled: false }
 *     maxNoMatches: { enabled: false }
 * ```
 */
export function askForIntent(name: string, options: AskForIntentOptions): AskForIntentAction {
  return action(askForIntent, 'askForIntent', askForIntentForm, {
    name,
    ...questionValues(options),
    outputs: {
      intents: Object.entries(options.intents).map(([meant, then]) => ({
        name: meant,
        actions: actionList(then),
        enabled: true,
      })),
      noIntent: switchable(options.onNoIntent),
      knowledge: switchable(options.onKnowledge),
      ...patienceValues(options),
    },
  });
}
