import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { dialExtension, readExtension } from '../voice/extension';

/** Reads an extension and rings its user. The flow goes on if nobody answers (inferred). */
export const dialByExtension: RunAction<'dialByExtension'> = function* ({ interDigitTimeout }, run) {
  yield* onCall(run).line.flush(true);
  const digits = yield* readExtension(run, '', interDigitTimeout);
  return yield* dialExtension(run, digits);
};
