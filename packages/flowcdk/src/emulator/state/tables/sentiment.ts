import { numeric, oneOf, text, whole } from '../shape';
import type { RecordWithId } from '../record';

/** The sentiment of a conversation. Its id is the id of the conversation. */
export const sentiment = {
  /** From −100 to 100. Absent: the analysis found nothing to judge. */
  score: numeric(-100, 100),
  trend: numeric(-200, 200),
  trendClass: oneOf('NotCalculated', 'Declining', 'SlightlyDeclining', 'NoChange', 'SlightlyImproving', 'Improving'),
  /** Milliseconds from the end of the conversation until the analysis is ready. */
  after: whole(0),
  /** ISO 8601, UTC. Absent while the conversation lasts. */
  readyAt: text(40),
};

export type Sentiment = RecordWithId<typeof sentiment>;
