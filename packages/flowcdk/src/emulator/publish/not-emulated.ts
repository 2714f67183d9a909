import type { FlowKind } from '../../ground/flow-kinds';
import type { FlowTree, UnknownTree } from '../../architect/flow-tree';
import { actionsOf } from '../../architect/actions-of';
import { isEmulated, isPlayed } from '../runtime/features';

/** The kinds of flow that the local org runs. It only keeps the others. */
const runs: readonly FlowKind[] = [
  'workflow',
  'inboundCall',
  'inqueueCall',
  'outboundCall',
  'secureCall',
  'commonModule',
  'inboundShortMessage',
  'inqueueShortMessage',
];

/** The parts of a flow that the local org does not run, one line each. A publish warns of them and goes on. */
export function notEmulatedIn(flow: FlowTree | UnknownTree): readonly string[] {
  if (flow.kind === 'unknown') return ['the local org keeps flows of this kind, but does not run them'];
  if (!runs.includes(flow.kind)) return [`the local org keeps flows of kind ${flow.kind}, but does not run them`];
  const kinds = actionsOf(flow).flatMap((action) =>
    isEmulated(action.kind) ? [] : [action.kind === 'unknown' ? action.type : action.kind],
  );
  const dialler =
    flow.kind === 'outboundCall'
      ? [
          'the local org has no campaigns: it dials with this flow when POST /flowcdk/calls or flowcdk call --dials says so',
        ]
      : [];
  const actions = [...new Set(kinds)].map(
    (kind) =>
      `the local org does not do actions of kind ${kind}: a flow that gets there takes the failure path of the action, else its own error path`,
  );
  const bots = actionsOf(flow).some(({ kind }) => isPlayed(kind))
    ? ['the local org has no bots: a stand-in plays one in tests and in flowcdk run; without it the action fails']
    : [];
  return [...dialler, ...bots, ...actions];
}
