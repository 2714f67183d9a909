import { Construct } from 'constructs';
import { ArchitectSchedulegroups } from '@flowcdk/provider-genesyscloud/lib/architect-schedulegroups';
import type { ScheduleGroupDefinition } from '../routing';
import { isNamed } from '../routing/schedule-group';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { slug, withHash } from '../ground/address';
import { scheduleResource } from './schedule';
import { literalText } from './terraform-text';

/** Opening hours and holidays: the schedules that are its own, and the group that holds them. */
export class ScheduleGroup extends Construct {
  readonly resource: ArchitectSchedulegroups;

  constructor(scope: Construct, id: string, { schedules: group }: { readonly schedules: ScheduleGroupDefinition }) {
    super(scope, id);
    const deployed = Deployed.of(this);
    const idsOf = (schedules: ScheduleGroupDefinition['open']): string[] =>
      schedules.map((schedule) => {
        if (isNamed(schedule)) return deployed.idOf(schedule) ?? '';
        const child = slug(schedule.id);
        const isTaken = this.node.tryFindChild(child) !== undefined;
        return scheduleResource(this, isTaken ? withHash(child, schedule.id) : child, schedule).id;
      });
    const [open, closed, holidays] = [group.open, group.closed, group.holidays].map(idsOf);
    this.resource = new ArchitectSchedulegroups(this, 'schedule-group', {
      name: literalText(group.name),
      description: literalText(group.description),
      timeZone: group.timeZone,
      openSchedulesId: open ?? [],
      closedSchedulesId: orNothing(closed),
      holidaySchedulesId: orNothing(holidays),
      ...divisionOf(this),
    });
    deployed.create(group, { id: this.resource.id, element: this.resource });
  }
}

const orNothing = (ids: readonly string[] = []): readonly string[] | undefined => (ids.length > 0 ? ids : undefined);
