import { collection, inDivision } from '../resource-kind';

export const architectSchedules = collection({
  path: '/api/v2/architect/schedules',
  versioned: true,
  body: (given) => ({
    ...given.fields('name', 'description', 'start', 'end'),
    rrule: given.text('rrule') ?? '',
    ...inDivision(given),
  }),
});
