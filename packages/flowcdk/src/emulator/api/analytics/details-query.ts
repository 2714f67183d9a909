import type { JsonObject } from '../../state/json';
import { anyObject, listOf, numeric, object, oneOf, required, text, type ValueOf, whole } from '../../state/shape';
import type { Conversation } from '../../runtime/conversation/conversation';
import type { Call } from '../call';
import { wrongValue } from '../refusals';
import { analyticsConversation, type AnalyticsConversation } from './analytics-conversation';
import { checkFilter, checkWord, filter, meets, type Words } from './filters';
import { DAY, type Interval, intervalIn } from './interval';
import { shownConversations } from './shown-conversations';
import { conversationSubject, segmentsOf, segmentSubject, valuesOf } from './subjects';
import { conversationDimensions, conversationMetrics, segmentDimensions } from './words';

const MOST_FILTERS = 100;

const aggregation = object({
  type: required(oneOf('termFrequency', 'numericRange')),
  dimension: text(100),
  metric: text(100),
  size: whole(1, 1_000),
  ranges: listOf(object({ gte: numeric(-Number.MAX_VALUE), lt: numeric(-Number.MAX_VALUE) }), 100),
});
type Aggregation = ValueOf<typeof aggregation>;

export const detailsBody = {
  interval: required(text(100)),
  conversationFilters: listOf(filter, MOST_FILTERS),
  segmentFilters: listOf(filter, MOST_FILTERS),
  evaluationFilters: listOf(anyObject, MOST_FILTERS),
  surveyFilters: listOf(anyObject, MOST_FILTERS),
  resolutionFilters: listOf(anyObject, MOST_FILTERS),
  order: oneOf('asc', 'desc', 'unordered'),
  orderBy: oneOf('conversationStart', 'conversationEnd', 'segmentStart', 'segmentEnd'),
  aggregations: listOf(aggregation, 20),
  paging: object({ pageSize: required(whole(1, 100)), pageNumber: required(whole(1)) }),
};

const ofConversations: Words = { dimensions: conversationDimensions, metrics: conversationMetrics };
const ofSegments: Words = { dimensions: segmentDimensions, metrics: ['tSegmentDuration'] };

/** The longest interval (believed: the platform refuses more than 31 days). */
const LONGEST_INTERVAL = 31 * DAY;

/** Finds conversations, page by page. */
export function queryDetails(call: Call): JsonObject {
  const body = call.object(detailsBody);
  const interval = intervalIn(body.interval);
  if (interval.end - interval.start > LONGEST_INTERVAL) {
    throw wrongValue(`interval: it is longer than 31 days (${body.interval})`, 'interval');
  }
  const { conversationFilters = [], segmentFilters = [], aggregations = [] } = body;
  for (const [i, entry] of conversationFilters.entries())
    checkFilter(entry, ofConversations, `conversationFilters[${i}]`);
  for (const [i, entry] of segmentFilters.entries()) checkFilter(entry, ofSegments, `segmentFilters[${i}]`);
  for (const [i, entry] of aggregations.entries()) checkAggregation(entry, `aggregations[${i}]`);
  const others = ['evaluationFilters', 'surveyFilters', 'resolutionFilters'] as const;
  const unmet = others.filter((name) => (body[name] ?? []).length > 0);
  for (const name of unmet)
    call.warn(`${name}: the local org has no evaluations, surveys and resolutions; nothing matches`);
  const hits = matchesIn(interval, call).filter(
    (match) =>
      unmet.length === 0 &&
      conversationFilters.every((entry) => meets(entry, conversationSubject(match.shown))) &&
      segmentFilters.every((entry) => segmentsOf(match.shown).some((part) => meets(entry, segmentSubject(part)))),
  );
  const { pageSize, pageNumber } = body.paging ?? { pageSize: 25, pageNumber: 1 };
  const ordered = inOrder(hits, body.orderBy ?? 'conversationStart', body.order ?? 'asc');
  const shown = ordered.slice((pageNumber - 1) * pageSize, pageNumber * pageSize).map((match) => match.shown);
  return {
    // Nothing that was found is no list (observed by users of the API).
    ...(shown.length === 0 ? {} : { conversations: shown }),
    ...(aggregations.length === 0
      ? {}
      : {
          aggregations: aggregations.map((entry) =>
            aggregated(
              entry,
              hits.map((match) => match.shown),
            ),
          ),
        }),
    totalHits: hits.length,
  };
}

