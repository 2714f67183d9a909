import { dataAction, seconds, string } from 'flowcdk';
import { url } from 'flowcdk/templates';
import { cloud, TIMEOUT } from './genesys-cloud';

/**
 * Marks a conversation; supervisors filter by the mark. A conversation has one mark, and the last one counts:
 *
 *     PUT /api/v2/conversations/{id}/tags { "externalTag": "callback:415820137" }
 */
export const tagConversation = dataAction({
  name: 'Tag conversation',
  integration: cloud,
  input: { conversationId: string(), externalTag: string() },
  output: {},
  request: ({ conversationId, externalTag }) => ({
    method: 'PUT',
    url: url`/api/v2/conversations/${conversationId}/tags`,
    body: { externalTag },
  }),
  response: {},
  timeout: seconds(TIMEOUT),
});
