import { readPhoneNumber } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { STRING } from '../flow/types';
import { connectTimeout, dial } from '../voice/dial';
import { transferCall } from '../voice/transfer';

/**
 * Connects the caller with an external number. No real call is made: a setting says who answers and when. A release
 * link transfer stays a bridge, as on a trunk that does not support it (documented).
 */
export const transferToNumber: RunAction<'transferToNumber'> = function* (action, run) {
  const targetNumber = run.text(action.targetNumber, STRING);
  const timeout = connectTimeout(run, action.connectTimeout, 'transferToNumber');
  return yield* transferCall(run, action, function* (leg) {
    const number = targetNumber === undefined ? null : readPhoneNumber(targetNumber);
    const { isTel = false, isSip = false, uri = '' } = number?.parts ?? {};
    if (!isTel && !isSip) {
      return {
        errorType: targetNumber === undefined ? 'target.not.set' : 'invalid.number',
        to: targetNumber ?? 'a number',
        errorMessage:
          targetNumber === undefined ? 'the number is NOT_SET' : `'${targetNumber}' is no number that can be called`,
      };
    }
    return yield* dial(run, [run.runtime.calls.number(leg, uri)], 'NUMBER', timeout);
  });
};
