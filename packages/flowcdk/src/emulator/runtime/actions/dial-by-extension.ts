import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { dialExtension, readExtension } from '../voice/extension';

/** Reads an extension and rings who has it; where nobody answers the flow goes on (inferred). */
export const dialByExtension: RunAction<'dialByExtension'> = function* ({ interDigitTimeout }, run) {
  yield* onCall(run).line.flush(true);
  const digits = yield* readExtension(run, '', interDigitTimeout);
  return yield* dialExtension(run, digits);
};
