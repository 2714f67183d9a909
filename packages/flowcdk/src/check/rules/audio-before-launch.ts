import { isVoiceFlow } from '../../ground/flow-kinds';
import { nodePlace, graphOf, solve } from '../graph';
import { flushes, isAudible, speaks } from '../graph/audio';
import { isDataActionCall } from '../data-action-calls';
import { launches } from '../graph/data-actions';
import type { Rule } from '../rule';

/**
 * Call Data plays what is queued before it calls (documented). Audio before the launch of a workflow delays the
 * workflow by the length of that audio, during which the workflow should already run.
 */
export const audioBeforeLaunch: Rule = {
  name: 'audio-before-launch',
  family: 'calls',
  severity: 'warning',
  protectsFrom: 'a workflow that is launched late, because the caller is made to listen first',
  start: (report, project) => ({
    flowEnd: (place) => {
      if (!isVoiceFlow(place.flow.kind)) return;
      const graph = graphOf(place.flow);
      const isLaunch = ({ action }: (typeof graph.nodes)[number]): boolean =>
        isDataActionCall(action) && launches(action, project);
      const launching = graph.nodes.filter((node) => isLaunch(node));
      if (launching.length === 0) return;
      const queued = solve<boolean>(graph, {
        start: isAudible(place.flow.initialGreeting),
        along: ({ from: { kind, action, container } }, before) => {
          if (flushes(action) || (kind === 'enter' && container?.kind === 'menu')) return false;
          return before || speaks(action);
        },
        meet: (left, other) => left || other,
        back: (_, task) => task,
        same: (left, other) => left === other,
      });
      for (const node of launching) {
        if (queued(node) !== true) continue;
        report({
          message: 'audio is queued before the launch, so the workflow starts only when the caller has heard it',
          help: 'Launch first, then speak; set the initial greeting to ToAudioBlank(100) and greet behind the launch.',
          ...nodePlace(node, place),
        });
      }
    },
  }),
};
