import { defined } from '../../ground/defined';
import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { audio, binding, bool, choice, number, paths, required, struct, value } from '../forms';
import type { Duration } from '../types';
import { type Assignable, audioNode, type AudioValue, bindingNode, noValue, type Value, valueNode } from '../values';
import { type Dtmf, dtmf, verificationTypes, word } from '../words';
import { type Actions, branchOf, pathsOf } from './branches';

export const collectInputForm = actionForm({
  evidence: 'seen',
  flows: voiceFlows,
  flushesAudio: true,
  takesTime: true,
  fields: {
    inputData: required(binding('string')),
    digits: required(choice({ exact: number, range: struct({ terminatingDtmf: dtmf, min: number, max: number }) })),
    interDigitTimeout: value('duration'),
    noEntryTimeout: value('duration'),
    inputAudio: audio,
    includeTerminatingDtmfInResultData: bool,
    acceptJustStar: value('boolean'),
    acceptJustPound: value('boolean'),
    verificationType: word(verificationTypes),
    outputs: paths('success', 'failure'),
  },
});

export type CollectInputAction = NodeOf<'collectInput', typeof collectInputForm>;

/** The number of digits, the variable for them, and the times that the flow waits for them. */
export interface CollectInputOptions {
  /** The variable for the digits. */
  readonly inputData: Assignable<string>;
  /** The number of digits, exact or between two bounds; 1 to 40. */
  readonly digits: number | { readonly min: number; readonly max: number; readonly terminatingDtmf?: Dtmf | undefined };
  /** The question. The caller hears it after the queued audio. */
  readonly inputAudio?: AudioValue | undefined;
  /** The longest pause between two digits, 1 to 99 s. @default 3 s (Architect's) */
  readonly interDigitTimeout?: Value<Duration> | undefined;
  /** The longest time until the first digit, 1 to 99 s. @default the flow's setting, 5 s */
  readonly noEntryTimeout?: Value<Duration> | undefined;
  /** Whether the terminating key is part of the digits. @default the field is left out */
  readonly includeTerminatingDtmfInResultData?: boolean | undefined;
  /** Whether a lone `*` is an answer. @default false */
  readonly acceptJustStar?: boolean | undefined;
  /** Whether a lone `#` is an answer. @default false */
  readonly acceptJustPound?: boolean | undefined;
  /** Whether the flow reads the digits back. @default 'none' */
  readonly verificationType?: 'none' | 'individualDigits' | 'numeric' | undefined;
  readonly onSuccess?: Actions | undefined;
  /** Runs when the caller types too few digits, or none in time. */
  readonly onFailure?: Actions | undefined;
}

/**
 * Collect Input: plays the queued audio and its own question, then waits for digits.
 *
 * @example
 * ```ts
 * collectInput('Customer number', {
 *   inputData: customerId,
 *   digits: { min: 4, max: 10, terminatingDtmf: 'digit_#' },
 *   inputAudio: 'Please type it.',
 *   noEntryTimeout: seconds(8),
 *   onFailure: [disconnect()],
 * })
 * ```
 * ```yaml
 * collectInput:
 *   name: Customer number
 *   inputData: { var: Flow.customerId }
 *   digits: { range: { min: 4, max: 10, terminatingDtmf: "digit_#" } }
 *   interDigitTimeout: { noValue: true }
 *   noEntryTimeout: { lit: { seconds: 8 } }
 *   inputAudio: { tts: Please type it. }
 *   acceptJustStar: { lit: false }
 *   acceptJustPound: { lit: false }
 *   verificationType: none
 *   outputs: { failure: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function collectInput(name: string, options: CollectInputOptions): CollectInputAction {
  const { digits } = options;
  return action(collectInput, 'collectInput', collectInputForm, {
    name,
    inputData: bindingNode(options.inputData as Assignable<never>),
    digits: Object.freeze(
      typeof digits === 'number'
        ? { kind: 'exact', content: digits }
        : { kind: 'range', content: Object.freeze(defined(digits)) },
    ),
    interDigitTimeout: valueNode(options.interDigitTimeout ?? noValue),
    noEntryTimeout: valueNode(options.noEntryTimeout ?? noValue),
    inputAudio: options.inputAudio === undefined ? undefined : audioNode(options.inputAudio),
    includeTerminatingDtmfInResultData: options.includeTerminatingDtmfInResultData,
    acceptJustStar: valueNode(options.acceptJustStar ?? false),
    acceptJustPound: valueNode(options.acceptJustPound ?? false),
    verificationType: options.verificationType ?? 'none',
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
