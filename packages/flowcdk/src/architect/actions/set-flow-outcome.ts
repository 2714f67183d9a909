import { action, actionForm, type NodeOf } from '../action';
import { objectNamed, required } from '../forms';
import { outcomeValues, wordValue } from '../words';
import { type Readable, valueNode } from '../values';
import { nameIn, type Named } from './named-target';

export const setFlowOutcomeForm = actionForm({
  evidence: 'inferred',
  fields: { flowOutcome: required(objectNamed('flowOutcome')), flowOutcomeValue: required(wordValue(outcomeValues)) },
});

export type SetFlowOutcomeAction = NodeOf<'setFlowOutcome', typeof setFlowOutcomeForm>;

/**
 * Set Flow Outcome: records the end of an outcome for reports. Inferred; the two values are documented.
 *
 * @example
 * ```ts
 * setFlowOutcome('Identified', callerIdentified, { value: 'SUCCESS' })
 * ```
 * ```yaml
 * setFlowOutcome:
 *   name: Identified
 *   flowOutcome: { name: Caller identified }
 *   flowOutcomeValue: { lit: SUCCESS }
 * ```
 */
export const setFlowOutcome = (
  name: string,
  flowOutcome: Named<'flowOutcome'>,
  { value: outcome }: { readonly value: 'SUCCESS' | 'FAILURE' | Readable<'SUCCESS' | 'FAILURE'> },
): SetFlowOutcomeAction =>
  action(setFlowOutcome, 'setFlowOutcome', setFlowOutcomeForm, {
    name,
    flowOutcome: nameIn(flowOutcome),
    flowOutcomeValue: valueNode(outcome),
  });