/** A conversation that is shown only where a filter, an order or a page needs that: a page of many thousands is quick. */
class Match {
  #shown: AnalyticsConversation | undefined;

  constructor(readonly conversation: Conversation) {}

  get shown(): AnalyticsConversation {
    this.#shown ??= analyticsConversation(this.conversation);
    return this.#shown;
  }
}

/** The conversations that started on a day, by UTC, that the interval touches (documented). */
function matchesIn({ start, end }: Interval, call: Call): readonly Match[] {
  const [firstDay, lastDay] = [Math.floor(start / DAY), Math.floor((end - 1) / DAY)];
  const isThen = (at: number): boolean => Math.floor(at / DAY) >= firstDay && Math.floor(at / DAY) <= lastDay;
  return shownConversations(call.runtime)
    .filter(({ startedAt }) => isThen(startedAt))
    .map((conversation) => new Match(conversation));
}

type OrderBy = NonNullable<ValueOf<(typeof detailsBody)['orderBy']>>;

function inOrder(matches: readonly Match[], orderBy: OrderBy, order: 'asc' | 'desc' | 'unordered'): readonly Match[] {
  if (order === 'unordered') return matches;
  const sign = order === 'asc' ? 1 : -1;
  const keyed = matches.map((match) => ({ match, at: momentOf(match, orderBy) }));
  return keyed.sort((a, b) => (a.at === b.at ? 0 : sign * (a.at < b.at ? -1 : 1))).map(({ match }) => match);
}

/** Milliseconds since 1970. What has no end yet comes last. */
function momentOf(match: Match, orderBy: OrderBy): number {
  if (orderBy === 'conversationStart') return match.conversation.startedAt;
  if (orderBy === 'conversationEnd') return match.conversation.endedAt ?? Infinity;
  const moments = segmentsOf(match.shown).map(({ segment }) => timeOf(segment[orderBy]));
  if (moments.length === 0) return Infinity;
  return orderBy === 'segmentStart' ? Math.min(...moments) : Math.max(...moments);
}

const timeOf = (moment: string | undefined): number => (moment === undefined ? Infinity : Date.parse(moment));

function checkAggregation({ type, dimension, metric, ranges }: Aggregation, path: string): void {
  if (type === 'termFrequency') {
    checkWord(dimension ?? '', [...segmentDimensions, ...conversationDimensions], `${path}.dimension`);
    return;
  }
  checkWord(metric ?? '', conversationMetrics, `${path}.metric`);
  if (ranges === undefined) throw wrongValue(`${path}.ranges is missing; a numericRange has ranges`, path);
}

/** Counts conversations by the values of a dimension, or by ranges of a metric. */
function aggregated(aggregation: Aggregation, conversations: readonly AnalyticsConversation[]): JsonObject {
  const { type, dimension = '', metric = '', size = 10, ranges = [] } = aggregation;
  if (type === 'numericRange') {
    const results = ranges.map(({ gte, lt }) => {
      const isIn = (value: number): boolean => (gte === undefined || value >= gte) && (lt === undefined || value < lt);
      const within = conversations.filter((entry) => conversationSubject(entry).metric(metric).some(isIn));
      return { count: within.length, ...(gte === undefined ? {} : { gte }), ...(lt === undefined ? {} : { lt }) };
    });
    return { type, metric, count: conversations.length, results };
  }
  const counts = new Map<string, number>();
  for (const conversation of conversations) {
    const parts = [{ conversation }, ...segmentsOf(conversation)];
    for (const value of new Set(parts.flatMap((part) => valuesOf(dimension, part)))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, size);
  return { type, dimension, count: conversations.length, results: most.map(([value, count]) => ({ value, count })) };
}
