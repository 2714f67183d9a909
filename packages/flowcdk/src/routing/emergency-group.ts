import { defined } from '../ground/defined';
import type { Defined, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { Finding } from '../ground/finding';
import { emergencyGroupProblems } from './emergency-group-problems';
import type { Props } from './props';
import { type FlowReference, ofKind } from './references';

/** Which flow answers calls during an emergency. */
export interface EmergencyCallFlow {
  readonly flow: FlowReference<'inboundCall'>;
  /** The call routes whose calls it answers. */
  readonly routes: readonly Defined<'callRoute'>[];
}

/** A switch for emergencies, and the flows that answer while it is on. */
export interface EmergencyGroupDefinition extends Definition, HasOrigin {
  readonly definition: 'emergencyGroup';
  readonly description?: string | undefined;
  /**
   * Whether the emergency is on.
   *
   * @default off when the group is new; afterwards as people switch it in Genesys Cloud, and no deployment switches it back
   */
  readonly enabled?: boolean | undefined;
  readonly callFlows: readonly EmergencyCallFlow[];
  readonly uses: readonly Definition[];
  readonly problems?: readonly Finding[];
}

/** What {@link emergencyGroup} takes. */
export interface EmergencyGroupProps extends Omit<Props<EmergencyGroupDefinition>, 'callFlows'> {
  /** Which flows answer which call routes. Flows that ask with `evaluateScheduleGroup` need none. @default none */
  readonly callFlows?: readonly EmergencyCallFlow[] | undefined;
}

/**
 * Defines an emergency group. While it is on, the calls of its routes go to its flows, whatever the hour, and
 * `evaluateSchedule` and `evaluateScheduleGroup` take `onEmergency` (documented).
 *
 * @example
 * ```ts
 * const evacuation = emergencyGroup({
 *   name: 'Evacuation',
 *   callFlows: [{ flow: everybodyIsOut, routes: [supportLine] }],
 * });
 * ```
 */
export function emergencyGroup(props: EmergencyGroupProps): EmergencyGroupDefinition {
  const origin = definedBy(emergencyGroup);
  const callFlows = (props.callFlows ?? []).map(({ flow, routes }) => ({ flow: ofKind('inboundCall')(flow), routes }));
  const uses = [...new Set(callFlows.flatMap(({ flow, routes }) => [flow, ...routes]))];
  const problems = emergencyGroupProblems({ name: props.name, callFlows }, sourceLine(origin));
  return Object.freeze({
    definition: 'emergencyGroup',
    ...defined(props),
    callFlows,
    uses,
    problems,
    [ORIGIN]: origin,
  });
}
