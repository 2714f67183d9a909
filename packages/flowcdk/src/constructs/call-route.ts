import { Construct } from 'constructs';
import type { Definition } from '../architect/definition';
import { ArchitectIvr } from '@flowcdk/provider-genesyscloud/lib/architect-ivr';
import { holdsNumber, isDidPool } from '../routing/did-pool';
import type { CallRouteDefinition } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { literalText } from './terraform-text';

/** A call route: which flow answers which numbers, and when. */
export class CallRoute extends Construct {
  readonly resource: ArchitectIvr;

  constructor(scope: Construct, id: string, { route }: { readonly route: CallRouteDefinition }) {
    super(scope, id);
    const deployed = Deployed.of(this);
    const idOf = (definition: Definition | undefined) => definition && deployed.idOf(definition);
    const pools = deployed
      .created('didPool')
      .filter((pool) => isDidPool(pool) && route.numbers.some((number) => holdsNumber(pool, number)));
    this.resource = new ArchitectIvr(this, 'ivr', {
      name: literalText(route.name),
      description: literalText(route.description),
      dnis: [...route.numbers].sort(),
      openHoursFlowId: idOf(route.openHours),
      closedHoursFlowId: idOf(route.closedHours),
      holidayHoursFlowId: idOf(route.holidayHours),
      scheduleGroupId: idOf(route.schedules),
      ...divisionOf(this),
      ...(pools.length > 0 ? { dependsOn: deployed.dependencies(pools) } : {}),
    });
    deployed.create(route, { id: this.resource.id, element: this.resource });
  }
}
