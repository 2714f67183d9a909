import { ReferenceValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { UTILIZATION_LABEL } from '../flow/types';
import { changeLabel } from './utilization-label';

/** Labels the conversation. A label that is NOT_SET takes the failure path (assumed). */
export const setUtilizationLabel: RunAction<'setUtilizationLabel'> = (action, run) =>
  changeLabel(run, action, (conversation) => {
    const label = run.value(action.utilizationLabel, UTILIZATION_LABEL);
    if (!(label instanceof ReferenceValue)) return 'The utilization label is NOT_SET.';
    conversation.utilizationLabelId = label.id;
    run.log('utilizationLabel.set', { label: label.name });
    return undefined;
  });
