import type { KindName } from '../../state/kinds';
import type { RecordOfKind } from '../../state/tables';
import type { Run } from '../action-context';

/**
 * The entity that a name in a flow meant when the flow was published; undefined if it was deleted since.
 *
 * @param name the name; that of a data action has its category: `Customers / Find`
 */
export function bound<K extends KindName>(
  { runtime, program }: Run,
  kind: K,
  name = '',
  fits?: (thing: RecordOfKind<K>) => boolean,
): RecordOfKind<K> | undefined {
  for (const id of program.boundIds(kind, name)) {
    const thing = runtime.org.get(kind, id);
    if (thing && fits?.(thing) !== false) return thing;
  }
  return undefined;
}
