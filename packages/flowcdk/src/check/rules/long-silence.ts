import type { Action } from '../../architect/actions';
import type { FlowTree } from '../../architect/flow-tree';
import { type DurationLiteral, inMilliseconds, seconds } from '../../architect/types';
import { nodePlace, type GraphNode, graphOf, solve } from '../graph';
import { isAudible, speaks } from '../graph/audio';
import { isDataActionCall } from '../data-action-calls';
import { worstTime } from '../graph/data-actions';
import type { Rule } from '../rule';

export interface LongSilenceOptions {
  /** The longest a caller may hear nothing after the call was answered. @default 5 seconds */
  readonly most?: DurationLiteral;
}

/** Kinds of flow in which the caller has been answered. */
const SPOKEN = -1;

/**
 * A caller who is answered and hears nothing hangs up. The timeouts of data actions count in full, because a caller
 * waits that long when a service is broken. In-queue flows play music from the beginning.
 */
export const longSilenceOf = ({ most = seconds(5) }: LongSilenceOptions = {}): Rule => ({
  name: 'long-silence',
  family: 'calls',
  severity: 'warning',
  protectsFrom: 'callers who hear nothing for a long time before the first word',
  start: (report, project) => ({
    flowEnd: (place) => {
      const { flow } = place;
      if (!answered.has(flow.kind)) return;
      const graph = graphOf(flow);
      const calls = graph.nodes.filter(({ kind, action }) => kind === 'action' && isDataActionCall(action));
      if (calls.length === 0) return;
      const longest = inMilliseconds(most);
      const after = ({ kind, action, container }: GraphNode, before: number): number => {
        if (before === SPOKEN || speaks(action) || (kind === 'enter' && container?.kind === 'menu')) return SPOKEN;
        if (!isDataActionCall(action)) return before;
        // A silence that is too long is reported once and not counted further.
        return hasProcessingPrompt(action, flow) ? SPOKEN : Math.min(before + worstTime(action, project), longest + 1);
      };
      const silence = solve<number>(graph, {
        start: isAudible(flow.initialGreeting) ? SPOKEN : 0,
        along: ({ from }, before) => after(from, before),
        meet: (left, other) => Math.max(left, other),
        back: (_, task) => task,
        same: (left, other) => left === other,
      });
      for (const node of calls) {
        const before = silence(node);
        if (before === undefined || before === SPOKEN || before > longest || after(node, before) <= longest) continue;
        const action = node.action;
        const worst = isDataActionCall(action) ? before + worstTime(action, project) : before;
        report({
          message: `a caller may hear nothing for ${worst / 1000} s before the first word, ${longest / 1000} s are allowed`,
          help: 'Say something before it, give it a processing prompt, or a shorter timeout.',
          ...nodePlace(node, place),
        });
      }
    },
  }),
});

export const longSilence: Rule = longSilenceOf();

const answered: ReadonlySet<FlowTree['kind']> = new Set(['inboundCall', 'outboundCall', 'secureCall'] as const);

/**
 * The processing prompt plays after about a second, for at most three seconds (documented). Without a prompt of the
 * action, that of the flow plays.
 */
function hasProcessingPrompt(
  { kind, processingPrompt }: Action & { kind: 'callData' | 'callDataSecure' },
  flow: FlowTree,
): boolean {
  if (processingPrompt && processingPrompt.kind !== 'noValue') return true;
  if (processingPrompt?.kind === 'noValue' && processingPrompt.fallback === false) return false;
  const general = flow.settingsActionDefaults?.[kind]?.processingPrompt;
  return general !== undefined && general.kind !== 'noValue';
}
