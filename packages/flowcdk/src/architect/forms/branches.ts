import type { ActionList } from '../nodes';
import { type Form, wrongForm } from './form';
import { bool } from './scalars';
import { struct, type StructNode } from './struct';

/** A list of actions. */
export const actions: Form<ActionList> = {
  expects: 'a list of actions',
  read: (yaml, reader) =>
    yaml.kind === 'sequence' ? reader.readActions(yaml) : wrongForm(yaml, 'a list of actions', reader),
  write: (list, writer) => writer.writeActions(list),
  walk: (list, visit, path) => visit({ role: 'actions', path, actions: list }),
};

/** A branch: `success: {actions: […]}`. */
export const branch = struct({ actions });
/** A branch of a bot action that can be switched off. */
export const switchableBranch = struct({ enabled: bool, actions });
/** The branches of an action. */
export const paths = <const P extends readonly string[]>(
  ...names: P
): Form<StructNode<Record<P[number], typeof branch>>> =>
  struct(Object.fromEntries(names.map((name) => [name, branch])) as Record<P[number], typeof branch>) as Form<
    StructNode<Record<P[number], typeof branch>>
  >;
