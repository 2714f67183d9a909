import type { JsonObject } from '../../state/json';
import type { PreferredAgent } from './agents';

/** What a queue is asked for. */
export interface AcdRequest {
  readonly queueId: string;
  readonly queueName: string;
  readonly priority: number;
  readonly skillIds?: readonly string[];
  readonly languageId?: string;
  /** Instead of the queue's own (documented). */
  readonly inQueueFlowId?: string;
  readonly directAgentId?: string;
  readonly preferredAgents?: readonly PreferredAgent[];
}

/** What the API shows of what a queue was asked for. */
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
