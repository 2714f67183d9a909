import { ApiProblem, missingPermission } from './api/problems';
import type { Caller } from './caller';
import { divisionOf, type Divisions, divisionsWith, isIn } from './rights';
import { textOf } from './state/json';
import type { Changed, Entity, Org } from './state/org';

/**
 * Does what was asked as far as the caller's roles reach: they read what is in their divisions, and change nothing that
 * is in another one.
 *
 * @throws ApiProblem 403 that names the permission, and the division in which it is missing
 */
export function permitted<T>(method: string, permission: string, caller: Caller, org: Org, handled: () => T): T {
  const divisions = divisionsWith(permission, caller, org);
  if (divisions === 'all') return org.transaction(handled);
  if (divisions.size === 0) throw missingPermission(permission);
  const refuse = (entity: Entity): never => {
    const division = divisionOf(entity) ?? '';
    throw missingPermission(permission, textOf(org.get('division', division)?.['name']) ?? division);
  };
  if (method === 'GET') return read(divisions, org, handled, refuse);
  return org.transaction(handled, (changed) => {
    const foreign = asked(changed)
      .flatMap(({ before, after }) => [before, after])
      .find((entity) => entity && !isIn(divisions, entity));
    if (foreign) refuse(foreign);
  });
}

/** What is in another division is in no list; asked for by its id, it is refused. */
function read<T>(divisions: Divisions, org: Org, handled: () => T, refuse: (entity: Entity) => never): T {
  let hidden: Entity | undefined;
  const sees = (entity: Entity): boolean => {
    const seen = isIn(divisions, entity);
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
const asked = (changed: readonly Changed[]): readonly Changed[] => {
  const removed = changed.filter(({ after }) => after === undefined);
  return removed.length > 0 ? removed : changed;
};
