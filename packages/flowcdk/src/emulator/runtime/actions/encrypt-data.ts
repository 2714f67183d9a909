import { JsonValue, writeJson } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { way } from '../flow/jump';
import { JSON_VALUE } from '../flow/types';
import { encrypted } from './encryption';
import { fail } from './failure';

/** Characters (documented). */
const LONGEST = 32_000;

/** Encrypts a JSON value with the local org's own key. The types of errors are those of the platform (documented). */
export const encryptData: RunAction<'encryptData'> = (action, run) => {
  const data = run.value(action.dataToEncrypt, JSON_VALUE);
  if (!(data instanceof JsonValue)) return fail(run, action, 'NoDataSupplied', 'The data to encrypt is NOT_SET.');
  const text = encrypted(run.runtime.org, writeJson(data.data));
  if (text.length > LONGEST) {
    const message = `The encrypted data has ${text.length} characters; the most are ${LONGEST}.`;
    return fail(run, action, 'MaximumDataSizeExceeded', message);
  }
  run.bind(action.encryptedData, text);
  return way('success', action.outputs?.success);
};
