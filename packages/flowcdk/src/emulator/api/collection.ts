import { isObject, type Json, type JsonObject, numberOf, omit, pick, textOf, withoutNulls } from '../state/json';
import { type KindName, kinds } from '../state/kinds';
import type { Entity, Org } from '../state/org';
import { canBeInUse, danglingReferences, removeThing } from '../state/references';
import type { Call } from './call';
import { matches, page, pages } from './paging';
import { dangling, nameTaken, versionMismatch } from './refusals';
import { type Certainty, Reply, type Route } from './route';
import { defaultsOf, fieldsThatAre, optional, type Shape } from '../state/shape';
import { type BodyFor, tables, type RecordOfKind } from '../state/tables';
import type { Division } from '../state/tables/division';

/** Things of one kind that are listed, created, read, changed and deleted the same way. */
export interface Collection<K extends KindName, Item = RecordOfKind<K>, Body = BodyFor<K>> {
  readonly kind: K;
  /** `/api/v2/routing/skills` */
  readonly path: string;
  /**
   * `routing:skill` stands for `routing:skill:view`, `routing:skill:add` and so on. An object names the permissions of
   * each right; a caller needs all of them. Without it the route needs no known permission. Lists need the permissions
   * of reading unless `list` is set.
   */
  readonly permission?: string | Readonly<Partial<Record<Right, string | readonly string[]>>>;
  readonly certainty: Certainty;
  readonly note?: string;
  /** Every thing belongs to a division: the home division, unless the body names another. */
  readonly inDivision?: boolean;
  /**
   * A thing counts its changes. A change that names a version has to name the current one. With `checked`, every change
   * names one.
   */
  readonly version?: 'counted' | 'checked';
  /** Fields that a change keeps although its body does not repeat them. */
  readonly keeps?: readonly string[];
  /**
   * Objects that Terraform's provider sends empty where the configuration has none. An answer does not have them: the
   * provider would take an empty object for a block that the configuration lacks.
   */
  readonly absentWhenEmpty?: readonly string[];
  /** Fields that no answer shows. */
  readonly hides?: readonly string[];
  /** The verbs of the collection. @default all */
  readonly verbs?: readonly Verb[];
  readonly update?: 'PUT' | 'PATCH';
  /** The status of a deletion. @default 200 with an empty body */
  readonly deleteAnswers?: 200 | 202 | 204;
  /**
   * Verbs that `check` or `deleting` can refuse with a conflict. Taken names, old versions and things in use are
   * conflicts anyway.
   */
  readonly conflicts?: readonly Verb[];
  readonly wrongValueIs?: 422;
  readonly inUseIs?: 400;
  /** Completes the body before it is checked and stored. */
  readonly complete?: (sent: Body, call: Call, before: Item | undefined) => JsonObject;
  /** Throws for an impossible thing. Shape, name and references are checked elsewhere. */
  readonly check?: (thing: Item, call: Call, before: Item | undefined) => void;
  /** Whether a list shows the thing at all. @default all */
  readonly lists?: (thing: Item, call: Call) => boolean;
  /** Query parameters that filter a list, besides `name`. */
  readonly filters?: Readonly<Record<string, (thing: Item, value: string) => boolean>>;
  /** Shapes the answer, after the hidden fields have been removed. */
  readonly view?: (thing: Item, shown: JsonObject, call: Call) => JsonObject;
  /** Runs after the thing was created or changed. */
  readonly changed?: (thing: Item, call: Call, before: Item | undefined) => void;
  /** Runs before the thing is deleted. */
  readonly deleting?: (thing: Item, call: Call) => void;
}

/** A collection for code that serves every kind. */
type AnyCollection = Collection<KindName, Entity, JsonObject>;

/**
 * Drops the types of the kind. The table of the kind reads the bodies, so the functions of the collection receive what
 * they expect.
 */
const ofAnyKind = <K extends KindName>(c: Collection<K>): AnyCollection => c as unknown as AnyCollection;

type Right = 'list' | 'view' | 'add' | 'edit' | 'delete';
export type Verb = 'list' | 'create' | 'read' | 'update' | 'delete';

/** The routes of a collection. */
export function collection<K extends KindName>(c: Collection<K>): Route[] {
  const verbs = c.verbs ?? ['list', 'create', 'read', 'update', 'delete'];
  return verbs.map((verb) => routes[verb](ofAnyKind(c)));
}

