import { ReferenceValue, type Type } from '../../../architect/expressions';
import type { ValueNode } from '../../../architect/values';
import type { KindName } from '../../state/kinds';
import type { ThingOf } from '../../state/tables';
import type { Leg, Run } from '../action-context';
import { fail } from '../actions/failure';
import type { TransferType } from '../conversation/holder';
import { FlowProblem } from '../flow/flow-problem';
import type { Outcome, Way } from '../flow/jump';
import { onCall } from '../flow/on-call';
import { AUDIO } from '../flow/types';
import type { Steps } from '../steps';

/** What every transfer of a call has besides its target. */
export type TransferFields = Parameters<typeof fail>[1] & {
  readonly preTransferAudio?: ValueNode;
  readonly failureTransferAudio?: ValueNode;
};

/** Why a transfer failed. The words are ours: the platform's are not documented. */
export interface TransferFailure {
  readonly errorType: 'target.not.set' | 'target.not.found' | 'invalid.number' | 'busy' | 'no.answer';
  /** For the event log. */
  readonly to: string;
  readonly errorMessage: string;
}

/** What came of a transfer. */
export type Transferred =
  | TransferFailure
  | {
      readonly type: TransferType;
      /** For the event log. */
      readonly to: string;
      /** What has the call when the flow has ended. */
      readonly go: () => void;
    };

/**
 * Plays what is queued and the audio before the transfer, then tries it. The flow ends, or goes on with the failure path
 * behind the audio for that (documented).
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

/** The audio for a failure is queued, and the flow goes on with the failure path. */
export function transferFailed(run: Run, fields: TransferFields, failure: TransferFailure): Way {
  const { to, errorType, errorMessage } = failure;
  run.log('transfer.failed', { to, problem: errorMessage });
  if (fields.failureTransferAudio) onCall(run).line.queue(run.value(fields.failureTransferAudio, AUDIO));
  return fail(run, fields, errorType, errorMessage);
}

/** What a field names, as the org has it now; or why the transfer fails. */
export function target<K extends KindName>(
  run: Run,
  node: ValueNode | undefined,
  type: Type,
  kind: K,
): ThingOf<K> | TransferFailure {
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

/** A literal that names what is gone makes the transfer fail; what breaks in an expression breaks the flow. */
function named(run: Run, node: ValueNode | undefined, type: Type): unknown {
  try {
    return run.value(node, type);
  } catch (problem) {
    if (node?.kind === 'literal' && problem instanceof FlowProblem) return problem.message;
    throw problem;
  }
}

export const isFailure = (thing: object): thing is TransferFailure => 'errorType' in thing && 'errorMessage' in thing;
