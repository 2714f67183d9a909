import { fieldsOf, type JsonObject } from '../state/json';
import type { Sentiment } from '../state/tables/sentiment';
import type { Call } from './call';
import { notThere } from './refusals';
import type { Route } from './route';

const path = '/api/v2/speechandtextanalytics/conversations/:id';

/** The trend in words, by the difference of the two halves of the conversation (documented words, assumed bounds). */
function trendClassOf({ trend, trendClass, score }: Sentiment): string {
  if (trendClass !== undefined) return trendClass;
  if (score === undefined || trend === undefined) return 'NotCalculated';
  if (trend <= -55) return 'Declining';
  if (trend < -20) return 'SlightlyDeclining';
  if (trend <= 20) return 'NoChange';
  return trend < 55 ? 'SlightlyImproving' : 'Improving';
}

function metrics(call: Call): JsonObject {
  const id = call.param('id');
  const sentiment = call.runtime.sentiments.of(id);
  if (!sentiment) throw notThere('analysis of a conversation', id);
  const { score, trend } = sentiment;
  return {
    conversation: { id, selfUri: `/api/v2/conversations/${id}` },
    ...(score === undefined ? {} : { sentimentScore: score }),
    ...(trend === undefined ? {} : { sentimentTrend: trend }),
    sentimentTrendClass: trendClassOf(sentiment),
    participantMetrics: sharesOf(call, id),
    selfUri: path.replace(':id', id),
  };
}

/** Who had how much of the conversation, in percent. The local org does not know who spoke (assumed shares). */
function sharesOf({ runtime }: Call, id: string): JsonObject {
  const conversation = runtime.conversations.get(id);
  if (!conversation) return {};
  const { participants, startedAt, endedAt = runtime.clock.now() } = conversation;
  const whole = Math.max(1, endedAt - startedAt);
  const share = (purpose: string): number =>
    (100 *
      participants
        .filter((who) => who.purpose === purpose && who.connectedAt !== undefined)
        .reduce((sum, who) => sum + (who.endedAt ?? endedAt) - (who.connectedAt ?? endedAt), 0)) /
    whole;
  return fieldsOf({
    ivrDurationPercentage: share('ivr'),
    acdDurationPercentage: share('acd'),
    agentDurationPercentage: share('agent') / 2,
    customerDurationPercentage: share('agent') / 2,
    overtalkCount: 0,
  });
}

export const speechAnalyticsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    does: 'gives the sentiment of a conversation that was analysed',
    permission: ['recording:recording:view', 'speechAndTextAnalytics:data:view'],
    answers: [200, 404],
    certainty: 'documented',
    note: 'The local org cannot listen: a test or PUT /flowcdk/calls/{id}/sentiment says what the analysis finds, and when it is ready. Until then, and for conversations of which nobody says anything, 404 (believed). Without a score the analysis found nothing to judge (assumed). The shares of the participants are assumed.',
    handle: metrics,
  },
];
