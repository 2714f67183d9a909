import { action, actionForm, type NodeOf } from '../action';
import { objectNamed, required, struct, value } from '../forms';
import { confirmationModes, wordValue } from '../words';
import { type NoValue, orNoValue, type Readable, valueNode } from '../values';
import { type Patience, patiencePaths, patienceValues, type Question, questionFields, questionValues } from './ask';
import { botFlows } from './bot-flows';

export const askForSlotForm = actionForm({
  evidence: 'seen',
  flows: botFlows,
  takesTime: true,
  fields: {
    slot: required(objectNamed('slot')),
    question: questionFields.question,
    chooser: value(),
    customValidation: value('boolean'),
    confirmationMode: wordValue(confirmationModes),
    noInput: questionFields.noInput,
    noMatch: questionFields.noMatch,
    voiceEndOfInputTimeout: questionFields.voiceEndOfInputTimeout,
    outputs: struct(patiencePaths),
  },
});

export type AskForSlotAction = NodeOf<'askForSlot', typeof askForSlotForm>;

/** The slot that the bot fills, its question, and its patience. */
export interface AskForSlotOptions extends Question, Patience {
  /** The slot that the answer fills. */
  readonly slot: string;
  /** A condition that the answer has to meet. @default none */
  readonly customValidation?: Readable<boolean> | NoValue | undefined;
  /** Whether the bot reads the answer back. @default 'never' */
  readonly confirmationMode?: 'always' | 'never' | undefined;
}

/**
 * Ask for Slot: a bot asks until the answer fills a slot.
 *
 * @example
 * ```ts
 * askForSlot('Which order?', {
 *   slot: 'OrderNumber',
 *   question: exp<Communication>`MakeCommunication("Which order?")`,
 *   noMatch: exp<Communication>`MakeCommunication("Pardon?")`,
 *   voiceEndOfInputTimeout: seconds(5),
 *   onMaxNoMatches: [disconnect()],
 * })
 * ```
 * ```yaml
 * askForSlot:
 *   name: Which order?
 *   slot: { name: OrderNumber }
 *   question: { exp: "MakeCommunication(\"Which order?\")" }
 *   customValidation: { noValue: true }
 *   confirmationMode: { lit: never }
 *   noMatch: { exp: "MakeCommunication(\"Pardon?\")" }
 *   voiceEndOfInputTimeout: { lit: { seconds: 5 } }
 *   outputs:
 *     maxNoInputs: { enabled: false }
 *     maxNoMatches: { enabled: true, actions: [{ disconnect: { name: Disconnect } }] }
 * ```
 */
export function askForSlot(name: string, options: AskForSlotOptions): AskForSlotAction {
  return action(askForSlot, 'askForSlot', askForSlotForm, {
    name,
    slot: { name: options.slot },
    ...questionValues(options),
    customValidation: orNoValue(options.customValidation),
    confirmationMode: valueNode(options.confirmationMode ?? 'never'),
    outputs: patienceValues(options),
  });
}
