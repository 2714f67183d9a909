import { executionData, type FlowInstance, flowInstances, time } from '../runtime/flow/instances';
import { fieldsOf, itemsOf, type Json, type JsonObject, scalarText, textOf } from '../state/json';
import type { Call } from './call';
import { presigned, presignedRoute } from './presigned';
import { notThere, wrongBody } from './refusals';
import type { Route } from './route';
import { anything, listOf, required, text } from '../state/shape';

const path = '/api/v2/flows/instances';
/** The most rows of an answer, and the number of rows without a page size (documented). */
const MOST = 200;
const USUAL = 50;

/** The keys of a query (documented names). The local org does not keep those of work items and single actions. */
const keys: Readonly<Record<string, (instance: FlowInstance) => string | readonly string[] | undefined>> = {
  FlowStartDateTime: ({ startedAt }) => time(startedAt),
  FlowEndDateTime: ({ endedAt }) => (endedAt === undefined ? undefined : time(endedAt)),
  ConversationId: ({ conversationId }) => conversationId,
  FlowType: ({ flowType }) => flowType,
  FlowId: ({ flowId }) => flowId,
  FlowErrorReason: ({ errors }) => errors,
  FlowWarningReason: ({ warnings }) => warnings,
};

const operators: Readonly<Record<string, (value: string, operand: string) => boolean>> = {
  eq: (value, operand) => value === operand,
  gt: (value, operand) => value > operand,
  gte: (value, operand) => value >= operand,
  lt: (value, operand) => value < operand,
  lte: (value, operand) => value <= operand,
  begins: (value, operand) => value.startsWith(operand),
};

/**
 * Converts a value of a query for comparison: a moment in any form of ISO 8601 into the form of the instances, a type
 * of flow into upper case.
 */
const comparable = (key: string, value: string): string => {
  if (key === 'FlowType') return value.toUpperCase();
  const at = key.endsWith('DateTime') ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? value : time(at);
};

function holds(criterion: JsonObject, instance: FlowInstance): boolean {
  const [key, operator] = [textOf(criterion['key']) ?? '', (textOf(criterion['operator']) ?? 'eq').toLowerCase()];
  const read = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (!read) throw refused(`key: '${key}' cannot be asked for; there are ${Object.keys(keys).join(', ')}`);
  const fact = read(instance);
  const values = fact === undefined ? [] : typeof fact === 'string' ? [fact] : fact;
  if (operator === 'not_null') return values.length > 0;
  const operand = comparable(key, scalarText(criterion['value']));
  if (operator === 'not') return !values.includes(operand);
  const compare = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (!compare) throw refused(`operator: '${operator}' is none of ${Object.keys(operators).join(', ')}, not, not_null`);
  return values.some((value) => compare(value, operand));
}

const refused = (message: string) => wrongBody([{ field: 'query', message }]);

/**
 * Whether an instance fits a group: all of `and` and of its criteria, at least one of `or`, none of `not` (inferred
 * from the names).
 */
function fits(group: Json, instance: FlowInstance): boolean {
  const { and, or, not, criteria, key } = fieldsOf(group);
  if (key !== undefined) return holds(fieldsOf(group), instance);
  const all = (list: Json | undefined): readonly Json[] => itemsOf(list);
  const own = Array.isArray(criteria) ? all(criteria) : criteria === undefined ? [] : [criteria];
  return (
    [...own, ...all(and)].every((part) => fits(part, instance)) &&
    (all(or).length === 0 || all(or).some((part) => fits(part, instance))) &&
    !all(not).some((part) => fits(part, instance))
  );
}

const row = (instance: FlowInstance): JsonObject => ({
  id: instance.id,
  name: instance.flowName,
  startDateTime: time(instance.startedAt),
  ...(instance.endedAt === undefined ? {} : { endDateTime: time(instance.endedAt) }),
  ...(instance.flowId === undefined ? {} : { flowId: instance.flowId }),
  flowVersion: instance.flowVersion,
  ...(instance.conversationId === undefined ? {} : { conversationId: instance.conversationId }),
  flowType: instance.flowType,
  ...(instance.errors[0] === undefined ? {} : { flowErrorReason: instance.errors[0] }),
  ...(instance.warnings[0] === undefined ? {} : { flowWarningReason: instance.warnings[0] }),
  flowName: instance.flowName,
});

function query(call: Call): JsonObject {
  const { query: groups } = call.object({
    query: required(listOf({ ...anything, expects: 'a group of criteria' })),
  });
  const pageSize = Math.min(Number(call.query('pageSize') ?? USUAL), MOST);
  const instances = [...flowInstances(call.runtime)]
    .reverse()
    .filter((instance) => groups.every((group) => fits(group, instance)));
  return { entities: instances.slice(0, pageSize).map(row) };
}

/** A job. It is complete at once. */
const job = (call: Call, ids: readonly string[], id: string): JsonObject => {
  const known = new Set(flowInstances(call.runtime).map((instance) => instance.id));
  return {
    id,
    jobState: 'Success',
    entities: ids.map((instanceId) =>
      known.has(instanceId)
        ? {
            id: instanceId,
            failed: false,
            statusCode: 200,
            downloadUri: presigned(call, `/flowcdk/flow-instances/${encodeURIComponent(instanceId)}`),
          }
        : { id: instanceId, failed: true, statusCode: 404 },
    ),
  };
};

function instanceOf(call: Call): FlowInstance {
  const id = call.param('id');
  const instance = flowInstances(call.runtime).find((candidate) => candidate.id === id);
  if (!instance) throw notThere('flow instance', id);
  return instance;
}

const view = 'architect:flowInstance:view';

export const flowInstanceRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/query`,
    lives: true,
    does: 'finds runs of flows, newest first',
    permission: 'architect:flowInstance:search',
    answers: [200],
    certainty: 'believed',
    note: 'Groups of criteria are read as their names tell; only runs that the event log keeps are known.',
    handle: query,
  },
  {
    method: 'GET',
    path: `${path}/querycapabilities`,
    does: 'tells what runs of flows can be found by',
    permission: 'architect:flowInstance:search',
    answers: [200],
    certainty: 'assumed',
    handle: () => ({ criteria: Object.keys(keys), operators: [...Object.keys(operators), 'not', 'not_null'] }),
  },
  {
    method: 'POST',
    path: `${path}/jobs`,
    lives: true,
    does: 'asks for what happened in runs of flows',
    permission: view,
    answers: [200],
    certainty: 'documented',
    note: 'The job is done at once; its answer tells where each run is to be had.',
    handle: (call) => {
      const { ids } = call.object({ ids: required(listOf(text(256, 1))) });
      return job(call, ids, ids.join(','));
    },
  },
  {
    method: 'GET',
    path: `${path}/jobs/:id`,
    lives: true,
    does: 'gives what such a job found',
    permission: view,
    answers: [200],
    certainty: 'documented',
    handle: (call) => job(call, call.param('id').split(','), call.param('id')),
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    lives: true,
    does: 'asks for what happened in one run of a flow',
    permission: view,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => job(call, [instanceOf(call).id], instanceOf(call).id),
  },
  presignedRoute({
    method: 'GET',
    path: '/flowcdk/flow-instances/:id',
    lives: true,
    does: 'gives what happened in one run of a flow',
    answers: [200, 404],
    certainty: 'believed',
    note: 'The cloud gives it from its own storage; the items of `execution` are the events of the event log.',
    handle: (call) => executionData(instanceOf(call)),
  }),
];
