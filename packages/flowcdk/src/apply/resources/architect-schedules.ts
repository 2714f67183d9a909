import { collection, inDivision } from '../resource-kind';

export const architectSchedules = collection({
  path: '/api/v2/architect/schedules',
  versioned: true,
  body: (given, changing) => ({
    ...given.fields('name', 'start', 'end'),
    // A change sends it in any case.
    description: given.text('description') ?? (changing ? '' : undefined),
    rrule: given.text('rrule') ?? '',
    ...inDivision(given),
  }),
});
