import { defined } from '../ground/defined';
import type { Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { Finding } from '../ground/finding';
import { nameProblems } from './name-problems';
import type { Props } from './props';

/** A result that flows report and reports count: a caller was identified, an order was found. */
export interface FlowOutcomeDefinition extends Definition, HasOrigin {
  readonly definition: 'flowOutcome';
  /** What it stands for, for those who read the reports. */
  readonly description?: string | undefined;
  readonly problems?: readonly Finding[];
}

/**
 * Defines a flow outcome. Flows begin it with `initializeFlowOutcome` and end it with `setFlowOutcome`.
 *
 * An organisation has up to 100 outcomes (documented). Terraform takes over one of the same name and never deletes one:
 * the API cannot (seen in the provider).
 *
 * @example
 * ```ts
 * const callerIdentified = flowOutcome({ name: 'Caller identified', description: 'We know who calls' });
 * setFlowOutcome('Identified', callerIdentified, { value: 'SUCCESS' });
 * ```
 */
export function flowOutcome(props: Props<FlowOutcomeDefinition>): FlowOutcomeDefinition {
  const origin = definedBy(flowOutcome);
  const problems = nameProblems('flow outcome', props.name, sourceLine(origin));
  return Object.freeze({ definition: 'flowOutcome', ...defined(props), problems, [ORIGIN]: origin });
}
