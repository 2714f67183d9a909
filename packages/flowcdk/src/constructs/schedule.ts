import { Construct } from 'constructs';
import { ArchitectSchedules } from '@flowcdk/provider-genesyscloud/lib/architect-schedules';
import type { ScheduleDefinition, Times } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { literalText } from './terraform-text';

/** A schedule. */
export class Schedule extends Construct {
  readonly resource: ArchitectSchedules;

  constructor(scope: Construct, id: string, { schedule }: { readonly schedule: ScheduleDefinition }) {
    super(scope, id);
    this.resource = scheduleResource(this, 'schedule', schedule);
    Deployed.of(this).create(schedule, { id: this.resource.id, element: this.resource });
  }
}

/** What a schedule becomes, whether it is a definition or belongs to a group. */
export const scheduleResource = (
  scope: Construct,
  id: string,
  { name, description, times = NO_TIME }: Pick<ScheduleDefinition, 'name' | 'description' | 'times'>,
): ArchitectSchedules =>
  new ArchitectSchedules(scope, id, {
    name: literalText(name),
    description: literalText(description),
    start: localTime(times.start),
    end: localTime(times.end),
    rrule: times.rule,
    ...divisionOf(scope),
    lifecycle: LAST,
  });

/** The times of an invalid schedule; it is never written. */
const NO_TIME: Times = { start: '', end: '' };

/**
 * Removes a schedule after its group no longer refers to it. Otherwise Terraform may delete the schedule first. The API
 * refuses that, and the provider repeats the request for half a minute while everything else waits.
 */
const LAST = { createBeforeDestroy: true };

/** As the provider wants it: local time, without a zone. */
const localTime = (time: string): string => `${time}:00.000000`;
