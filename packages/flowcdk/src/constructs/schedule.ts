import { Construct } from 'constructs';
import { ArchitectSchedules } from '@flowcdk/provider-genesyscloud';
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

/** Of a schedule with which something is wrong: nothing is written of it. */
const NO_TIME: Times = { start: '', end: '' };

/**
 * A schedule that is taken away goes after the group has let go of it. Otherwise Terraform may delete it before, the API
 * refuses that, and the provider tries again for half a minute, during which nothing else gets its turn.
 */
const LAST = { createBeforeDestroy: true };

/** As the provider wants it: local time, without a zone. */
const localTime = (time: string): string => `${time}:00.000000`;
