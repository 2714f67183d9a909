import { apiType, flowKinds } from '../../ground/flow-kinds';
import type { JsonObject } from '../state/json';
import type { KindName } from '../state/kinds';
import type { Org } from '../state/org';
import type { RecordOfKind } from '../state/tables';
import type { Flow } from '../state/tables/flow';
import type { Call } from './call';
import { matches, page } from './paging';
import { notThere, wrongValue } from './refusals';
import { Reply, type Route } from './route';

const path = '/api/v2/architect/dependencytracking';

/** The names that dependency tracking has for the kinds of the local org (documented; the cloud has more kinds). */
const typeOfKind = {
  dataAction: 'DATAACTION',
  datatable: 'DATATABLE',
  division: 'DIVISION',
  emergencyGroup: 'EMERGENCYGROUP',
  group: 'GROUP',
  ivr: 'IVRCONFIGURATION',
  language: 'ACDLANGUAGE',
  milestone: 'FLOWMILESTONE',
  oauthClient: 'OAUTHCLIENT',
  outcome: 'FLOWOUTCOME',
  prompt: 'USERPROMPT',
  queue: 'QUEUE',
  schedule: 'SCHEDULE',
  scheduleGroup: 'SCHEDULEGROUP',
  skill: 'ACDSKILL',
  user: 'USER',
  wrapupCode: 'ACDWRAPUPCODE',
} as const satisfies Readonly<Partial<Record<KindName, string>>>;

/** The kinds that dependency tracking knows besides flows. */
type TrackedKind = keyof typeof typeOfKind;
const trackedKinds = Object.keys(typeOfKind) as TrackedKind[];
const isTracked = (kind: string): kind is TrackedKind => Object.hasOwn(typeOfKind, kind);

/** The name that dependency tracking has for a type of flow. Only flows have versions. */
const flowType = (type: string): string => (type.endsWith('FLOW') ? type : `${type}FLOW`);

const types: readonly { readonly name: string; readonly versioned: boolean }[] = [
  ...Object.values(typeOfKind).map((name) => ({ name, versioned: false })),
  ...flowKinds.map((kind) => ({ name: flowType(apiType(kind).toUpperCase()), versioned: true })),
].sort((a, b) => (a.name < b.name ? -1 : 1));

const shownType = ({ name, versioned }: (typeof types)[number]): JsonObject => ({
  id: name,
  name,
  versioned,
  selfUri: `${path}/types/${name}`,
});

/** Something that uses others or is used by others. */
interface Tracked extends JsonObject {
  readonly id: string;
  readonly type: string;
  readonly deleted: boolean;
}

const tracked = (kind: TrackedKind, { id, name }: RecordOfKind<TrackedKind>): Tracked => ({
  id,
  name,
  type: typeOfKind[kind],
  deleted: false,
  updated: false,
});

const trackedFlow = ({ id, name, type, versions }: Flow): Tracked => ({
  id,
  name,
  type: flowType(type),
  version: `${versions}.0`,
  deleted: false,
  updated: false,
});

/** A used thing. Of a deleted thing only the id and the type are known. */
function used(org: Org, kind: string, id: string): Tracked {
  const flow = kind === 'flow' ? org.get('flow', id) : undefined;
  if (flow) return trackedFlow(flow);
  const thing = isTracked(kind) ? org.get(kind, id) : undefined;
  if (thing && isTracked(kind)) return tracked(kind, thing);
  return { id, type: isTracked(kind) ? typeOfKind[kind] : kind.toUpperCase(), deleted: true };
}

/** One use: a flow names something, a call route or an emergency group leads to a flow. */
interface Use {
  readonly by: Tracked;
  readonly of: Tracked;
}

function usesIn(org: Org): Use[] {
  const byFlows = org
    .all('flow')
    .flatMap((flow) =>
      Object.entries(flow.bound).flatMap(([kind, ids]) =>
        ids.map((id) => ({ by: trackedFlow(flow), of: used(org, kind, id) })),
      ),
    );
  const byRoutes = org.all('ivr').flatMap((ivr) => {
    const { openHoursFlow, closedHoursFlow, holidayHoursFlow, scheduleGroup } = ivr;
    const flows = [openHoursFlow, closedHoursFlow, holidayHoursFlow].map((flow) => [flow, 'flow'] as const);
    return [...flows, [scheduleGroup, 'scheduleGroup'] as const].flatMap(([to, kind]) =>
      to ? [{ by: tracked('ivr', ivr), of: used(org, kind, to.id) }] : [],
    );
  });
  const byEmergencies = org.all('emergencyGroup').flatMap((group) =>
    (group.emergencyCallFlows ?? []).map(({ emergencyFlow }) => ({
      by: tracked('emergencyGroup', group),
      of: used(org, 'flow', emergencyFlow.id),
    })),
  );
  return [...byFlows, ...byRoutes, ...byEmergencies];
}

const everything = (org: Org): Tracked[] => [
  ...org.all('flow').map(trackedFlow),
  ...trackedKinds.flatMap((kind) => org.all(kind).map((entity) => tracked(kind, entity))),
];

const isOneOf = (types: string | undefined, type: string): boolean =>
  types === undefined || types.toUpperCase().split(',').includes(type);

/** Removes duplicates: a call route may lead to one flow at all hours. */
const unique = (all: readonly Tracked[]): Tracked[] =>
  all.filter((resource, i) => all.findIndex(({ id, type }) => id === resource.id && type === resource.type) === i);

const isSame = (a: Tracked, b: Tracked): boolean => a.id === b.id && a.type === b.type;

