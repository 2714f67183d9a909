import type { RunAction } from '../action-context';
import { changeLabel } from './utilization-label';

/** Takes the label from the conversation. A conversation without a label is no failure (assumed). */
export const clearUtilizationLabel: RunAction<'clearUtilizationLabel'> = (action, run) =>
  changeLabel(run, action, (conversation) => {
    const label = run.runtime.org.get('utilizationLabel', conversation.utilizationLabelId ?? '');
    conversation.utilizationLabelId = undefined;
    run.log('utilizationLabel.cleared', label ? { label: label.name } : {});
    return undefined;
  });
