import { action, actionForm, type NodeOf } from '../action';
import { binding, required, value } from '../forms';
import type { Declarations } from '../types';
import { type Assignable, bindingNode, orNoValue, type Value } from '../values';
import { type CallableFlow, flowCall, flowCallOf, type FlowCallOptions } from './flow-call';

/** The fields that `callBotFlow` and `callDigitalBotFlow` share. */
export const botCallFields = { inputText: value('string'), exitReason: binding('string'), intent: binding('string') };

export const callBotFlowForm = actionForm({
  evidence: 'seen',
  flushesAudio: true,
  takesTime: true,
  fields: { ...botCallFields, botFlow: required(flowCall) },
});

export type CallBotFlowAction = NodeOf<'callBotFlow', typeof callBotFlowForm>;

/** The inputs of a bot, and the variables for its slots, its last intent and its exit reason. */
export interface BotCallOptions<In extends Declarations, Out extends Declarations> extends FlowCallOptions<In, Out> {
  /** The text that the bot takes as the first answer: `Message.Message.body`. @default none; the bot asks */
  readonly inputText?: Value<string> | undefined;
  /** The variable for the bot's exit reason. */
  readonly exitReason?: Assignable<string> | undefined;
  /** The variable for the last intent. */
  readonly intent?: Assignable<string> | undefined;
}

/** The values of `botCallFields`. */
export const botCallValues = <In extends Declarations, Out extends Declarations>(options: BotCallOptions<In, Out>) => ({
  inputText: orNoValue(options.inputText),
  exitReason: bindingNode(options.exitReason),
  intent: bindingNode(options.intent),
});

/**
 * Call Bot Flow: lets a bot converse and comes back with its slots. Bots are made in Architect, so a flow declares the
 * bot by its inputs and outputs, with the scope in the names:
 * `{ definition: 'flow', name: 'Orders', existing: true, inputs: {}, outputs: { 'Slot.OrderNumber': string() } }`.
 *
 * @example
 * ```ts
 * callBotFlow('Ask the bot', ordersBot, { inputs: {}, outputs: { 'Slot.OrderNumber': orderNumber } })
 * ```
 * ```yaml
 * callBotFlow:
 *   name: Ask the bot
 *   inputText: { noValue: true }
 *   exitReason: { noValue: true }
 *   intent: { noValue: true }
 *   botFlow: { Orders: { ver_latestPublished: { outputs: { Slot.OrderNumber: { var: Flow.orderNumber } } } } }
 * ```
 */
export function callBotFlow<In extends Declarations, Out extends Declarations>(
  name: string,
  bot: CallableFlow<In, Out>,
  options: BotCallOptions<In, Out>,
): CallBotFlowAction {
  return action(callBotFlow, 'callBotFlow', callBotFlowForm, {
    name,
    ...botCallValues(options),
    botFlow: flowCallOf(bot, options, ''),
  });
}
