import { action, actionForm, type NodeOf } from '../action';
import { digitalFlows } from '../../ground/flow-kinds';
import { required, value } from '../forms';
import type { Duration } from '../types';
import { type Value, valueNode } from '../values';

export const waitForm = actionForm({
  evidence: 'seen',
  flows: ['workflow', 'workitem', 'surveyInvite', ...digitalFlows],
  takesTime: true,
  fields: { trimDurationNearMaxRunningTime: value('boolean'), duration: required(value('duration')) },
});

export type WaitAction = NodeOf<'wait', typeof waitForm>;

/**
 * Wait: lets time pass, 72 hours at most in a flow and one hour in a survey invite (documented). Call flows do not have
 * it. There a prompt or a question makes the caller wait.
 *
 * @example
 * ```ts
 * wait('Give them a minute', minutes(1))
 * ```
 * ```yaml
 * wait:
 *   name: Give them a minute
 *   trimDurationNearMaxRunningTime: { lit: false }
 *   duration: { lit: { minutes: 1 } }
 * ```
 */
export function wait(
  name: string,
  duration: Value<Duration>,
  options: {
    /**
     * Whether the platform shortens the wait near the flow's longest running time and does not end the flow. @default
     * false
     */
    readonly trimDurationNearMaxRunningTime?: boolean | undefined;
  } = {},
): WaitAction {
  return action(wait, 'wait', waitForm, {
    name,
    trimDurationNearMaxRunningTime: valueNode(options.trimDurationNearMaxRunningTime ?? false),
    duration: valueNode(duration),
  });
}
