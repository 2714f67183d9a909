import { defined } from '../../ground/defined';
import { action, actionForm, type NodeOf } from '../action';
import { type CallableDataAction, type InputValues, type OutputBindings } from '../data-action-contract';
import { isDefinition } from '../definition';
import { binding, mapOf, named, paths, struct, value } from '../forms';
import type { Declarations, DurationLiteral, Integer } from '../types';
import {
  type Assignable,
  bindingNode,
  type NoValue,
  prompt,
  type PromptDefinition,
  type PromptNode,
  promptObject,
  type ValueNode,
  valueNode,
} from '../values';
import { type Actions, branchOf, pathsOf } from './branches';

const dataActionCall = struct({
  inputs: mapOf(value()),
  successOutputs: mapOf(binding()),
  failureOutputs: mapOf(binding()),
});

/** The fields that `callData` and `callDataSecure` share. */
export const callDataFields = {
  processingPrompt: value('prompt'),
  timeout: value('duration'),
  category: named('dataActionCategory', struct({ dataAction: named('dataAction', dataActionCall) })),
  outputs: paths('success', 'failure', 'timeout'),
};

export const callDataForm = actionForm({
  evidence: 'seen',
  flushesAudio: true,
  takesTime: true,
  fields: callDataFields,
});

export type CallDataAction = NodeOf<'callData', typeof callDataForm>;

/**
 * The variables for the details of a failed data action; not in call flows. The names are the platform's (documented,
 * seen in every export).
 */
export interface FailureOutputs {
  readonly errorCode?: Assignable<string> | undefined;
  /** The HTTP status. */
  readonly status?: Assignable<Integer> | undefined;
  readonly correlationId?: Assignable<string> | undefined;
  readonly entityId?: Assignable<string> | undefined;
  readonly entityName?: Assignable<string> | undefined;
  readonly userMessage?: Assignable<string> | undefined;
  readonly userParamsMessage?: Assignable<string> | undefined;
  readonly 'userParams.key'?: Assignable<readonly string[]> | undefined;
  readonly 'userParams.value'?: Assignable<readonly string[]> | undefined;
  readonly 'details.errorCode'?: Assignable<readonly string[]> | undefined;
  readonly 'details.fieldName'?: Assignable<readonly string[]> | undefined;
  readonly 'details.entityId'?: Assignable<readonly string[]> | undefined;
  readonly 'details.entityName'?: Assignable<readonly string[]> | undefined;
}

/** In the order in which Architect's exporter writes them. */
export const failureOutputNames: readonly (keyof FailureOutputs)[] = [
  'errorCode',
  'status',
  'correlationId',
  'entityId',
  'entityName',
  'userMessage',
  'userParamsMessage',
  'userParams.key',
  'userParams.value',
  'details.errorCode',
  'details.fieldName',
  'details.entityId',
  'details.entityName',
];

/** The inputs of a data action, the variables for its outputs, and the paths after it. */
export interface CallDataOptions<In extends Declarations, Out extends Declarations> {
  readonly inputs: InputValues<In>;
  /** The variables for the outputs. A missing output is written as `noValue`. */
  readonly outputs?: OutputBindings<Out> | undefined;
  /**
   * The variables for the details of a failure. Not in call flows, where only the path tells that the action failed.
   */
  readonly failureOutputs?: FailureOutputs | undefined;
  /**
   * The time that the flow waits before it takes `onTimeout`.
   * @default the action's own timeout
   */
  readonly timeout?: DurationLiteral | undefined;
  /**
   * A prompt that a waiting caller hears once, after about a second and for three seconds at most. Only in call flows
   * and common modules.
   */
  readonly processingPrompt?: PromptNode | PromptDefinition | NoValue | undefined;
  readonly onSuccess?: Actions | undefined;
  /** Runs when the service answers with an error, cannot be reached, or gives an unreadable answer. */
  readonly onFailure?: Actions | undefined;
  /** Runs when `timeout` passes before the answer. */
  readonly onTimeout?: Actions | undefined;
}

/** The fields of a `callData` in a definition. */
export function callDataValues<In extends Declarations, Out extends Declarations>(
  name: string,
  dataAction: CallableDataAction<In, Out>,
  options: CallDataOptions<In, Out>,
): { readonly [field: string]: unknown } {
  const entries = Object.entries(options.inputs as Readonly<Record<string, unknown>>);
  const bound = (options.outputs ?? {}) as Readonly<Record<string, Assignable<never> | undefined>>;
  const outputs = Object.keys(dataAction.outputs).map((key) => [key, bindingNode(bound[key])] as const);
  const failure = options.failureOutputs;
  const call = defined({
    inputs: new Map(entries.filter(([, v]) => v !== undefined).map(([key, v]) => [key, valueNode(v)] as const)),
    successOutputs: outputs.length > 0 ? new Map(outputs) : undefined,
    failureOutputs:
      failure &&
      new Map(
        failureOutputNames.map((key) => [key, bindingNode(failure[key] as Assignable<never> | undefined)] as const),
      ),
  });
  return {
    name,
    timeout: options.timeout && valueNode(options.timeout),
    processingPrompt: options.processingPrompt && processingPrompt(options.processingPrompt),
    category: {
      name: dataAction.category,
      content: { dataAction: { name: dataAction.name, content: call, definition: dataAction } },
    },
    outputs: pathsOf({
      success: branchOf(options.onSuccess),
      failure: branchOf(options.onFailure),
      timeout: branchOf(options.onTimeout),
    }),
  };
}

/** In this field a prompt is an object of the organisation, not audio. */
function processingPrompt(of: PromptNode | PromptDefinition | NoValue): ValueNode {
  if (isDefinition(of)) return promptObject(prompt(of));
  return of.kind === 'prompt' ? promptObject(of) : of;
}

/**
 * Call Data Action: runs a data action and goes on by its result. The caller first hears the queued audio (documented).
 *
 * @example
 * ```ts
 * callData('Look up', findInAlpha, { inputs: { phoneNumber: callerNumber }, outputs: { customerId } })
 * ```
 * ```yaml
 * callData:
 *   name: Look up
 *   category:
 *     Customer databases:
 *       dataAction:
 *         Find customer in Alpha:
 *           inputs: { phoneNumber: { exp: Flow.callerNumber } }
 *           successOutputs: { customerId: { var: Flow.customerId } }
 * ```
 */
export function callData<In extends Declarations, Out extends Declarations>(
  name: string,
  dataAction: CallableDataAction<In, Out>,
  options: CallDataOptions<In, Out>,
): CallDataAction {
  return action(callData, 'callData', callDataForm, callDataValues(name, dataAction, options));
}