const common = (
  { permission, certainty, note, wrongValueIs }: AnyCollection,
  right: Right,
): Pick<Route, 'permission' | 'certainty' | 'note' | 'wrongValueIs'> => ({
  ...permissionFor(permission, right),
  certainty,
  ...(note === undefined ? {} : { note }),
  ...(wrongValueIs === undefined ? {} : { wrongValueIs }),
});

function permissionFor(declared: AnyCollection['permission'], right: Right): Pick<Route, 'permission'> {
  const permission =
    typeof declared === 'string'
      ? `${declared}:${right === 'list' ? 'view' : right}`
      : (declared?.[right] ?? (right === 'list' ? declared?.view : undefined));
  return permission === undefined || permission.length === 0 ? {} : { permission };
}

function answersOf(c: AnyCollection, verb: 'create' | 'update' | 'delete', always: readonly number[]): number[] {
  const expected =
    verb === 'delete'
      ? canBeInUse(c.kind)
      : (kinds[c.kind].uniqueName ?? false) || (verb === 'update' && c.version !== undefined);
  const conflict = expected || (c.conflicts ?? []).includes(verb);
  return [
    ...always,
    ...(conflict ? [verb === 'delete' ? (c.inUseIs ?? 409) : 409] : []),
    ...(verb !== 'delete' && c.wrongValueIs !== undefined ? [c.wrongValueIs] : []),
  ];
}

const aOrAn = (called: string): string => `${/^(?:[aeio]|SMS)/i.test(called) ? 'an' : 'a'} ${called}`;

const routes: Readonly<Record<Verb, (c: AnyCollection) => Route>> = {
  list: (c) => ({
    method: 'GET',
    path: c.path,
    does: `lists every ${kinds[c.kind].called}, by name where one is asked for`,
    answers: [200],
    query: { ...pages, name: 'only those of this name; * at its ends stands for anything', ...filtersOf(c) },
    ...common(c, 'list'),
    handle: (call) => {
      const part = page(call, listed(c, call), c.path);
      return { ...part, entities: part.entities.map((entity) => view(c, entity, call)) };
    },
  }),
  create: (c) => ({
    method: 'POST',
    path: c.path,
    does: `creates ${aOrAn(kinds[c.kind].called)}`,
    answers: answersOf(c, 'create', [200]),
    body: tables[c.kind],
    ...common(c, 'add'),
    handle: (call) => view(c, create(c, call), call),
  }),
  read: (c) => ({
    method: 'GET',
    path: `${c.path}/:id`,
    does: `gives one ${kinds[c.kind].called}`,
    answers: [200, 404],
    ...common(c, 'view'),
    handle: (call) => view(c, call.the(c.kind), call),
  }),
  update: (c) => ({
    method: c.update ?? 'PUT',
    path: `${c.path}/:id`,
    does: `changes ${aOrAn(kinds[c.kind].called)}`,
    answers: answersOf(c, 'update', [200, 404]),
    body: tables[c.kind],
    ...common(c, 'edit'),
    handle: (call) => view(c, change(c, call), call),
  }),
  delete: (c) => ({
    method: 'DELETE',
    path: `${c.path}/:id`,
    does: `deletes ${aOrAn(kinds[c.kind].called)}`,
    answers: answersOf(c, 'delete', [c.deleteAnswers ?? 200, 404]),
    ...common(c, 'delete'),
    ...(c.inUseIs === undefined ? {} : { inUseIs: c.inUseIs }),
    handle: (call) => {
      const entity: Entity = call.the(c.kind);
      c.deleting?.(entity, call);
      removeThing(call.org, c.kind, entity);
      warnOfFlows(c.kind, entity, call);
      return c.deleteAnswers === 204 ? undefined : new Reply(c.deleteAnswers ?? 200, {});
    },
  }),
};

/** Warns of the flows that name a thing that was just deleted: they fail where they come to it. */
function warnOfFlows(kind: KindName, { id }: Entity, call: Call): void {
  const flows = call.org.all('flow').filter(({ bound }) => bound[kind]?.includes(id));
  if (flows.length === 0) return;
  const names = flows.map((flow) => `'${flow.name}'`).join(', ');
  call.warn(`flows still name the deleted ${kinds[kind].called} and fail where they come to it: ${names}`);
}

const filtersOf = ({ filters = {} }: AnyCollection): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(filters).map((name) => [name, `only those with this ${name}`]));

function listed({ kind, lists, filters }: AnyCollection, call: Call): readonly Entity[] {
  const conditions = Object.entries({ ...byName, ...filters }).flatMap(([name, fits]) => {
    const value = call.query(name);
    return value === undefined ? [] : [(entity: Entity): boolean => fits(entity, value)];
  });
  if (lists) conditions.push((entity) => lists(entity, call));
  const all: readonly Entity[] = call.org.all(kind);
  return conditions.length === 0 ? all : all.filter((entity) => conditions.every((fits) => fits(entity)));
}

