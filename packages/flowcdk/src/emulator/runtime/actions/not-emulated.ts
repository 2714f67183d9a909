import type { Action } from '../../../architect/actions';
import { type SdkActionKind, sdkKinds } from '../../../architect/actions/sdk-actions';
import { waysOut } from '../../../architect/ways';
import type { Run } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { fromJson } from '../flow/from-json';
import type { Outcome, Way } from '../flow/jump';
import type { Steps } from '../steps';
import { askStandIn } from './stand-in';

/**
 * Runs an action that the local org does not emulate. A stand-in with the name of the action may play it: it says the
 * path, and values of variables. Without one the action fails.
 */
export function* notEmulated(action: Action, run: Run): Steps<Outcome> {
  const kind = kindOf(action);
  const player = `action ${action.name ?? kind}`;
  const result = yield* askStandIn(run, player, { kind });
  if (!result || 'problem' in result) return failsUnplayed(action, run, player, result?.problem);
  for (const [variable, value] of Object.entries(result.outputs)) {
    const type = run.typeOf(variable);
    if (!type) throw new FlowProblem(`the stand-in '${player}' sets ${variable}; the flow has no such variable`);
    run.set(variable, fromJson(value, type, run.runtime.names));
  }
  const { path = 'success' } = result;
  const taken = waysOf(action).find(({ name }) => name === path);
  return taken && { to: 'way', name: path, actions: taken.actions };
}

/** The actions that only the scripting SDK names. Stand-ins play them. */
export const sdkActions = Object.fromEntries(sdkKinds.map((kind) => [kind, notEmulated])) as Readonly<
  Record<SdkActionKind, typeof notEmulated>
>;

/**
 * An action fails that nothing plays. The flow takes the action's failure path. If the action has none, the flow takes
 * its own error path. The log names the action.
 *
 * @param player the name of a stand-in that could play it
 * @param problem why its stand-in failed, where it has one
 */
export function failsUnplayed(action: Action, run: Run, player: string, problem?: string): Way {
  const kind = kindOf(action);
  const why =
    problem === undefined
      ? `the local org does not do actions of kind ${kind}, and no service '${player}' plays it`
      : `'${player}' failed: ${problem}`;
  run.log('action.notEmulated', { action: run.path, kind, why });
  const failure = waysOf(action).find(({ name, actions }) => name === 'failure' && actions !== undefined);
  if (failure) return { to: 'way', name: 'failure', actions: failure.actions };
  throw new FlowProblem(why);
}

const kindOf = (action: Action): string => (action.kind === 'unknown' ? action.type : action.kind);

const waysOf = (action: Action): readonly { readonly name: string; readonly actions?: Way['actions'] }[] =>
  action.kind === 'unknown'
    ? (action.branches ?? []).map(({ path, actions }) => ({ name: path.split('.').at(-1) ?? '', actions }))
    : (waysOut(action) ?? []);
