import type { KindName } from '../../state/kinds';
import type { Entity } from '../../state/org';
import type { Run } from '../action-context';

/**
 * What a name in a flow meant when it was published; undefined where that was deleted since.
 *
 * @param name of a data action with its category: `Customers / Find`
 */
export function bound(
  { runtime, program }: Run,
  kind: KindName,
  name = '',
  fits?: (entity: Entity) => boolean,
): Entity | undefined {
  for (const id of program.boundIds(kind, name)) {
    const entity = runtime.org.get(kind, id);
    if (entity && fits?.(entity) !== false) return entity;
  }
  return undefined;
}