const byName = { name: (entity: Entity, pattern: string): boolean => matches(entity['name'], pattern) };

/** A thing as its callers see it. */
export const shownOf = <K extends KindName>(c: Collection<K>, thing: RecordOfKind<K>, call: Call): JsonObject =>
  view(ofAnyKind(c), thing as Entity, call);

function view(c: AnyCollection, entity: Entity, call: Call): JsonObject {
  const shown = {
    ...(c.hides ? omit(entity, c.hides) : entity),
    selfUri: `${c.path}/${encodeURIComponent(entity.id)}`,
  };
  return c.view ? c.view(entity, shown, call) : shown;
}

/** Reads a body. Missing fields get their defaults, unless the request changes only the fields that it names. */
function bodyIn(c: AnyCollection, call: Call, before: Entity | undefined): JsonObject {
  const table: Shape = tables[c.kind];
  if (before && c.update === 'PATCH') return call.fields(withoutNeeds(table));
  const defaults = omit(defaultsOf(table), before ? fieldsThatAre('readOnly', table) : []);
  return { ...defaults, ...call.fields(table) };
}

/** A shape of which a body may lack every field. */
const withoutNeeds = (shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, optional(field)]));

/** Fields that a change keeps although its body does not repeat them. */
const keptBy = ({ kind, keeps = [] }: AnyCollection): readonly string[] => [
  ...fieldsThatAre('readOnly', tables[kind]),
  ...keeps,
];

function create(c: AnyCollection, call: Call): Entity {
  const sent = bodyIn(c, call, undefined);
  const { org } = call;
  const complete = c.complete ? c.complete(sent, call, undefined) : sent;
  return stored(
    c,
    {
      ...(c.inDivision && !complete['division'] ? { division: { id: homeDivision(org).id } } : {}),
      ...complete,
      ...(c.version ? { version: 1 } : {}),
      id: org.newId(),
    },
    call,
    undefined,
  );
}

function change(c: AnyCollection, call: Call): Entity {
  const before: Entity = call.the(c.kind);
  const sent = bodyIn(c, call, before);
  const current = Number(before['version'] ?? 0);
  const version = numberOf(sent['version']);
  const namesVersion = c.version === 'checked' || (c.version === 'counted' && version !== undefined);
  if (namesVersion && version !== current) throw versionMismatch(c.kind, version, current);
  const complete = c.complete ? c.complete(sent, call, before) : sent;
  const kept = pick(before, [...(c.inDivision ? ['division'] : []), ...keptBy(c)]);
  return stored(
    c,
    {
      ...(c.update === 'PATCH' ? before : kept),
      ...complete,
      ...(c.version ? { version: current + 1 } : {}),
      id: before.id,
    },
    call,
    before,
  );
}

/** Whether a value is an object that holds nothing, or nothing but nulls. */
const isEmpty = (value: Json | undefined): boolean => isObject(value) && Object.keys(withoutNulls(value)).length === 0;

function stored(c: AnyCollection, fields: Entity, call: Call, before: Entity | undefined): Entity {
  const left = [
    'selfUri',
    ...fieldsThatAre('bodyOnly', tables[c.kind]),
    ...(c.absentWhenEmpty ?? []).filter((field) => isEmpty(fields[field])),
  ];
  const entity: Entity = { ...omit(fields, left), id: fields.id };
  checkName(c.kind, entity, call.org);
  const missing = danglingReferences(call.org, c.kind, entity);
  if (missing.length > 0) throw dangling(missing);
  c.check?.(entity, call, before);
  call.org.putRecord(c.kind, entity);
  c.changed?.(entity, call, before);
  return entity;
}

function checkName(kind: KindName, entity: Entity, org: Org): void {
  const name = textOf(entity['name']);
  if (!kinds[kind].uniqueName || name === undefined) return;
  const same = (other: Entity): boolean => textOf(other['name'])?.toLowerCase() === name.toLowerCase();
  const all: readonly Entity[] = org.all(kind);
  const other = all.find((candidate) => candidate.id !== entity.id && same(candidate));
  if (other) throw nameTaken(kind, name, other);
}

/** The division of everything that belongs to no other division. */
export function homeDivision(org: Org): Division {
  const home = org.all('division').find((division) => division.homeDivision);
  if (!home) throw new Error('an organisation without a home division');
  return home;
}
