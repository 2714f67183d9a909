import type { Construct } from 'constructs';
import { backOffice, postFinishedCall } from '../../data-actions/post-finished-call';
import { reportFinishedCall } from '../../flows/report-finished-call';
import { callFinished } from '../../triggers/call-finished';
import type { Definition } from '../architect/definition';
import { minutes, seconds } from '../architect/types';
import { OrganizationStack } from '../constructs/organization-stack';
import type { ResolvedSettings } from '../settings';
import { stackProps } from './stack-props';

/** Everything that reports finished calls to the back office. */
export class EndOfCallReport extends OrganizationStack {
  static readonly id = 'end-of-call-report';

  constructor(scope: Construct, settings: ResolvedSettings) {
    super(scope, EndOfCallReport.id, { ...stackProps(settings), definitions: endOfCallReport(settings) });
  }
}

/** What the stack creates. */
export function endOfCallReport({ backOffice: office, division }: ResolvedSettings): readonly Definition[] {
  const { url, timeout, attempts, retryEvery } = office;
  const post = postFinishedCall({ url, timeout });
  const report = reportFinishedCall({
    ...(division === undefined ? {} : { division }),
    post,
    timeout: seconds(timeout + 1),
    attempts,
    retryEvery: minutes(retryEvery),
  });
  return [backOffice, post, report, callFinished(report)];
}