/** Adds the things that a resource uses, and those that use it, where the caller asks for them. */
function withResources(resource: Tracked, uses: readonly Use[], call: Call): JsonObject {
  const consumed = uses.filter(({ by }) => isSame(by, resource)).map(({ of }) => of);
  const consuming = uses.filter(({ of }) => isSame(of, resource)).map(({ by }) => by);
  const only = (list: readonly Tracked[], types: string | undefined): Tracked[] =>
    unique(list).filter(({ type }) => isOneOf(types, type));
  return {
    ...resource,
    ...(call.query('consumedResources') === 'true'
      ? { consumedResources: only(consumed, call.query('consumedResourceType')) }
      : {}),
    ...(call.query('consumingResources') === 'true'
      ? { consumingResources: only(consuming, call.query('consumingResourceType')) }
      : {}),
  };
}

/** The thing with the id of the query, and with its type where the query has one. */
function meant(call: Call, uses: readonly Use[]): Tracked {
  const id = requiredQuery(call, 'id');
  const type = call.query('objectType');
  const known = [...everything(call.org), ...uses.map(({ of }) => of)];
  const match = known.find((resource) => resource.id === id && isOneOf(type, resource.type));
  if (!match) throw notThere(type === undefined ? 'tracked object' : `object of type ${type}`, id);
  const version = call.query('version');
  if (version !== undefined && match['version'] !== undefined && match['version'] !== version) {
    throw notThere(`version ${version} of the object`, id);
  }
  return match;
}

function requiredQuery(call: Call, name: string): string {
  const value = call.query(name);
  if (value === undefined) throw wrongValue(`The query parameter ${name} is missing.`, name);
  return value;
}

const view = {
  permission: 'architect:dependencyTracking:view',
  certainty: 'documented',
} as const;

export const dependencyTrackingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    does: 'lists what has a name and uses others, or is used',
    ...view,
    answers: [200, 400],
    handle: (call) => {
      const name = requiredQuery(call, 'name');
      const uses = usesIn(call.org);
      const matching = everything(call.org).filter(
        (resource) => matches(resource['name'], name) && isOneOf(call.query('objectType'), resource.type),
      );
      return page(
        call,
        matching.map((resource) => withResources(resource, uses, call)),
        path,
      );
    },
  },
  {
    method: 'GET',
    path: `${path}/object`,
    does: 'gives one object of the query, with what it uses and what uses it where that is asked for',
    ...view,
    answers: [200, 400, 404],
    handle: (call) => {
      const uses = usesIn(call.org);
      return withResources(meant(call, uses), uses, call);
    },
  },
  {
    method: 'GET',
    path: `${path}/consumedresources`,
    does: 'lists what an object uses',
    ...view,
    answers: [200, 400, 404],
    note: 'A flow uses what its published version was bound to.',
    handle: (call) => {
      const uses = usesIn(call.org);
      const consumer = meant(call, uses);
      const consumed = uses.filter(({ by }) => isSame(by, consumer)).map(({ of }) => of);
      const shown = unique(consumed).filter(({ type }) => isOneOf(call.query('resourceType'), type));
      return page(call, shown, `${path}/consumedresources`);
    },
  },
  {
    method: 'GET',
    path: `${path}/consumingresources`,
    does: 'lists what uses an object',
    ...view,
    answers: [200, 400, 404],
    note: 'Flows, call routes and emergency groups; triggers are not tracked.',
    handle: (call) => {
      const uses = usesIn(call.org);
      const resource = meant(call, uses);
      const consuming = uses.filter(({ of }) => isSame(of, resource)).map(({ by }) => by);
      const shown = unique(consuming).filter(({ type }) => isOneOf(call.query('resourceType'), type));
      return page(call, shown, `${path}/consumingresources`);
    },
  },
  {
    method: 'GET',
    path: `${path}/deletedresourceconsumers`,
    does: 'lists what uses something that was deleted',
    ...view,
    answers: [200],
    handle: (call) => {
      const uses = usesIn(call.org).filter(({ of }) => of.deleted);
      const shown = unique(uses.map(({ by }) => by))
        .filter(
          ({ name: trackedName }) => call.query('name') === undefined || matches(trackedName, call.query('name') ?? ''),
        )
        .filter(({ type }) => isOneOf(call.query('objectType'), type));
      return page(
        call,
        shown.map((resource) => withResources(resource, uses, call)),
        `${path}/deletedresourceconsumers`,
      );
    },
  },
  {
    method: 'GET',
    path: `${path}/types`,
    does: 'lists the types of objects that are tracked',
    ...view,
    answers: [200],
    note: 'Those the local org holds; the cloud has more.',
    handle: (call) => page(call, types.map(shownType), `${path}/types`),
  },
  {
    method: 'GET',
    path: `${path}/types/:id`,
    does: 'gives one type of object',
    ...view,
    answers: [200, 404],
    handle: (call) => {
      const type = types.find(({ name }) => name === call.param('id').toUpperCase());
      if (!type) throw notThere('type of tracked object', call.param('id'));
      return shownType(type);
    },
  },
  {
    method: 'GET',
    path: `${path}/build`,
    does: 'tells whether what is tracked is up to date',
    ...view,
    answers: [200],
    note: 'It always is: it is worked out when it is asked for.',
    handle: () => ({ status: 'OPERATIONAL', failedObjects: [], selfUri: `${path}/build` }),
  },
  {
    method: 'POST',
    path: `${path}/build`,
    does: 'works out again what uses what',
    permission: 'architect:dependencyTracking:rebuild',
    certainty: 'documented',
    answers: [202],
    note: 'There is nothing to do.',
    handle: () => new Reply(202, {}),
  },
];
