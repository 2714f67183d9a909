import type { JsonObject } from '../../state/json';
import { listOf, numeric, object, oneOf, required, text, type ValueOf, whole, yesNo } from '../../state/shape';
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
  sortMetric: object({ name: required(text(100)), function: required(text(100)) }),
  limit: whole(1, 1_000),
};

/** The figures by which groups can be sorted (assumed: those that the answer has). */
const sortable = ['count', 'sum', 'min', 'max', 'ratio', 'numerator', 'denominator'];

type Body = ValueOf<ReturnType<typeof object<typeof aggregatesBody>>>;

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
  const { groupBy = [], views = [], filter: condition } = body;
  for (const [i, name] of body.metrics.entries()) checkWord(name, aggregateMetrics, `metrics[${i}]`);
  for (const [i, name] of groupBy.entries()) checkWord(name, groupings, `groupBy[${i}]`);
  if (condition) checkFilter(condition, { dimensions: aggregateDimensions, metrics: [] }, 'filter');
  checkSorting(body);
  const groups = new Map<string, Group>();
  for (const conversation of shownConversations(call.runtime)) {
    for (const part of sessionsOf(analyticsConversation(conversation))) {
      if (condition && !meets(condition, sessionSubject(part))) continue;
      const keys = groupsOf(part, groupBy, body.flattenMultivaluedDimensions === true);
      for (const group of keys) collect(part, group, { groups, interval, division, metrics: body.metrics, call });
    }
  }
  return { results: sorted([...groups.values()], body).map((group) => shown(group, body.metrics, views)) };
}

/** Only the first and the last groups are sorted, and then a figure says by what (documented). */
function checkSorting({ queryType = 'groupBy', sortMetric, limit, metrics }: Body): void {
  if (queryType === 'groupBy') {
    for (const [name, value] of Object.entries({ sortMetric, limit })) {
      if (value !== undefined) throw wrongValue(`${name} is for queryType topN and bottomN`, name);
    }
    return;
  }
  if (!sortMetric) throw wrongValue(`sortMetric is missing, which queryType ${queryType} needs`, 'sortMetric');
  // The answer would not show the figure by which it is sorted (assumed to be refused).
  if (!metrics.includes(sortMetric.name))
    throw wrongValue(`sortMetric.name: '${sortMetric.name}' is not among metrics`, 'sortMetric.name');
  checkWord(sortMetric.function, sortable, 'sortMetric.function');
}

/** The groups with the highest or the lowest figure. A group without that figure comes last (assumed). */
function sorted(groups: readonly Group[], { queryType, sortMetric, limit }: Body): readonly Group[] {
  if (!sortMetric) return groups;
  const figureOf = ({ parts }: Group): number | undefined => {
    const own = [...parts.values()]
      .flatMap(({ figures }) => figures)
      .filter(({ metric }) => metric === sortMetric.name);
    const figure = own.length === 0 ? undefined : statistics(sortMetric.name, own)[sortMetric.function];
    return typeof figure === 'number' ? figure : undefined;
  };
  const direction = queryType === 'bottomN' ? 1 : -1;
  return groups
    .map((group) => ({ group, figure: figureOf(group) }))
    .sort((a, b) => {
      if (a.figure === undefined || b.figure === undefined)
        return Number(a.figure === undefined) - Number(b.figure === undefined);
      return direction * (a.figure - b.figure);
    })
    .slice(0, limit)
    .map(({ group }) => group);
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
