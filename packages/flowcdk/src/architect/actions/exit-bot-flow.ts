import { action, actionForm, type NodeOf } from '../action';
import { botFlows } from './bot-flows';

export const exitBotFlowForm = actionForm({ evidence: 'seen', flows: botFlows, ends: 'always', fields: {} });

export type ExitBotFlowAction = NodeOf<'exitBotFlow', typeof exitBotFlowForm>;

/**
 * Exit Bot Flow: gives the conversation back to the flow that called the bot.
 *
 * @example
 * ```ts
 * exitBotFlow()
 * ```
 * ```yaml
 * exitBotFlow: { name: Exit Bot Flow }
 * ```
 */
export const exitBotFlow = (name = 'Exit Bot Flow'): ExitBotFlowAction =>
  action(exitBotFlow, 'exitBotFlow', exitBotFlowForm, { name });
