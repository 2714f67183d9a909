import { ReferenceValue, type Type } from '../../../architect/expressions';
import type { ValueNode } from '../../../architect/values';
import type { KindName } from '../../state/kinds';
import type { RecordOfKind } from '../../state/tables';
import type { Leg, Run } from '../action-context';
import { fail } from '../actions/failure';
import type { TransferType } from '../conversation/holder';
import { FlowProblem } from '../flow/flow-problem';
import type { Outcome, Way } from '../flow/jump';
import { onCall } from '../flow/on-call';
import { AUDIO } from '../flow/types';
import type { Steps } from '../steps';

/** The fields that every transfer of a call has besides its target. */
export type TransferFields = Parameters<typeof fail>[1] & {
  readonly preTransferAudio?: ValueNode;
  readonly failureTransferAudio?: ValueNode;
};

/** Why a transfer failed. The words are our own; those of the platform are not documented. */
export interface TransferFailure {
  readonly errorType: 'target.not.set' | 'target.not.found' | 'invalid.number' | 'busy' | 'no.answer';
  /** The target, for the event log. */
  readonly to: string;
  readonly errorMessage: string;
}

/** The result of a transfer. */
export type Transferred =
  | TransferFailure
  | {
      readonly type: TransferType;
      /** The target, for the event log. */
      readonly to: string;
      /** Hands the call to its target when the flow has ended. */
      readonly go: () => void;
    };

/**
 * Plays the queued audio and the audio before the transfer, then tries the transfer. The flow ends if it succeeds.
 * Otherwise the audio for a failure is queued, and the flow goes on with the failure path (documented).
 */
export function* transferCall(
  run: Run,
  fields: TransferFields,
  attempt: (leg: Leg) => Steps<Transferred>,
): Steps<Outcome> {
  const leg = onCall(run);
  if (fields.preTransferAudio) leg.line.queue(run.value(fields.preTransferAudio, AUDIO));
  yield* leg.line.flush();
  const result = yield* attempt(leg);
  if ('errorType' in result) return transferFailed(run, fields, result);
  leg.transferType = result.type;
  run.log('transfer.started', { transferType: result.type, to: result.to });
  run.runtime.acd.flowOut(leg);
  run.runtime.calls.afterFlow(leg, result.go);
  return { to: 'end', reason: 'transfer' };
}

/** Queues the audio for a failure and goes on with the failure path. */
export function transferFailed(run: Run, fields: TransferFields, failure: TransferFailure): Way {
  const { to, errorType, errorMessage } = failure;
  run.log('transfer.failed', { to, problem: errorMessage });
  if (fields.failureTransferAudio) onCall(run).line.queue(run.value(fields.failureTransferAudio, AUDIO));
  return fail(run, fields, errorType, errorMessage);
}

/** The current entity that a field names, or the reason why the transfer fails. */
export function target<K extends KindName>(
  run: Run,
  node: ValueNode | undefined,
  type: Type,
  kind: K,
): RecordOfKind<K> | TransferFailure {
  const to = `a ${type.kind}`;
  const value = named(run, node, type);
  if (typeof value === 'string') return { errorType: 'target.not.found', to, errorMessage: value };
  if (!(value instanceof ReferenceValue))
    return { errorType: 'target.not.set', to, errorMessage: `the ${type.kind} is NOT_SET` };
  const entity = run.runtime.org.get(kind, value.id);
  return (
    entity ?? {
      errorType: 'target.not.found',
      to: value.name,
      errorMessage: `the organisation has no ${type.kind} '${value.name}' any more`,
    }
  );
}

/**
 * The value of the target. If a literal names a deleted entity, the transfer fails. If an expression cannot be
 * evaluated, the flow breaks.
 */
function named(run: Run, node: ValueNode | undefined, type: Type): unknown {
  try {
    return run.value(node, type);
  } catch (problem) {
    if (node?.kind === 'literal' && problem instanceof FlowProblem) return problem.message;
    throw problem;
  }
}

export const isFailure = (thing: object): thing is TransferFailure => 'errorType' in thing;
