import type { Flow } from '../../state/tables/flow';
import { isPublished } from '../../state/published';
import type { Run, RunAction } from '../action-context';
import { bound } from '../flow/bound';
import { transferCall, type TransferFailure } from '../voice/transfer';

/**
 * Hands the call to another inbound call flow, and a conversation of messages to another inbound message flow. A flow may
 * start itself again this way (documented).
 */
export const transferToFlow: RunAction<'transferToFlow'> = function* (action, run) {
  const name = action.targetFlow?.name ?? '';
  const flow = callFlow(run, name, isMessage(run) ? 'INBOUNDSHORTMESSAGE' : 'INBOUNDCALL');
  return yield* transferCall(run, action, function* (leg) {
    if (!flow) return gone(name);
    return { type: 'FLOW', to: name, go: () => run.runtime.calls.startFlow(leg, flow) };
  });
};

const isMessage = ({ leg }: Run): boolean => leg?.conversation.mediaType === 'MESSAGE';

/** The published flow of a type that the name meant when this flow was published. It may be this flow itself. */
export function callFlow(run: Run, name: string, type: string): Flow | undefined {
  const fits = (candidate: Flow): boolean => candidate.type === type && isPublished(candidate);
  const own = run.runtime.org.get('flow', run.program.flowId);
  if (own?.name === name && fits(own)) return own;
  return bound(run, 'flow', name, fits);
}

export const gone = (name: string): TransferFailure => ({
  errorType: 'target.not.found',
  to: name,
  errorMessage: `there is no published flow '${name}' any more`,
});
