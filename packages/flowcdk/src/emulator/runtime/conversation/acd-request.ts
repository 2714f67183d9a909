import type { JsonObject } from '../../state/json';
import type { PreferredAgent } from './agents';

/** The request that comes into a queue with a call. */
export interface AcdRequest {
  readonly queueId: string;
  readonly queueName: string;
  readonly priority: number;
  readonly skillIds?: readonly string[];
  readonly languageId?: string;
  /** The in-queue flow that replaces the queue's own (documented). */
  readonly inQueueFlowId?: string;
  readonly directAgentId?: string;
  readonly preferredAgents?: readonly PreferredAgent[];
}

/** The routing fields that the API shows of a request. */
export const routingOf = ({
  queueId,
  priority,
  skillIds = [],
  languageId,
  preferredAgents = [],
}: AcdRequest): JsonObject => ({
  queue: { id: queueId },
  priority,
  skills: skillIds.map((id) => ({ id })),
  ...(languageId === undefined ? {} : { language: { id: languageId } }),
  scoredAgents: preferredAgents.map(({ userId, score }) => ({ agent: { id: userId }, score })),
});
