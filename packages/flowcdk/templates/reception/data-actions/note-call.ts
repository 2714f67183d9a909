import { dataAction, optional, seconds, string } from 'flowcdk';
import { credential } from 'flowcdk/templates';
import { type Service, workshop } from './workshop';

/**
 * Notes a finished call in the books of the workshop:
 *
 *     POST /calls { "conversationId": "…", "mechanic": "…", "wrapUp": "…" }
 */
export const noteCall = ({ baseUrl, timeout }: Service) =>
  dataAction({
    name: 'Note call',
    integration: workshop,
    input: {
      conversationId: string(),
      userId: string({ description: 'Id of the mechanic who took the call' }),
      wrapupCode: optional(string({ description: 'Id of the wrap-up code' })),
    },
    output: {},
    request: ({ conversationId, userId, wrapupCode }) => ({
      method: 'POST',
      url: `${baseUrl}/calls`,
      headers: { 'X-Api-Key': credential('apiKey') },
      body: { conversationId, mechanic: userId, wrapUp: wrapupCode },
    }),
    response: {},
    timeout: seconds(timeout),
  });
