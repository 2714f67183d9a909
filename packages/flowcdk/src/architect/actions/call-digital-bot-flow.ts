import { action, actionForm, type NodeOf } from '../action';
import { required } from '../forms';
import type { Declarations } from '../types';
import { botCallFields, type BotCallOptions, botCallValues } from './call-bot-flow';
import { type CallableFlow, flowCall, flowCallOf } from './flow-call';

export const callDigitalBotFlowForm = actionForm({
  evidence: 'seen',
  takesTime: true,
  fields: { ...botCallFields, digitalBotFlow: required(flowCall) },
});

export type CallDigitalBotFlowAction = NodeOf<'callDigitalBotFlow', typeof callDigitalBotFlowForm>;

/**
 * Call Digital Bot Flow: like `callBotFlow`, with a bot for text channels.
 *
 * @example
 * ```ts
 * callDigitalBotFlow('Ask the bot', { ...ordersBot, outputs: {} }, { inputs: {} })
 * ```
 * ```yaml
 * callDigitalBotFlow:
 *   name: Ask the bot
 *   inputText: { noValue: true }
 *   exitReason: { noValue: true }
 *   intent: { noValue: true }
 *   digitalBotFlow: { Orders bot: { ver_latestPublished: { none: true } } }
 * ```
 */
export function callDigitalBotFlow<In extends Declarations, Out extends Declarations>(
  name: string,
  bot: CallableFlow<In, Out>,
  options: BotCallOptions<In, Out>,
): CallDigitalBotFlowAction {
  return action(callDigitalBotFlow, 'callDigitalBotFlow', callDigitalBotFlowForm, {
    name,
    ...botCallValues(options),
    digitalBotFlow: flowCallOf(bot, options, ''),
  });
}
