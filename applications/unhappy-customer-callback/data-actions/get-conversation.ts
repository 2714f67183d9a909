import { dataAction, seconds, string } from 'flowcdk';
import { at, url } from 'flowcdk/templates';
import { cloud, TIMEOUT } from './genesys-cloud';

/**
 * What a conversation is marked with; an empty text where nobody marked it:
 *
 *     GET /api/v2/conversations/{id}
 *     { "id": "…", "externalTag": "callback:415820137", "participants": [ … ] }
 */
export const getConversation = dataAction({
  name: 'Get conversation',
  integration: cloud,
  input: { conversationId: string() },
  output: { externalTag: string() },
  request: ({ conversationId }) => ({ method: 'GET', url: url`/api/v2/conversations/${conversationId}` }),
  response: { externalTag: at('$.externalTag', { default: '' }) },
  timeout: seconds(TIMEOUT),
});
