import type { Action, ActionList } from '../../../../src/architect/actions';
import type { ContainerReference } from '../../../../src/architect/containers';
import type { FlowTree } from '../../../../src/architect/flow-tree';
import { literalScalar } from '../../../../src/architect/values';

/** What running a list of actions comes to. */
type Outcome = 'next' | 'ended' | 'leaveLoop' | 'nextTurn' | { readonly jump: string } | { readonly goBack: string };

const MOST_ACTIONS = 200;

/**
 * Runs a random flow on its tree, without its graph, and takes whatever way `choose` says: an honest witness of what can
 * happen. `see` is told of every action before it runs, with the variables that are set.
 */
export function runFlow(
  flow: FlowTree,
  choose: (ways: number) => number,
  see: (action: Action, set: ReadonlySet<string>) => void,
): void {
  const set = new Set<string>();
  let left = MOST_ACTIONS;

  const runList = (actions: ActionList | undefined, inLoop: boolean): Outcome => {
    for (const action of actions ?? []) {
      if (left-- <= 0) return 'ended';
      see(action, set);
      const outcome = run(action, inLoop);
      if (outcome !== 'next') return outcome;
    }
    return 'next';
  };

  const oneOf = (branches: readonly (ActionList | undefined)[], inLoop: boolean): Outcome =>
    runList(branches[choose(branches.length)], inLoop);

  const turns = (count: number, body: ActionList | undefined): Outcome => {
    for (let turn = 0; turn < count && left > 0; turn++) {
      const outcome = runList(body, true);
      if (outcome === 'leaveLoop') return 'next';
      if (outcome !== 'next' && outcome !== 'nextTurn') return outcome;
    }
    return left > 0 ? 'next' : 'ended';
  };

  const run = (action: Action, inLoop: boolean): Outcome => {
    switch (action.kind) {
      case 'updateData':
        for (const { content } of action.statements ?? []) set.add((content?.variable ?? '').toLowerCase());
        return 'next';
      case 'getParticipantData':
        for (const { variable = '' } of action.attributes ?? []) set.add(variable.toLowerCase());
        return 'next';
      case 'decision':
        return oneOf([action.outputs?.yes?.actions, action.outputs?.no?.actions], inLoop);
      case 'switch': {
        const matched = action.evaluate?.kind === 'firstTrue' ? action.evaluate.content : undefined;
        return oneOf([...(matched?.cases ?? []).map(({ actions }) => actions), undefined], inLoop);
      }
      case 'callData': {
        const way = choose(3);
        if (way === 0) set.add('flow.a');
        const { success, failure, timeout } = action.outputs ?? {};
        return runList([success, failure, timeout][way]?.actions, inLoop);
      }
      case 'loop': {
        const known = literalScalar(action.loopCount);
        return turns(typeof known === 'number' ? known : choose(3), action.outputs?.loop?.actions);
      }
      case 'loopUntil': {
        const outcome = turns(choose(3), action.outputs?.loop?.actions);
        return outcome === 'next' && choose(2) === 0 ? runList(action.outputs?.loopsMax?.actions, inLoop) : outcome;
      }
      case 'callTask':
        return call(action.targetTaskRef);
      case 'jumpToTask':
        return { jump: idOf(action.targetTaskRef) };
      case 'jumpToMenu':
        return { jump: idOf(action.targetMenuRef) };
      case 'endTask':
        return { goBack: action.outputPath?.name ?? '' };
      case 'transferToAcd':
        return choose(2) === 0 ? 'ended' : 'next';
      case 'disconnect':
      case 'endState':
        return 'ended';
      case 'loopExit':
        return inLoop ? 'leaveLoop' : 'next';
      case 'loopNext':
        return inLoop ? 'nextTurn' : 'next';
      default:
        return 'next';
    }
  };

  /** A task that is not there is passed over; one that ends by a path goes back. */
  const call = (reference: ContainerReference | undefined): Outcome => {
    const outcome = taskNamed(idOf(reference)) ? enter(idOf(reference)) : 'next';
    return typeof outcome === 'object' && 'goBack' in outcome ? 'next' : outcome;
  };

  /** Runs a container and those it jumps to. */
  const enter = (id: string): Outcome => {
    if (id === 'menu') {
      const choice = flow.menus?.[0]?.choices?.[0]?.content;
      runList(choice?.task?.actions, false);
      return 'ended';
    }
    const outcome = taskNamed(id) ? runList(taskNamed(id)?.actions, false) : 'ended';
    return typeof outcome === 'object' && 'jump' in outcome ? (left-- > 0 ? enter(outcome.jump) : 'ended') : outcome;
  };

  const taskNamed = (id: string) => flow.tasks?.find(({ refId }) => refId === id);

  enter('main');
}

const idOf = (reference: ContainerReference | undefined): string =>
  reference?.kind === 'path' ? (/\[(.*)\]$/.exec(reference.path)?.[1] ?? '') : '';
