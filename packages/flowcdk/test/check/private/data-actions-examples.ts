import { findCustomer } from './data-action';

export interface Call {
  readonly category?: string;
  readonly name?: string;
  readonly inputs?: string;
  readonly outputs?: string;
  readonly failureOutputs?: string;
  readonly timeout?: string;
  readonly ways?: string;
}

export const call = ({
  category,
  name,
  inputs,
  outputs,
  failureOutputs,
  timeout,
  ways,
}: Call = {}): string => `- callData:
    name: Look up${timeout === undefined ? '' : `\n    timeout: ${timeout}`}
    category:
      ${category ?? 'Customer database'}:
        dataAction:
          ${name ?? 'Find customer'}:
            inputs: ${inputs ?? '{ phoneNumber: { exp: Flow.text } }'}
            successOutputs: ${outputs ?? '{}'}${failureOutputs === undefined ? '' : `\n            failureOutputs: ${failureOutputs}`}
    outputs: ${ways ?? '{}'}`;

export const end = '{ actions: [{ endWorkflow: { name: End } }] }';

export const definitions = [findCustomer];
