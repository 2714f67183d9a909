import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { STRING } from '../flow/types';

/** No flow follows the call any more. */
export const clearPostFlow: RunAction<'clearPostFlow'> = ({ target }, run) => {
  const leg = onCall(run);
  if (run.text(target, STRING) === 'callee' || leg.postFlow === undefined) return undefined;
  leg.postFlow = undefined;
  run.log('postFlow.cleared', {});
  return undefined;
};
