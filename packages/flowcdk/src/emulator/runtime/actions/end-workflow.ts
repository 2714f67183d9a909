import type { RunAction } from '../action-context';
import { STRING } from '../flow/types';

/** Ends the workflow. The executions API shows the reason (documented). */
export const endWorkflow: RunAction<'endWorkflow'> = ({ exitReason }, run) => {
  const reason = run.text(exitReason, STRING);
  return { to: 'end', reason: 'completed', ...(reason === undefined ? {} : { exitReason: reason }) };
};
