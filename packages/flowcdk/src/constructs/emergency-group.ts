import { Construct } from 'constructs';
import { ArchitectEmergencygroup } from '@flowcdk/provider-genesyscloud/lib/architect-emergencygroup';
import type { EmergencyGroupDefinition } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { byKindAndName } from './order';
import { literalText } from './terraform-text';

/** An emergency group: the switch, and which flow answers which call routes while it is on. */
export class EmergencyGroup extends Construct {
  readonly resource: ArchitectEmergencygroup;

  constructor(scope: Construct, id: string, { group }: { readonly group: EmergencyGroupDefinition }) {
    super(scope, id);
    const deployed = Deployed.of(this);
    const callFlows = group.callFlows.map(({ flow, routes }) => ({
      emergencyFlowId: deployed.idOf(flow) ?? '',
      ivrIds: [...routes].sort(byKindAndName).map((route) => deployed.idOf(route) ?? ''),
    }));
    this.resource = new ArchitectEmergencygroup(this, 'emergency-group', {
      name: literalText(group.name),
      description: literalText(group.description),
      enabled: group.enabled,
      emergencyCallFlows: callFlows.length > 0 ? callFlows : undefined,
      ...divisionOf(this),
      // A deployment must not end an emergency.
      ...(group.enabled === undefined ? { lifecycle: { ignoreChanges: ['enabled'] } } : {}),
    });
    deployed.create(group, { id: this.resource.id, element: this.resource });
  }
}
