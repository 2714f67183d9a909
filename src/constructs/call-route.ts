import { Construct } from 'constructs';
import { ArchitectIvr } from '../provider';
import { holdsNumber, isDidPool } from '../routing/did-pool';
import type { CallRouteDefinition, FlowReference } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { literalText } from './terraform-text';

/** A call route: which flow answers which numbers, and when. */
export class CallRoute extends Construct {
  readonly resource: ArchitectIvr;

  constructor(scope: Construct, id: string, { route }: { readonly route: CallRouteDefinition }) {
    super(scope, id);
    const deployed = Deployed.of(this);
    const flowId = (flow: FlowReference<'inboundCall'> | undefined) => flow && deployed.idOfFlow(flow, 'inboundCall');
    const pools = deployed
      .created('didPool')
      .filter((pool) => isDidPool(pool) && route.numbers.some((number) => holdsNumber(pool, number)));
    this.resource = new ArchitectIvr(this, 'ivr', {
      name: literalText(route.name),
      description: literalText(route.description),
      dnis: [...route.numbers].sort(),
      openHoursFlowId: flowId(route.openHours),
      closedHoursFlowId: flowId(route.closedHours),
      holidayHoursFlowId: flowId(route.holidayHours),
      scheduleGroupId: route.schedules && deployed.idOf(route.schedules),
      ...divisionOf(this),
      ...(pools.length > 0 ? { dependsOn: deployed.dependencies(pools) } : {}),
    });
    deployed.create(route, { id: this.resource.id, element: this.resource });
  }
}
