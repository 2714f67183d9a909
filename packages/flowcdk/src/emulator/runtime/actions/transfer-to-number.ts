import { readPhoneNumber } from '../../../architect/expressions';
import { Dialled } from '../conversation/dialled';
import { STRING } from '../flow/types';
import { connectTimeout, dial } from '../voice/dial';
import { transferCall } from '../voice/transfer';
import type { RunAction } from './';

/**
 * Connects the caller with a number outside. Nobody is really called: who answers, and when, is a setting. A release link
 * transfer stays a bridge, as on a trunk that does not support it (documented).
 */
export const transferToNumber: RunAction<'transferToNumber'> = function* (action, run) {
  const given = run.text(action.targetNumber, STRING);
  const timeout = connectTimeout(run, action.connectTimeout, 'transferToNumber');
  return yield* transferCall(run, action, function* (leg) {
    const number = given === undefined ? null : readPhoneNumber(given);
    const { isTel = false, isSip = false, uri = '' } = number?.parts ?? {};
    if (!isTel && !isSip) {
      return {
        errorType: given === undefined ? 'target.not.set' : 'invalid.number',
        to: given ?? 'a number',
        errorMessage: given === undefined ? 'the number is NOT_SET' : `'${given}' is no number that can be called`,
      };
    }
    return yield* dial(run, [Dialled.number(run.runtime, leg, uri)], 'NUMBER', timeout);
  });
};
