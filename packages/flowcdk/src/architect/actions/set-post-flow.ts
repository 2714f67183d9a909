import { action, actionForm, type NodeOf } from '../action';
import type { FlowKind } from '../../ground/flow-kinds';
import { objectNamed, value } from '../forms';
import type { Json } from '../types';
import { literal, literalScalar, type NoValue, orNoValue, type Readable } from '../values';
import { postFlowTargets, postFlowTypes, wordValue } from '../words';
import { type Named, nameIn } from './named-target';

/** The kinds of flow that can set a post-flow (documented). */
export const postFlowSetters = ['inboundCall', 'inqueueCall'] as const satisfies readonly FlowKind[];

export const setPostFlowForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  flows: postFlowSetters,
  fields: {
    actionType: wordValue(postFlowTypes),
    target: wordValue(postFlowTargets),
    invocationData: value('json'),
    targetFlow: objectNamed('flow'),
  },
});

export type SetPostFlowAction = NodeOf<'setPostFlow', typeof setPostFlowForm>;

/** The side of a call that a post-flow talks to. */
export type PostFlowTarget = 'caller' | 'callee';

/** The flow after the call. */
export interface SetPostFlowOptions {
  /** An inbound call flow, or a voice survey flow. */
  readonly targetFlow: Named<'flow'>;
  /** The kind of the flow. @default 'inboundCallFlow' */
  readonly actionType?: 'inboundCallFlow' | 'voiceSurveyFlow' | undefined;
  /** `caller`: when the agent hangs up. `callee`: the agent, when the caller hangs up. @default 'caller' */
  readonly target?: PostFlowTarget | undefined;
  /** The JSON that the flow reads as `Flow.InvocationData`. */
  readonly invocationData?: Readable<Json> | NoValue | undefined;
}

/**
 * Set Post-Flow: lets a flow talk to one side of the call when the other side has hung up, for a survey. It stays with the
 * call until Clear Post-Flow or Transfer to Secure Flow (documented). A caller who hangs up before an agent answers meets
 * no post-flow (documented). Its form in YAML and its words are assumed: nobody has seen them in a file.
 *
 * @example
 * ```ts
 * setPostFlow('Ask afterwards', { targetFlow: 'Survey' })
 * ```
 * ```yaml
 * setPostFlow:
 *   name: Ask afterwards
 *   actionType: { lit: inboundCallFlow }
 *   target: { lit: caller }
 *   invocationData: { noValue: true }
 *   targetFlow: { name: Survey }
 * ```
 */
export function setPostFlow(name: string, options: SetPostFlowOptions): SetPostFlowAction {
  return action(setPostFlow, 'setPostFlow', setPostFlowForm, {
    name,
    actionType: literal(options.actionType ?? 'inboundCallFlow'),
    target: literal(options.target ?? 'caller'),
    invocationData: orNoValue(options.invocationData),
    targetFlow: nameIn(options.targetFlow),
  });
}

/** Whether the post-flow is a voice survey flow. */
export const isSurvey = ({ actionType }: Pick<SetPostFlowAction, 'actionType'>): boolean =>
  literalScalar(actionType) === 'voiceSurveyFlow';
