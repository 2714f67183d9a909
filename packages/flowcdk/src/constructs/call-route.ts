import { Construct } from 'constructs';
import type { Definition } from '../architect/definition';
import { ArchitectIvr } from '@flowcdk/provider-genesyscloud';
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
    const ids = {
      openHoursFlowId: route.openHours,
      closedHoursFlowId: route.closedHours,
      holidayHoursFlowId: route.holidayHours,
      scheduleGroupId: route.schedules,
    } satisfies Record<string, Definition | undefined>;
    this.resource = new ArchitectIvr(this, 'ivr', {
      name: literalText(route.name),
      ...(route.description === undefined ? {} : { description: literalText(route.description) }),
      dnis: [...route.numbers].sort(),
      ...Object.fromEntries(
        Object.entries(ids)
          .map(([key, definition]) => [key, definition && deployed.idOf(definition)] as const)
          .filter(([, found]) => found !== undefined),
      ),
      ...divisionOf(this),
    });
    deployed.create(route, { id: this.resource.id, element: this.resource });
  }
}
