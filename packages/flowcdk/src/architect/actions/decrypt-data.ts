import { action, actionForm, type NodeOf } from '../action';
import { binding, value } from '../forms';
import { assumedPaths } from '../inside';
import type { Json } from '../types';
import { type Assignable, bindingNode, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { encryptingFlows } from './encrypt-data';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const decryptDataForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  flows: encryptingFlows,
  fields: {
    dataToDecrypt: value('string'),
    decryptedData: binding('json'),
    failureOutputs,
    outputs: assumedPaths('success', 'failure'),
  },
});

export type DecryptDataAction = NodeOf<'decryptData', typeof decryptDataForm>;

/** What to decrypt, and the variable for the value. */
export interface DecryptDataOptions extends FailureOptions {
  /** A text from Encrypt Data. NOT_SET and an empty text take the failure path (documented). */
  readonly dataToDecrypt: Value<string>;
  /** The variable for the JSON value that was encrypted. */
  readonly decryptedData?: Assignable<Json> | undefined;
  readonly onSuccess?: Actions | undefined;
}

/**
 * Decrypt Data: gives the JSON value of a text that Encrypt Data made with the key of the same organisation. What it
 * does is documented. Its form in YAML is assumed: nobody has seen it in a file.
 *
 * @example
 * ```ts
 * decryptData('Read the card', { dataToDecrypt: encryptedCard, decryptedData: answer, onFailure: [disconnect()] })
 * ```
 * ```yaml
 * decryptData:
 *   name: Read the card
 *   dataToDecrypt: { exp: Flow.encryptedCard }
 *   decryptedData: { var: Flow.answer }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   outputs: { failure: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function decryptData(name: string, options: DecryptDataOptions): DecryptDataAction {
  return action(decryptData, 'decryptData', decryptDataForm, {
    name,
    dataToDecrypt: valueNode(options.dataToDecrypt),
    decryptedData: bindingNode(options.decryptedData),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
