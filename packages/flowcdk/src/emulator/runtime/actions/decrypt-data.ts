import { JsonValue, readJson } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { way } from '../flow/jump';
import { STRING } from '../flow/types';
import { decrypted } from './encryption';
import { fail } from './failure';

/**
 * Reads what Encrypt Data of the same local org made. A text from another org, or of another form, takes the failure
 * path. The types of errors are those of the platform (documented).
 */
export const decryptData: RunAction<'decryptData'> = (action, run) => {
  const text = run.text(action.dataToDecrypt, STRING);
  if (text === undefined || text.trim() === '')
    return fail(run, action, 'NoDataSupplied', 'There is no data to decrypt.');
  const data = decrypted(run.runtime.org, text);
  if (data === undefined)
    return fail(run, action, 'GeneralError', 'The data was not encrypted by an action of this organisation.');
  run.bind(action.decryptedData, new JsonValue(readJson(data)));
  return way('success', action.outputs?.success);
};
