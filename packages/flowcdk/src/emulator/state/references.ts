import { fieldsOf, itemsOf, type Json, type JsonObject } from './json';
import { type KindName, kinds, type Reference } from './kinds';
import type { Entity, Org } from './org';

/** A place in a thing that refers to another thing. */
export interface ReferencePlace {
  /** `openSchedules[0].id` */
  readonly path: string;
  readonly id: string;
  readonly reference: Reference;
}

/** All references in a thing. */
export function referencesIn(kind: KindName, entity: JsonObject): ReferencePlace[] {
  return Object.entries(kinds[kind].refers).flatMap(([path, reference]) =>
    idsAt(entity, path.split('.'), '').map(({ path: place, id }) => ({ path: place, id, reference })),
  );
}

function idsAt(
  value: Json | undefined,
  [segment = '', ...rest]: readonly string[],
  above: string,
): { path: string; id: string }[] {
  if (segment === '') return typeof value === 'string' ? [{ path: above, id: value }] : [];
  const field = segment.replace('[]', '');
  const inside = fieldsOf(value)[field];
  const path = above === '' ? field : `${above}.${field}`;
  if (!segment.endsWith('[]')) return idsAt(inside, rest, path);
  const items: readonly (readonly [string | number, Json | undefined])[] = Array.isArray(inside)
    ? [...inside.entries()]
    : Object.entries(fieldsOf(inside));
  return items.flatMap(([key, item]) => idsAt(item, rest, `${path}[${key}]`));
}

/** A reference to a missing thing. */
export interface Dangling extends ReferencePlace {
  readonly called: string;
}

export const danglingReferences = (org: Org, kind: KindName, entity: JsonObject): Dangling[] =>
  referencesIn(kind, entity)
    .filter(({ id, reference }) => !(reference.orAll && id === '*') && !org.get(reference.to, id))
    .map((place) => ({ ...place, called: kinds[place.reference.to].called }));

/** Other things use the thing that should be deleted. */
export class InUse extends Error {
  constructor(
    readonly kind: KindName,
    readonly entity: Entity,
    readonly users: readonly { readonly kind: KindName; readonly entity: Entity }[],
  ) {
    super(`${kinds[kind].called} ${entity.id} is in use`);
  }
}

/** Whether references can prevent the deletion of things of a kind. */
export const canBeInUse = (kind: KindName): boolean =>
  Object.values(kinds).some(({ refers }) =>
    Object.values(refers).some(({ to, whenDeleted }) => to === kind && whenDeleted === 'refuse'),
  );

/** All things that refer to a thing. */
export function usersOf(
  org: Org,
  kind: KindName,
  id: string,
): { readonly kind: KindName; readonly entity: Entity; readonly place: ReferencePlace }[] {
  return kindsReferringTo(kind).flatMap((user) =>
    org.all(user).flatMap((entity: Entity) => {
      const place = referencesIn(user, entity).find(
        (candidate) => candidate.id === id && candidate.reference.to === kind,
      );
      return place ? [{ kind: user, entity, place }] : [];
    }),
  );
}

const kindsReferringTo = (kind: KindName): readonly KindName[] =>
  (Object.keys(kinds) as KindName[]).filter((user) =>
    Object.values(kinds[user].refers).some((reference) => reference.to === kind),
  );

/**
 * Deletes a thing. Things that refer to it refuse the deletion, lose the reference or are deleted, as their kind says.
 */
export function removeThing(org: Org, kind: KindName, entity: Entity): void {
  const users = usersOf(org, kind, entity.id).filter((user) => !(user.kind === kind && user.entity.id === entity.id));
  const refusing = users.filter(({ place }) => place.reference.whenDeleted === 'refuse');
  if (refusing.length > 0) throw new InUse(kind, entity, refusing);
  org.transaction(() => {
    for (const user of users) {
      if (user.place.reference.whenDeleted === 'delete') removeThing(org, user.kind, user.entity);
      else org.putRecord(user.kind, without(user.kind, user.entity, kind, entity.id));
    }
    org.remove(kind, entity.id);
  });
}

/** A thing without its references to another. */
function without(kind: KindName, entity: Entity, to: KindName, id: string): Entity {
  const fields: Record<string, Json | undefined> = { ...entity };
  for (const [path, reference] of Object.entries(kinds[kind].refers)) {
    if (reference.to !== to) continue;
    const [first = '', ...rest] = path.split('.');
    const field = first.replace('[]', '');
    const holds = (value: Json | undefined): boolean => idsAt(value, rest, '').some((item) => item.id === id);
    if (first.endsWith('[]')) fields[field] = itemsOf(fields[field]).filter((item) => !holds(item));
    else if (holds(fields[field])) fields[field] = undefined;
  }
  return { ...fields, id: entity.id };
}
