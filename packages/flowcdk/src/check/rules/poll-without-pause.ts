import { isVoiceFlow } from '../../ground/flow-kinds';
import { literalScalar } from '../../architect/values';
import { type FlowGraph, nodePlace, type GraphNode, graphOf } from '../graph';
import { takesTime } from '../graph/audio';
import { nodesInCircles } from '../graph/circles';
import type { Rule } from '../rule';

/**
 * Reading participant data takes no time, and Play Audio only queues (documented): a loop of both reads a hundred times
 * within a moment and then plays everything at once.
 */
export const pollWithoutPause: Rule = {
  name: 'poll-without-pause',
  family: 'calls',
  severity: 'warning',
  protectsFrom: 'looking at participant data again and again while no time passes in between',
  start: (report) => ({
    flowEnd: (place) => {
      const graph = graphOf(place.flow);
      let atOnce: ReadonlySet<GraphNode> | undefined;
      for (const node of graph.nodes) {
        const names = attributesRead(node);
        if (names.length === 0 || !graph.isReachable(node)) continue;
        atOnce ??= comingBackAtOnce(graph);
        if (!atOnce.has(node)) continue;
        report({
          message: `${names.join(', ')} is read again at once, nothing takes time before the next look`,
          help: isVoiceFlow(place.flow.kind)
            ? 'Put something between two looks that takes the caller’s time: collectInput, flushAudio, holdMusic, a menu.'
            : 'Put a wait between two looks.',
          ...nodePlace(node, place),
        });
      }
    },
  }),
};

const NONE: readonly string[] = [];

/** Names that are known now. A loop that computes the name in each turn does not poll. */
function attributesRead({ kind, action }: GraphNode): readonly string[] {
  if (kind !== 'action' || (action?.kind !== 'getParticipantData' && action?.kind !== 'getConversationData'))
    return NONE;
  return (action.attributes ?? []).map(({ name }) => literalScalar(name)).filter((name) => typeof name === 'string');
}

/** Places to which a way leads back without passing anything that takes time, tasks that are called included. */
function comingBackAtOnce({ nodes }: FlowGraph): ReadonlySet<GraphNode> {
  const returns = returnsIn(nodes);
  const next = (node: GraphNode): readonly GraphNode[] =>
    [
      ...node.out.filter(({ way, through }) => way !== 'again' && !through).map(({ to }) => to),
      ...(returns.get(node) ?? []),
    ].filter((to) => !pauses(to));
  return nodesInCircles(
    nodes.filter((node) => !pauses(node)),
    next,
  );
}

/** Where the flow goes on when a task has come back. */
function returnsIn(nodes: readonly GraphNode[]): ReadonlyMap<GraphNode, readonly GraphNode[]> {
  const returns = new Map<GraphNode, GraphNode[]>();
  for (const { out } of nodes) {
    for (const { through, to } of out) {
      const known = through && returns.get(through);
      if (known) known.push(to);
      else if (through) returns.set(through, [to]);
    }
  }
  return returns;
}

const pauses = ({ kind, action, container }: GraphNode): boolean =>
  takesTime(action) || action?.kind === 'unknown' || (kind === 'enter' && container?.kind === 'menu');
