import { type Branch, type Way, way } from '../flow/jump';
import { onCall } from '../flow/on-call';
import type { Run } from '../action-context';
import { fail } from './failure';
import { countSuccess, isOftenEnough, TOO_OFTEN, tooOften } from './often-enough';

type Headers = Readonly<Record<string, string>>;
type CanFail = Parameters<typeof fail>[1] & { readonly kind: string; readonly outputs?: { readonly success?: Branch } };

/** How often a flow can read the headers of its call (documented). */
const MOST = 3;

/**
 * Reads the headers of the call, or takes the failure path in the words of the platform (documented).
 *
 * @param read gives the reason why nothing was read; undefined if all is well
 */
export function readHeaders(run: Run, action: CanFail, read: (headers: Headers) => string | undefined): Way {
  if (isOftenEnough(run, action.kind, MOST)) return fail(run, action, TOO_OFTEN, tooOften(MOST));
  const { sipHeaders } = onCall(run).conversation;
  if (Object.keys(sipHeaders).length === 0)
    return fail(run, action, 'NoSipHeadersExist', 'The call came without SIP headers.');
  const problem = read(sipHeaders);
  if (problem !== undefined) return fail(run, action, 'GeneralError', problem);
  countSuccess(run, action.kind);
  return way('success', action.outputs?.success);
}
