import { action, actionForm, type NodeOf } from '../action';
import { type FlowKind, flowKinds } from '../../ground/flow-kinds';
import { binding, value } from '../forms';
import { assumedPaths } from '../inside';
import type { Json } from '../types';
import { type Assignable, bindingNode, type NoValue, type Readable, valueNode } from '../values';
import { botFlows } from './bot-flows';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

const bots: readonly FlowKind[] = botFlows;

/** The kinds of flow that encrypt and decrypt: all but bots (documented). */
export const encryptingFlows: readonly FlowKind[] = flowKinds.filter((kind) => !bots.includes(kind));

export const encryptDataForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  flows: encryptingFlows,
  fields: {
    dataToEncrypt: value('json'),
    encryptedData: binding('string'),
    failureOutputs,
    outputs: assumedPaths('success', 'failure'),
  },
});

export type EncryptDataAction = NodeOf<'encryptData', typeof encryptDataForm>;

/** What to encrypt, and the variable for the encrypted text. */
export interface EncryptDataOptions extends FailureOptions {
  /** A JSON value. NOT_SET takes the failure path with `errorType` `NoDataSupplied` (documented). */
  readonly dataToEncrypt: Readable<Json> | NoValue;
  /** The variable for the encrypted text. Longer than 32,000 characters it takes the failure path (documented). */
  readonly encryptedData?: Assignable<string> | undefined;
  readonly onSuccess?: Actions | undefined;
}

/**
 * Encrypt Data: encrypts a JSON value with the key of the organisation, to a text that only Decrypt Data reads. What it
 * does is documented. Its form in YAML is assumed: nobody has seen it in a file.
 *
 * @example
 * ```ts
 * encryptData('Hide the card', {
 *   dataToEncrypt: exp<Json>`ToJson(${cardNumber})`,
 *   encryptedData: encryptedCard,
 *   onFailure: [disconnect()],
 * })
 * ```
 * ```yaml
 * encryptData:
 *   name: Hide the card
 *   dataToEncrypt: { exp: ToJson(Flow.cardNumber) }
 *   encryptedData: { var: Flow.encryptedCard }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   outputs: { failure: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function encryptData(name: string, options: EncryptDataOptions): EncryptDataAction {
  return action(encryptData, 'encryptData', encryptDataForm, {
    name,
    dataToEncrypt: valueNode(options.dataToEncrypt),
    encryptedData: bindingNode(options.encryptedData),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
