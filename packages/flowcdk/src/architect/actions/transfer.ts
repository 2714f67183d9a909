import { audio, paths } from '../forms';
import { optionalAudioNode, type AudioValue } from '../values';
import { branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

/** The fields of every transfer of a call, besides its target. */
export const transferFields = {
  preTransferAudio: audio,
  failureTransferAudio: audio,
  failureOutputs,
  outputs: paths('failure'),
};

export interface TransferOptions extends FailureOptions {
  /** Audio before the transfer. */
  readonly preTransferAudio?: AudioValue | undefined;
  /** Audio after a failed transfer. The flow then goes on with `onFailure`. */
  readonly failureTransferAudio?: AudioValue | undefined;
}

/** The values of `transferFields`. */
export const transferValues = (options: TransferOptions): { readonly [field: string]: unknown } => ({
  preTransferAudio: optionalAudioNode(options.preTransferAudio),
  failureTransferAudio: optionalAudioNode(options.failureTransferAudio),
  failureOutputs: errorBindings(options.failureOutputs),
  outputs: pathsOf({ failure: branchOf(options.onFailure) }),
});
