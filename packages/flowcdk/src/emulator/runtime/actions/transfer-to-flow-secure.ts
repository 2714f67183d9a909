import type { Json } from '../../state/json';
import type { RunAction } from '../action-context';
import { STRING } from '../flow/types';
import { transferCall } from '../voice/transfer';
import { callFlow, gone } from './transfer-to-flow';

/** A secure call flow goes on and reads what it is handed as `Flow.InvocationData`. It answers at once (assumed). */
export const transferToFlowSecure: RunAction<'transferToFlowSecure'> = function* (action, run) {
  const name = action.targetFlow?.name ?? '';
  const flow = callFlow(run, name, 'SECURECALL');
  const data = run.text(action.invocationData, STRING);
  return yield* transferCall(run, action, function* (leg) {
    if (!flow) return gone(name);
    const handed = data === undefined ? {} : { invocationData: jsonOr(data) };
    return { type: 'SECURE_FLOW', to: name, go: () => run.runtime.calls.startFlow(leg, flow, handed) };
  });
};

/** JSON where the text is some, else the text (assumed). */
function jsonOr(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
