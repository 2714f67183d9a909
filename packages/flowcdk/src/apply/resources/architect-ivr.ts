import { collection, inDivision } from '../resource-kind';

export const architectIvr = collection({
  path: '/api/v2/architect/ivrs',
  fixed: ['name'],
  versioned: true,
  body: (given) => ({
    ...given.fields('name', 'description', 'dnis'),
    openHoursFlow: given.reference('open_hours_flow_id'),
    closedHoursFlow: given.reference('closed_hours_flow_id'),
    holidayHoursFlow: given.reference('holiday_hours_flow_id'),
    scheduleGroup: given.reference('schedule_group_id'),
    ...inDivision(given),
  }),
});
