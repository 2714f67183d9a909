import { action, actionForm, type NodeOf } from '../action';
import type { Definition } from '../definition';
import { communication, objectNamed, required, value } from '../forms';
import type { AgentScorePair, Integer, LanguageSkill, Queue, Skill, User } from '../types';
import { communicationNode, type CommunicationValue, optionalNode, orNoValue, type Value, valueNode } from '../values';
import { acdSkills, skillList } from '../acd-skills';
import { nameIn, type Named } from './named-target';
import { transferFields, type TransferOptions, transferValues } from './transfer';

export const transferToAcdForm = actionForm({
  evidence: 'seen',
  ends: 'unlessFailure',
  flushesAudio: true,
  fields: {
    targetQueue: required(value('queue')),
    acdSkills,
    preTransferAudio: transferFields.preTransferAudio,
    preTransferCommunication: communication,
    failureTransferAudio: transferFields.failureTransferAudio,
    failureTransferCommunication: communication,
    priority: value('integer'),
    preferredAgents: value('agentScorePairCollection'),
    languageSkill: value('languageSkill'),
    directAgent: value('user'),
    appendSkills: value('boolean'),
    overrideInQueueFlow: objectNamed('flow'),
    failureOutputs: transferFields.failureOutputs,
    outputs: transferFields.outputs,
  },
});

export type TransferToAcdAction = NodeOf<'transferToAcd', typeof transferToAcdForm>;

/** A queue: the definition, its name, or an expression. */
export type QueueTarget = (Definition & { readonly definition: 'queue' }) | Value<Queue>;

/** The queue for the call, its priority, and the required skills of the agent. */
export interface TransferToAcdOptions extends TransferOptions {
  readonly targetQueue: QueueTarget;
  /** The text before the transfer, in flows for text channels. */
  readonly preTransferCommunication?: CommunicationValue | undefined;
  /** The text after a failed transfer, in flows for text channels. */
  readonly failureTransferCommunication?: CommunicationValue | undefined;
  /** The priority in the queue. Higher is served first. @default 0 */
  readonly priority?: Value<Integer> | undefined;
  readonly skills?: readonly Value<Skill>[] | Value<readonly Skill[]> | undefined;
  readonly languageSkill?: Value<LanguageSkill> | undefined;
  readonly preferredAgents?: Value<readonly AgentScorePair[]> | undefined;
  readonly directAgent?: Value<User> | undefined;
  /** Whether the skills are added to those that the conversation has. @default the field is left out */
  readonly appendSkills?: boolean | undefined;
  /** The in-queue flow that replaces the queue's own. */
  readonly overrideInQueueFlow?: Named<'flow'> | undefined;
}

const said = (what: CommunicationValue | undefined) => (what === undefined ? undefined : communicationNode(what));

/**
 * Transfer to ACD: plays the queued audio, then transfers the call to a queue. The flow ends unless the transfer fails.
 *
 * @example
 * ```ts
 * transferToAcd('To an agent', { targetQueue: orders, priority: 10, onFailure: [disconnect()] })
 * ```
 * ```yaml
 * transferToAcd:
 *   name: To an agent
 *   targetQueue: { lit: { name: Orders } }
 *   priority: { lit: 10 }
 *   preferredAgents: { noValue: true }
 *   languageSkill: { noValue: true }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   outputs: { failure: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function transferToAcd(name: string, options: TransferToAcdOptions): TransferToAcdAction {
  return action(transferToAcd, 'transferToAcd', transferToAcdForm, {
    name,
    targetQueue: valueNode(options.targetQueue),
    preTransferCommunication: said(options.preTransferCommunication),
    failureTransferCommunication: said(options.failureTransferCommunication),
    acdSkills: skillList(options.skills),
    priority: valueNode(options.priority ?? 0),
    preferredAgents: orNoValue(options.preferredAgents),
    languageSkill: orNoValue(options.languageSkill),
    directAgent: optionalNode(options.directAgent),
    appendSkills: optionalNode(options.appendSkills),
    overrideInQueueFlow: options.overrideInQueueFlow === undefined ? undefined : nameIn(options.overrideInQueueFlow),
    ...transferValues(options),
  });
}
