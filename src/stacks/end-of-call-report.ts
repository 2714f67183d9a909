import { minutes, seconds, stack, type StackDefinition } from 'flowcdk';
import { backOffice, postFinishedCall } from '../../data-actions/post-finished-call';
import { reportFinishedCall } from '../../flows/report-finished-call';
import { callFinished } from '../../triggers/call-finished';
import type { Settings } from '../settings';

/** Everything that reports finished calls to the back office. */
export function endOfCallReport({ backOffice: office, division }: Settings): StackDefinition {
  const { url, mediaTypes, timeout, attempts, retryEvery } = office;
  const post = postFinishedCall({ url, timeout: seconds(timeout) });
  const report = reportFinishedCall({
    division,
    post,
    timeout: seconds(timeout + 1),
    attempts,
    retryEvery: minutes(retryEvery),
  });
  return stack('end-of-call-report', [backOffice, post, report, callFinished({ target: report, mediaTypes })]);
}
