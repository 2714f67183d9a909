import { PhoneNumberValue, ReferenceValue, type } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { onCall } from '../flow/on-call';
import { QUEUE, STRING } from '../flow/types';
import { scriptCall } from './script-call';

const PHONE_NUMBER = type('phoneNumber');

/**
 * Puts a callback into a queue. It becomes due when the call is over. The flow breaks if number or queue is NOT_SET, and
 * if nobody can call the number, as that of an anonymous caller (assumed).
 */
export const createCallback: RunAction<'createCallback'> = (action, run) => {
  const leg = onCall(run);
  const number = run.value(action.callbackNumber, PHONE_NUMBER);
  const queue = run.value(action.queue, QUEUE);
  if (!(number instanceof PhoneNumberValue)) throw new FlowProblem('the number to call back is NOT_SET');
  const { isTel, isSip, uri } = number.parts;
  if (!isTel && !isSip) throw new FlowProblem(`the number to call back, '${uri}', is no number that can be called`);
  if (!(queue instanceof ReferenceValue)) throw new FlowProblem('the queue of the callback is NOT_SET');
  const calleeName = run.text(action.calleeName, STRING);
  run.runtime.callbacks.create(
    {
      queueId: queue.id,
      numbers: [uri],
      after: leg,
      ...(calleeName === undefined ? {} : { userName: calleeName }),
      ...(action.callbackScript === undefined ? {} : { script: scriptCall(run, action.callbackScript) }),
    },
    run.place,
  );
  return undefined;
};
