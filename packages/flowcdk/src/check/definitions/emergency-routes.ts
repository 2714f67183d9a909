import type { Definition } from '../../architect/definition';
import { emergencyRouteOfTwoGroups } from '../errors';
import type { Finding } from '../../ground/finding';
import type { EmergencyGroupDefinition } from '../../routing';
import type { StackDefinitions } from './stack-definitions';
import { definedAt } from './words';

const isEmergencyGroup = (definition: Definition): definition is EmergencyGroupDefinition =>
  definition.definition === 'emergencyGroup' && 'callFlows' in definition;

/** A call route belongs to one emergency group. */
export function emergencyRoutes(stacks: readonly StackDefinitions[]): Finding[] {
  const groups = stacks.flatMap(({ definitions }) => definitions).filter(isEmergencyGroup);
  const taken = new Map<string, EmergencyGroupDefinition>();
  const findings: Finding[] = [];
  for (const group of groups) {
    for (const route of new Set(group.callFlows.flatMap(({ routes }) => routes.map(({ name }) => name)))) {
      const earlier = taken.get(route);
      if (!earlier) taken.set(route, group);
      else
        findings.push(
          emergencyRouteOfTwoGroups(`emergency group ${group.name}`, route, earlier.name, definedAt(group)),
        );
    }
  }
  return findings;
}
