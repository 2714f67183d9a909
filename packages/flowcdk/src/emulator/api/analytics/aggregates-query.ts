import type { JsonObject } from '../../state/json';
import {
  anyObject,
  listOf,
  numeric,
  object,
  oneOf,
  required,
  text,
  type ValueOf,
  whole,
  yesNo,
} from '../../state/shape';
import type { Call } from '../call';
import { wrongValue } from '../refusals';
import { analyticsConversation } from './analytics-conversation';
import { checkFilter, checkWord, filter, meets } from './filters';
import { type Division, divisionOf, type Interval, intervalIn, shownInterval } from './interval';
import { serviceLevelOf } from './metrics';
import { shownConversations } from './shown-conversations';
import { type Part, sessionsOf, sessionSubject, valuesOf } from './subjects';
import { aggregateDimensions, aggregateMetrics, groupings } from './words';

export const aggregatesBody = {
  interval: required(text(100)),
  metrics: required(listOf(text(100), 100)),
  granularity: text(20),
  timeZone: text(100),
  groupBy: listOf(text(100), 20),
  filter,
  flattenMultivaluedDimensions: yesNo,
  views: listOf(
    object({
      target: required(text(100)),
      name: required(text(100)),
      function: required(oneOf('rangeBound')),
      range: required(object({ gte: numeric(-Number.MAX_VALUE), lt: numeric(-Number.MAX_VALUE) })),
    }),
    100,
  ),
  alternateTimeDimension: oneOf('eventTime'),
  queryType: oneOf('groupBy', 'topN', 'bottomN'),
  sortMetric: anyObject,
  limit: whole(1, 1_000),
};

type View = ValueOf<typeof aggregatesBody.views>[number];

/** One figure of a session, with the group and the part of the interval that it belongs to. */
interface Figure {
  readonly metric: string;
  readonly value: number;
  readonly target?: number;
}

interface Group {
  readonly group: Readonly<Record<string, string>>;
  readonly parts: Map<number, { readonly interval: Interval; readonly figures: Figure[]; readonly seen: Set<string> }>;
}

/** Adds up figures of conversations, by groups and parts of an interval. */
export function queryAggregates(call: Call): JsonObject {
  const body = call.object(aggregatesBody);
  const interval = intervalIn(body.interval);
  const division = divisionOf(interval, body.granularity, body.timeZone);
  const { groupBy = [], views = [], filter: condition, queryType = 'groupBy' } = body;
  for (const [i, name] of body.metrics.entries()) checkWord(name, aggregateMetrics, `metrics[${i}]`);
  for (const [i, name] of groupBy.entries()) checkWord(name, groupings, `groupBy[${i}]`);
  if (condition) checkFilter(condition, { dimensions: aggregateDimensions, metrics: [] }, 'filter');
  if (queryType !== 'groupBy' || body.sortMetric !== undefined) {
    throw wrongValue(
      `queryType: the local org does not emulate ${queryType} and sortMetric; it knows groupBy`,
      'queryType',
    );
  }
  const groups = new Map<string, Group>();
  for (const conversation of shownConversations(call.runtime)) {
    for (const part of sessionsOf(analyticsConversation(conversation))) {
      if (condition && !meets(condition, sessionSubject(part))) continue;
      const keys = groupsOf(part, groupBy, body.flattenMultivaluedDimensions === true);
      for (const group of keys) collect(part, group, { groups, interval, division, metrics: body.metrics, call });
    }
  }
  return { results: [...groups.values()].map((group) => shown(group, body.metrics, views)) };
}

/** The groups of a session: more than one where a dimension has several values and they are to be told apart. */
function groupsOf(part: Part, groupBy: readonly string[], flat: boolean): readonly Readonly<Record<string, string>>[] {
  // The medium is always part of the group (observed by users of the API).
  return ['mediaType', ...groupBy].reduce<readonly Readonly<Record<string, string>>[]>(
    (groups, name) => {
      const values = valuesOf(name, part);
      if (values.length === 0) return groups;
      const keys = flat ? values : [values.join(',')];
      return groups.flatMap((group) => keys.map((value) => ({ ...group, [name]: value })));
    },
    [{}],
  );
}

interface Collection {
  readonly groups: Map<string, Group>;
  readonly interval: Interval;
  readonly division: Division;
  readonly metrics: readonly string[];
  readonly call: Call;
}

function collect(
  { conversation, session, participant }: Part,
  group: Readonly<Record<string, string>>,
  { groups, interval, division, metrics, call }: Collection,
): void {
  const started = { name: 'nConversations', value: 1, emitDate: conversation.conversationStart };
  for (const { name, value, emitDate } of [started, ...(session?.metrics ?? [])]) {
    const at = Date.parse(emitDate);
    if (!metrics.includes(name) || at < interval.start || at >= interval.end) continue;
    const key = JSON.stringify(group);
    const known = groups.get(key) ?? { group, parts: new Map() };
    groups.set(key, known);
    const part = division(at);
    const figures = known.parts.get(part.start) ?? { interval: part, figures: [], seen: new Set<string>() };
    known.parts.set(part.start, figures);
    // A conversation counts once, however many sessions it has.
    if (name === 'nConversations' && figures.seen.has(conversation.conversationId)) continue;
    if (name === 'nConversations') figures.seen.add(conversation.conversationId);
    const queueId =
      participant && valuesOf('queueId', { conversation, participant, ...(session ? { session } : {}) })[0];
    const target =
      name === 'oServiceLevel' ? serviceLevelOf(call.org.get('queue', queueId ?? '')).percentage : undefined;
    figures.figures.push({ metric: name, value, ...(target === undefined ? {} : { target }) });
  }
}

const shown = ({ group, parts }: Group, metrics: readonly string[], views: readonly View[]): JsonObject => ({
  group,
  data: [...parts.values()]
    .sort((a, b) => a.interval.start - b.interval.start)
    .map(({ interval, figures }) => ({
      interval: shownInterval(interval),
      metrics: metrics.flatMap((metric) => {
        const own = figures.filter((figure) => figure.metric === metric);
        return own.length === 0 ? [] : [{ metric, stats: statistics(metric, own) }];
      }),
      ...(views.length === 0 ? {} : { views: views.map((view) => shownView(view, figures)) }),
    })),
});

function statistics(metric: string, figures: readonly Figure[]): JsonObject {
  const values = figures.map(({ value }) => value);
  const sum = values.reduce((total, value) => total + value, 0);
  if (metric === 'oServiceLevel') {
    const ratio = sum / values.length;
    return { ratio, numerator: sum, denominator: values.length, target: figures[0]?.target };
  }
  if (metric.startsWith('n')) return { count: sum };
  return { count: values.length, min: Math.min(...values), max: Math.max(...values), sum };
}

function shownView({ target, name, range: { gte, lt } }: View, figures: readonly Figure[]): JsonObject {
  const isIn = ({ metric, value }: Figure): boolean =>
    metric === target && (gte === undefined || value >= gte) && (lt === undefined || value < lt);
  const within = figures.filter(isIn);
  return { name, stats: within.length === 0 ? { count: 0 } : statistics(target, within) };
}
