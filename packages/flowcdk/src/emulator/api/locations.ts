import { itemsOf, textOf } from '../state/json';
import { collection, type Collection, shownOf } from './collection';
import { wrongValue } from './problems';
import type { Route } from './route';
import { listOf, name, object, oneOf, text, whole } from './shape';
import { search } from './users';

const path = '/api/v2/locations';

const locations: Collection = {
  kind: 'location',
  path,
  permission: { add: 'directory:location:add', edit: 'directory:location:edit', delete: 'directory:location:delete' },
  certainty: 'documented',
  note: 'Nobody looks whether the address exists.',
  body: {
    name,
    notes: text(),
    state: oneOf('active', 'inactive'),
    // From the outermost location around it to the innermost.
    path: listOf(text(256)),
    contactUser: text(256),
    emergencyNumber: object({ e164: text(20), number: text(40), type: oneOf('default', 'elin') }),
    address: object({
      street1: text(),
      street2: text(),
      city: text(),
      state: text(),
      zipcode: text(20),
      country: text(20),
      countryName: text(),
    }),
    version: whole(),
  },
  update: 'PATCH',
  version: 'checked',
  complete: (sent, _call, before) => (before ? sent : { state: 'active', path: [], ...sent }),
  check: ({ id, path: around }) => {
    if (itemsOf(around).some((one) => textOf(one) === id)) throw wrongValue('path: a location is not inside of itself');
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
