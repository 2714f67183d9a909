import { ApiProblem, missingPermission } from './api/refusals';
import type { Caller } from './caller';
import { divisionOf, divisionsWith, isIn } from './rights';
import type { Changed, Entity, Org } from './state/org';

/**
 * Handles a request within the limits of the caller's roles. Callers read only what belongs to their divisions, and
 * change nothing in other divisions.
 *
 * @param permissions the caller needs all of them; without any, every caller may
 * @throws ApiProblem 403 with the missing permissions and the division where they are missing
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

/** Hides things of other divisions from lists. Refuses a request for such a thing by its id. */
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

/**
 * The changes that the caller is responsible for. A deletion also changes things that refer to the deleted thing; those
 * changes do not count.
 */
const ownDoing = (changed: readonly Changed[]): readonly Changed[] => {
  const removed = changed.filter(({ after }) => after === undefined);
  return removed.length > 0 ? removed : changed;
};
