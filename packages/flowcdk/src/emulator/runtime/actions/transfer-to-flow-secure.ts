import { type Json, jsonIn } from '../../state/json';
import type { RunAction } from '../action-context';
import { STRING } from '../flow/types';
import { transferCall } from '../voice/transfer';
import { callFlow, gone } from './transfer-to-flow';

/**
 * Hands the call to a secure call flow. That flow reads the passed data as `Flow.InvocationData`. It takes the call at
 * once (assumed).
 */
export const transferToFlowSecure: RunAction<'transferToFlowSecure'> = function* (action, run) {
  const name = action.targetFlow?.name ?? '';
  const flow = callFlow(run, name, 'SECURECALL');
  const data = run.text(action.invocationData, STRING);
  return yield* transferCall(run, action, function* (leg) {
    if (!flow) return gone(name);
    const handed = data === undefined ? {} : { invocationData: jsonOr(data) };
    const go = (): void => {
      // A call that was in a secure flow meets no post-flow (documented).
      leg.postFlow = undefined;
      run.runtime.calls.startFlow(leg, flow, handed);
    };
    return { type: 'SECURE_FLOW', to: name, go };
  });
};

/** The parsed text if it is JSON, else the text itself (assumed). */
function jsonOr(text: string): Json {
  const json = jsonIn(text);
  return json === undefined ? text : json;
}
