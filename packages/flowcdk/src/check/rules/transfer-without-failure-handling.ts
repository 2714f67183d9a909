import { isVoiceFlow } from '../../ground/flow-kinds';
import type { ValueNode } from '../../architect/values';
import { nodePlace, type GraphNode, graphOf, traitsOf } from '../graph';
import { isAudible } from '../graph/audio';
import type { Rule } from '../rule';

/** Queues get deleted, numbers do not answer: behind a transfer that fails the caller is still there. */
export const transferWithoutFailureHandling: Rule = {
  name: 'transfer-without-failure-handling',
  family: 'calls',
  severity: 'warning',
  protectsFrom: 'callers whose transfer fails, and who hear nothing more',
  start: (report) => ({
    flowEnd: (place) => {
      if (!isVoiceFlow(place.flow.kind)) return;
      const graph = graphOf(place.flow);
      for (const node of graph.nodes) {
        if (!graph.isReachable(node) || !isUnhandled(node)) continue;
        report({
          message: 'nothing happens when this transfer fails',
          help: 'Give it failureTransferAudio, or actions under outputs.failure: another queue, voicemail, a goodbye.',
          ...nodePlace(node, place),
        });
      }
    },
  }),
};

function isUnhandled({ kind, action, choice, out }: GraphNode): boolean {
  const { failureTransferAudio } = (action ?? choice?.content ?? {}) as { readonly failureTransferAudio?: ValueNode };
  if (isAudible(failureTransferAudio)) return false;
  if (kind === 'choice')
    return choice?.kind.startsWith('menuTransfer') === true && !out.some(({ way }) => way === 'failure');
  if (kind !== 'action' || traitsOf(action).ends !== 'unlessFailure') return false;
  return out.some(
    ({ way, to }) => way === 'failure' && to.kind === 'off' && !to.out.some((next) => next.way === 'again'),
  );
}
