import { keyOf } from '../../runtime/people';
import { person } from '../../state/tables/person';
import type { JsonObject } from '../../state/json';
import type { Call } from '../call';
import { page } from '../paging';
import { notThere } from '../refusals';
import type { Route } from '../route';
import { ownRoute } from './own-route';

const path = '/flowcdk/people';

function behave(call: Call): JsonObject {
  const body = call.only(person);
  return call.runtime.people.behave(call.param('address'), body);
}

function known(call: Call): JsonObject {
  const address = call.param('address');
  const there = call.org.get('person', keyOf(address));
  if (!there) throw notThere('person', address);
  return there;
}

/** What people outside of the org do when it calls them or writes to them. */
export const peopleRoutes: readonly Route[] = [
  ownRoute({
    method: 'GET',
    path,
    does: 'lists what is known of people outside of the org',
    answers: [200],
    handle: (call) => page(call, call.org.all('person'), path),
  }),
  ownRoute({
    method: 'GET',
    path: `${path}/:address`,
    does: 'tells what the person behind a number or an e-mail address does',
    answers: [200, 404],
    handle: known,
  }),
  ownRoute({
    method: 'PUT',
    path: `${path}/:address`,
    does: 'says what the person behind a number (E.164) or an e-mail address does: whether they have opted out of messages, what becomes of messages to them, and what they do with each call of a callback, in milliseconds',
    answers: [200],
    body: person,
    handle: behave,
  }),
];
