import { ObjectValue, ReferenceValue, type } from '../../../architect/expressions';
import type { ActionNode } from '../../../architect/actions';
import type { ValueNode } from '../../../architect/values';
import { isPublished } from '../../state/published';
import type { Run, RunAction } from '../action-context';
import type { AcdRequest } from '../conversation/acd-request';
import type { PreferredAgent } from '../conversation/agents';
import { bound } from '../flow/bound';
import { onCall } from '../flow/on-call';
import { AUDIO, INTEGER, LANGUAGE_SKILL, QUEUE } from '../flow/types';
import { isFailure, target, transferFailed, type TransferFailure } from '../voice/transfer';
import { skillIdsOf } from './set-skills';

type TransferToAcd = ActionNode<'transferToAcd'>;

const USER = type('user');
const PAIRS = type('agentScorePair', true);

/**
 * Plays the queued audio and the audio before the transfer, then hands the call to a queue. The flow goes on only if
 * the queue no longer exists, or if the in-queue flow that the action names no longer exists.
 */
export const transferToAcd: RunAction<'transferToAcd'> = function* (action, run) {
  const leg = onCall(run);
  const queue = target(run, action.targetQueue, QUEUE, 'queue');
  if (action.preTransferAudio) leg.line.queue(run.value(action.preTransferAudio, AUDIO));
  const override = inQueueFlow(run, action.overrideInQueueFlow?.name);
  yield* leg.line.flush();
  if (isFailure(queue)) return transferFailed(run, action, queue);
  if (typeof override === 'object') return transferFailed(run, action, override);
  const request: AcdRequest = {
    queueId: queue.id,
    queueName: queue.name,
    ...requirementsOf(action, run),
    ...(override === undefined ? {} : { inQueueFlowId: override }),
  };
  run.runtime.acd.flowOut(leg);
  leg.transferType = 'ACD';
  run.runtime.acd.enter(leg, request);
  return { to: 'end', reason: 'transfer' };
};

/** The in-queue flow that the action names. It replaces the queue's own in-queue flow (documented). */
function inQueueFlow(run: Run, name: string | undefined): string | TransferFailure | undefined {
  if (name === undefined) return undefined;
  const isMessage = run.leg?.conversation.mediaType === 'MESSAGE';
  const type = isMessage ? 'INQUEUESHORTMESSAGE' : 'INQUEUECALL';
  const flow = bound(run, 'flow', name, (candidate) => candidate.type === type && isPublished(candidate));
  return (
    flow?.id ?? {
      errorType: 'target.not.found',
      to: name,
      errorMessage: `there is no published in-queue ${isMessage ? 'message' : 'call'} flow '${name}' any more`,
    }
  );
}

function requirementsOf(action: TransferToAcd, run: Run): Omit<AcdRequest, 'queueId' | 'queueName'> {
  const priority = run.value(action.priority, INTEGER);
  const languageId = languageOf(run, action.languageSkill);
  const directAgentId = idOf(run.value(action.directAgent, USER));
  const preferred = run.value(action.preferredAgents, PAIRS);
  return {
    priority: typeof priority === 'number' ? priority : 0,
    skillIds: skillIdsOf(run, action.acdSkills),
    preferredAgents: (Array.isArray(preferred) ? preferred : []).flatMap(preferredAgent),
    ...(languageId === undefined ? {} : { languageId }),
    ...(directAgentId === undefined ? {} : { directAgentId }),
  };
}

/** The action's language skill, else the flow's skill for the spoken language (believed). */
function languageOf(run: Run, own: ValueNode | undefined): string | undefined {
  const language = run.leg?.language.toLowerCase();
  const spoken = [...(run.program.tree.supportedLanguages ?? [])].find(([tag]) => tag.toLowerCase() === language)?.[1];
  return idOf(run.value(own, LANGUAGE_SKILL) ?? run.value(spoken?.defaultLanguageSkill, LANGUAGE_SKILL));
}

const idOf = (value: unknown): string | undefined => (value instanceof ReferenceValue ? value.id : undefined);

function preferredAgent(pair: unknown): readonly PreferredAgent[] {
  if (!(pair instanceof ObjectValue)) return [];
  const { user, score } = pair.properties;
  const userId = idOf(user);
  return userId === undefined ? [] : [{ userId, score: typeof score === 'number' ? score : 0 }];
}
