import { action, actionForm, type NodeOf } from '../action';
import { objectNamed, required } from '../forms';
import { nameIn, type Named } from './named-target';

export const initializeFlowOutcomeForm = actionForm({
  evidence: 'inferred',
  fields: { flowOutcome: required(objectNamed('flowOutcome')) },
});

export type InitializeFlowOutcomeAction = NodeOf<'initializeFlowOutcome', typeof initializeFlowOutcomeForm>;

/**
 * Initialize Flow Outcome: starts an outcome for reports. `setFlowOutcome` records its end. Inferred.
 *
 * @example
 * ```ts
 * initializeFlowOutcome('Identification begins', callerIdentified)
 * ```
 * ```yaml
 * initializeFlowOutcome: { name: Identification begins, flowOutcome: { name: Caller identified } }
 * ```
 */
export const initializeFlowOutcome = (name: string, flowOutcome: Named<'flowOutcome'>): InitializeFlowOutcomeAction =>
  action(initializeFlowOutcome, 'initializeFlowOutcome', initializeFlowOutcomeForm, {
    name,
    flowOutcome: nameIn(flowOutcome),
  });
