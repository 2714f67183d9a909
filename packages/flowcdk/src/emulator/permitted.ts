import { ApiProblem, missingPermission } from './api/refusals';
import type { Caller } from './caller';
import { divisionOf, divisionsWith, isIn } from './rights';
import type { Changed, Entity, Org } from './state/org';

/**
 * Does what was asked as far as the caller's roles reach: they read what is in their divisions, and change nothing that
 * is in another one.
 *
 * @param permissions all of them are needed; with none everybody may
 * @throws ApiProblem 403 that names the permissions that are missing, and the division in which they are
 */
export function permitted<T>(
  method: string,
  permissions: readonly string[],
  caller: Caller,
  org: Org,
  handled: () => T,
): T {
  const held = permissions.map((permission) => ({ permission, divisions: divisionsWith(permission, caller, org) }));
  const nowhere = held.filter(({ divisions }) => divisions !== 'all' && divisions.size === 0);
  if (nowhere.length > 0) throw missingPermission(nowhere.map(({ permission }) => permission));
  const limited = held.filter(({ divisions }) => divisions !== 'all');
  if (limited.length === 0) return org.transaction(handled);
  const allowed = (entity: Entity): boolean => limited.every(({ divisions }) => isIn(divisions, entity));
  const refuse = (entity: Entity): never => {
    const division = divisionOf(entity) ?? '';
    const missing = limited.filter(({ divisions }) => !isIn(divisions, entity)).map(({ permission }) => permission);
    throw missingPermission(missing, org.get('division', division)?.name ?? division);
  };
  if (method === 'GET') return read(allowed, org, handled, refuse);
  return org.transaction(handled, (changed) => {
    const foreign = ownDoing(changed)
      .flatMap(({ before, after }) => [before, after])
      .find((entity) => entity && !allowed(entity));
    if (foreign) refuse(foreign);
  });
}

/** What is in another division is in no list; asked for by its id, it is refused. */
function read<T>(
  allowed: (entity: Entity) => boolean,
  org: Org,
  handled: () => T,
  refuse: (entity: Entity) => never,
): T {
  let hidden: Entity | undefined;
  const sees = (entity: Entity): boolean => {
    const seen = allowed(entity);
    if (!seen) hidden = entity;
    return seen;
  };
  try {
    return org.seeing(sees, handled);
  } catch (problem) {
    if (hidden && problem instanceof ApiProblem && problem.status === 404) refuse(hidden);
    throw problem;
  }
}

/** Of a deletion what was deleted: that others forget it is not the caller's doing. */
const ownDoing = (changed: readonly Changed[]): readonly Changed[] => {
  const removed = changed.filter(({ after }) => after === undefined);
  return removed.length > 0 ? removed : changed;
};
