import { collection, type Collection, shownOf } from './collection';
import { wrongValue } from './refusals';
import type { Route } from './route';
import { search } from './users';

const path = '/api/v2/locations';

const locations: Collection<'location'> = {
  kind: 'location',
  path,
  permission: { add: 'directory:location:add', edit: 'directory:location:edit', delete: 'directory:location:delete' },
  certainty: 'documented',
  note: 'Nobody looks whether the address exists.',
  update: 'PATCH',
  absentWhenEmpty: ['emergencyNumber', 'address'],
  version: 'checked',
  check: ({ id, path: around }) => {
    if (around.includes(id)) throw wrongValue('path: a location is not inside of itself');
  },
};

export const locationRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/search`,
    does: 'finds locations by fields',
    answers: [200],
    certainty: 'documented',
    handle: (call) => search(call, call.org.all('location'), (location) => shownOf(locations, location, call)),
  },
  ...collection({ ...locations, deleteAnswers: 204 }),
];
