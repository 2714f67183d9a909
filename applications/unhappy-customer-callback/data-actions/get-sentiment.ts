import { dataAction, decimal, optional, seconds, string } from 'flowcdk';
import { at, url } from 'flowcdk/templates';
import { cloud, TIMEOUT } from './genesys-cloud';

/**
 * The sentiment of a conversation. Status 404 until the analysis has run, which takes a minute or many:
 *
 *     GET /api/v2/speechandtextanalytics/conversations/{id}
 *     { "conversation": { "id": "…" }, "sentimentScore": -61.5, "sentimentTrend": -12, … }
 */
export const getSentiment = dataAction({
  name: 'Get sentiment',
  integration: cloud,
  input: { conversationId: string() },
  output: { sentimentScore: optional(decimal({ description: '-100 (unhappy) to 100 (happy)' })) },
  request: ({ conversationId }) => ({
    method: 'GET',
    url: url`/api/v2/speechandtextanalytics/conversations/${conversationId}`,
  }),
  response: { sentimentScore: at('$.sentimentScore') },
  timeout: seconds(TIMEOUT),
});
