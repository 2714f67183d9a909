import { dataAction, seconds, string } from 'flowcdk';
import { at } from 'flowcdk/templates';
import { cloud, TIMEOUT } from './genesys-cloud';

/**
 * Creates a call-back that waits in a queue until it is due. `data` becomes what the agent sees beside it:
 *
 *     POST /api/v2/conversations/callbacks
 *     { "queueId": "…", "callbackNumbers": ["+33199001234"], "callbackScheduledTime": "2026-01-05T10:05:00Z", "data": { … } }
 *     { "conversation": { "id": "…" }, "callbackIdentifiers": [ … ] }
 */
export const createCallback = dataAction({
  name: 'Create scheduled callback',
  integration: cloud,
  input: {
    queueId: string(),
    number: string({ description: 'E.164: +33199001234' }),
    dueAt: string({ description: 'ISO 8601, UTC: 2026-01-05T10:05:00Z' }),
    conversationId: string({ description: 'The call that the customer was unhappy with' }),
    sentiment: string(),
  },
  output: { callbackConversationId: string() },
  request: ({ queueId, number, dueAt, conversationId, sentiment }) => ({
    method: 'POST',
    url: '/api/v2/conversations/callbacks',
    body: {
      queueId,
      callbackNumbers: [number],
      callbackScheduledTime: dueAt,
      data: { 'Unhappy call': conversationId, Sentiment: sentiment },
    },
  }),
  response: { callbackConversationId: at('$.conversation.id') },
  timeout: seconds(TIMEOUT),
});
