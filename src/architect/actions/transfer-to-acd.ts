import { action, actionForm, type NodeOf } from '../action';
import {
  audio,
  binding,
  communication,
  either,
  listOf,
  nameOf,
  paths,
  required,
  struct,
  value,
  type Form,
} from '../forms';
import type { AgentScorePair, Integer, LanguageSkill, Queue, Skill, User } from '../types';
import { audioNode, type AudioValue, noValue, type Value, type ValueNode, valueNode } from '../values';
import type { Definition } from '../definition';
import { type Actions, branchOf, pathsOf } from './branches';

/** `errorType` and `errorMessage` of a transfer that did not come about. */
export const transferFailureOutputs = struct({ errorType: binding('string'), errorMessage: binding('string') });

const unset = Object.freeze({ errorType: noValue, errorMessage: noValue });

export const transferToAcdForm = actionForm({
  evidence: 'seen',
  ends: 'unlessFailure',
  flushesAudio: true,
  fields: {
    targetQueue: required(value('queue')),
    preTransferAudio: audio,
    preTransferCommunication: communication,
    failureTransferAudio: audio,
    failureTransferCommunication: communication,
    acdSkills: either(listOf('acdSkill', value('skill')), value('skillCollection'), Array.isArray) as Form<
      readonly ValueNode[] | ValueNode
    >,
    priority: value('integer'),
    preferredAgents: value('agentScorePairCollection'),
    languageSkill: value('languageSkill'),
    directAgent: value('user'),
    appendSkills: value('boolean'),
    overrideInQueueFlow: struct({ name: nameOf('flow') }),
    failureOutputs: transferFailureOutputs,
    outputs: paths('failure'),
  },
});

export type TransferToAcdAction = NodeOf<'transferToAcd', typeof transferToAcdForm>;

/** A queue: the definition, its name, or an expression. */
export type QueueTarget = (Definition & { readonly definition: 'queue' }) | Value<Queue>;

export interface TransferToAcdOptions {
  readonly targetQueue: QueueTarget;
  /** Played before the transfer. */
  readonly preTransferAudio?: AudioValue;
  /** Played when the transfer fails; the flow then goes on with `onFailure`. */
  readonly failureTransferAudio?: AudioValue;
  /** Higher is served first. @default 0 */
  readonly priority?: Value<Integer>;
  readonly skills?: readonly Value<Skill>[];
  readonly languageSkill?: Value<LanguageSkill>;
  readonly preferredAgents?: Value<readonly AgentScorePair[]>;
  readonly directAgent?: Value<User>;
  readonly onFailure?: Actions;
}

/**
 * Transfer to ACD: plays what is queued, then hands the call to a queue. The flow ends unless the transfer fails.
 *
 * ```ts
 * transferToAcd('To an agent', { targetQueue: orders, priority: 10, onFailure: [...] })
 * ```
 */
export function transferToAcd(name: string, options: TransferToAcdOptions): TransferToAcdAction {
  return action(transferToAcd, 'transferToAcd', transferToAcdForm, {
    name,
    targetQueue: valueNode(options.targetQueue),
    preTransferAudio: options.preTransferAudio === undefined ? undefined : audioNode(options.preTransferAudio),
    failureTransferAudio: options.failureTransferAudio === undefined ? undefined : audioNode(options.failureTransferAudio),
    acdSkills: options.skills?.map((skill) => valueNode(skill)),
    priority: valueNode(options.priority ?? 0),
    preferredAgents: valueNode(options.preferredAgents ?? noValue),
    languageSkill: valueNode(options.languageSkill ?? noValue),
    directAgent: options.directAgent === undefined ? undefined : valueNode(options.directAgent),
    failureOutputs: unset,
    outputs: pathsOf({ failure: branchOf(options.onFailure) }),
  });
}
