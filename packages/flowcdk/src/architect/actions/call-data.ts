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

/** The fields `callData` and `callDataSecure` share. */
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

/** What can be told of a failed data action; never in call flows. The names are the platform's (documented, seen in every export). */
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

/** What a data action is given, where its answer goes, and how the flow goes on. */
export interface CallDataOptions<In extends Declarations, Out extends Declarations> {
  readonly inputs: InputValues<In>;
  /** Where the answer goes. An output left out is written as `noValue`. */
  readonly outputs?: OutputBindings<Out> | undefined;
  /** Where the error goes. Not in call flows: there only the path tells what happened. */
  readonly failureOutputs?: FailureOutputs | undefined;
  /**
   * How long the flow waits before it takes `onTimeout`.
   * @default the action's own timeout
   */
  readonly timeout?: DurationLiteral | undefined;
  /** Played once to a waiting caller after about a second, three seconds at most. Call flows and common modules only. */
  readonly processingPrompt?: PromptNode | PromptDefinition | NoValue | undefined;
  readonly onSuccess?: Actions | undefined;
  /** The service answered with an error, could not be reached, or answered what cannot be understood. */
  readonly onFailure?: Actions | undefined;
  /** The flow's own `timeout` passed first. */
  readonly onTimeout?: Actions | undefined;
}

/** The fields of a `callData` as a definition gives them. */
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

/** Here a prompt is an object of the organisation, not audio. */
function processingPrompt(of: PromptNode | PromptDefinition | NoValue): ValueNode {
  if (isDefinition(of)) return promptObject(prompt(of));
  return of.kind === 'prompt' ? promptObject(of) : of;
}

/**
 * Call Data Action: asks a data action and goes on by what came of it. Audio queued before it is
 * played to the caller first (documented).
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
