import { action, actionForm, type NodeOf } from '../action';
import { objectNamed, required } from '../forms';
import { nameIn, type Named } from './named-target';

export const addFlowMilestoneForm = actionForm({
  evidence: 'inferred',
  fields: { flowOutcome: objectNamed('flowOutcome'), flowMilestone: required(objectNamed('flowMilestone')) },
});

export type AddFlowMilestoneAction = NodeOf<'addFlowMilestone', typeof addFlowMilestoneForm>;

/**
 * Add Flow Milestone: records for reports that the flow reached a milestone. Inferred.
 *
 * @example
 * ```ts
 * addFlowMilestone('All asked', databasesAsked, { flowOutcome: 'Caller identified' })
 * ```
 * ```yaml
 * addFlowMilestone:
 *   name: All asked
 *   flowOutcome: { name: Caller identified }
 *   flowMilestone: { name: Databases asked }
 * ```
 */
export const addFlowMilestone = (
  name: string,
  flowMilestone: Named<'flowMilestone'>,
  options: {
    /** The outcome to which the milestone is a step. */
    readonly flowOutcome?: Named<'flowOutcome'> | undefined;
  } = {},
): AddFlowMilestoneAction =>
  action(addFlowMilestone, 'addFlowMilestone', addFlowMilestoneForm, {
    name,
    flowOutcome: options.flowOutcome === undefined ? undefined : nameIn(options.flowOutcome),
    flowMilestone: nameIn(flowMilestone),
  });
