import { defined } from '../ground/defined';
import type { Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { Finding } from '../ground/finding';
import { nameProblems } from './name-problems';
import type { Props } from './props';

/** A point that flows pass and reports count: the menu was heard, the number was typed. */
export interface FlowMilestoneDefinition extends Definition, HasOrigin {
  readonly definition: 'flowMilestone';
  /** What passing it means, for those who read the reports. */
  readonly description?: string | undefined;
  readonly problems?: readonly Finding[];
}

/**
 * Defines a flow milestone. Flows pass it with `addFlowMilestone`. An organisation has up to 1000 milestones (documented).
 *
 * @example
 * ```ts
 * const databasesAsked = flowMilestone({ name: 'Databases asked' });
 * addFlowMilestone('All asked', databasesAsked, { flowOutcome: callerIdentified });
 * ```
 */
export function flowMilestone(props: Props<FlowMilestoneDefinition>): FlowMilestoneDefinition {
  const origin = definedBy(flowMilestone);
  const problems = nameProblems('flow milestone', props.name, sourceLine(origin));
  return Object.freeze({ definition: 'flowMilestone', ...defined(props), problems, [ORIGIN]: origin });
}
