import type { Action } from '../architect/actions';
import type { CallableDataAction } from '../architect/data-action-contract';
import { entry, type YamlNode } from '../architect/yaml/node';
import type { Project } from './project';
import type { ActionPlace, Listener } from './rule';
import { yamlOf } from './yaml-of';

/** An action that calls a data action. */
export type CallAction = Extract<Action, { readonly kind: 'callData' | 'callDataSecure' }>;

export const isDataActionCall = (action: Action | undefined): action is CallAction =>
  action?.kind === 'callData' || action?.kind === 'callDataSecure';

/** Listens to all actions that call a data action. */
export const ofCalls = (visit: (call: CallAction, place: ActionPlace) => void): NonNullable<Listener['actions']> => ({
  callData: visit,
  callDataSecure: visit,
});

/** The inputs and outputs of a call. */
export const callOf = ({ category }: CallAction) => category?.content.dataAction?.content;

/** The definition of the data action that an action calls; undefined if it is not at hand. */
export function calledDataAction({ category: called }: CallAction, project: Project): CallableDataAction | undefined {
  const dataAction = called?.content.dataAction?.name;
  if (called === undefined || dataAction === undefined) return undefined;
  return dataActionsIn(project).find(({ name, category }) => name === dataAction && category === called.name);
}

/** All data actions whose definitions are at hand. */
export const dataActionsIn = ({ definitions }: Project): readonly CallableDataAction[] =>
  definitions.filter(
    (definition): definition is CallableDataAction =>
      definition.definition === 'dataAction' && 'category' in definition,
  );

/** The key of an input or output in the text, or the part around it if the key is missing. */
export function yamlOfPart(
  action: CallAction,
  part: 'inputs' | 'successOutputs' | 'failureOutputs',
  name?: string,
): YamlNode | undefined {
  const call = yamlOf(callOf(action));
  const map = call?.kind === 'mapping' ? entry(call, part) : undefined;
  const key = map?.value.kind === 'mapping' && name !== undefined ? entry(map.value, name)?.key : undefined;
  return key ?? map?.key ?? yamlOf(action.category?.content.dataAction) ?? yamlOf(action);
}
