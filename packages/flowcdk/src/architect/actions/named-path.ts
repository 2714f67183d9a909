import { actions, nameOf, required, struct } from '../forms';
import { type Actions, actionList } from './branches';

/** A path with a name of its own, like the paths of a digital menu. */
export const namedPath = struct({ name: required(nameOf('outputPath')), actions });

export const namedPaths = (
  paths: Readonly<Record<string, Actions>>,
): readonly { readonly name: string; readonly actions: unknown }[] =>
  Object.entries(paths).map(([name, then]) => ({ name, actions: actionList(then) }));
