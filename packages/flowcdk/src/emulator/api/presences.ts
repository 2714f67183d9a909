import { presenceDefinitions, type PresenceDefinition } from '../runtime/conversation/presences';
import type { Runtime } from '../runtime/runtime';
import type { JsonObject } from '../state/json';
import { anything, object, oneOf, required, text, yesNo } from '../state/shape';
import type { Call } from './call';
import { page } from './paging';
import { ApiProblem, notThere, wrongValue } from './refusals';
import type { Route } from './route';

const users = '/api/v2/users';
const definitions = '/api/v2/presencedefinitions';

/** The presence of a user, as the API shows it (documented fields). */
export function shownPresence(userId: string, { presences }: Runtime): JsonObject {
  const { definition, message, modifiedAt } = presences.of(userId);
  return {
    id: userId,
    source: 'PURECLOUD',
    primary: true,
    presenceDefinition: { ...definition, selfUri: `${definitions}/${definition.id}` },
    message,
    ...(modifiedAt === undefined ? {} : { modifiedDate: new Date(modifiedAt).toISOString() }),
    selfUri: `${users}/${userId}/presences/purecloud`,
  };
}

/** The routing status of a user, as the API shows it (documented fields). */
export function shownRoutingStatus(userId: string, { presences }: Runtime): JsonObject {
  const { status, since } = presences.routingStatus(userId);
  return { userId, status, ...(since === undefined ? {} : { startTime: new Date(since).toISOString() }) };
}

const presenceBody = {
  primary: yesNo,
  source: text(100),
  presenceDefinition: object({ id: text(256), systemPresence: text(100) }),
  message: text(1_000),
};

function changePresence(call: Call): JsonObject {
  const { id } = call.the('user');
  const { presenceDefinition: named, message } = call.object(presenceBody);
  const definition = named && definitionNamed(named);
  call.runtime.presences.change(id, {
    ...(definition ? { definition } : {}),
    ...(message === undefined ? {} : { message }),
  });
  return shownPresence(id, call.runtime);
}

function definitionNamed({ id, systemPresence }: { id?: string | undefined; systemPresence?: string | undefined }) {
  const definition = presenceDefinitions.find((known) =>
    id === undefined ? known.systemPresence === systemPresence : known.id === id,
  );
  if (definition) return definition;
  const known = presenceDefinitions.map((entry) => `${entry.id} (${entry.systemPresence})`).join(', ');
  throw wrongValue(
    `presenceDefinition: there is no presence '${id ?? systemPresence ?? ''}'; there are ${known}`,
    'presenceDefinition',
  );
}

function changeRoutingStatus(call: Call): JsonObject {
  const { id, name } = call.the('user');
  const { status } = call.object({
    status: required(oneOf('OFF_QUEUE', 'IDLE')),
    userId: anything,
    startTime: anything,
  });
  const { agents } = call.runtime.acd;
  if (status === 'IDLE' && agents.state(id) === 'OFF_QUEUE') {
    throw new ApiProblem(400, 'bad.request', `${name} is not on queue; their presence takes them there.`);
  }
  if (status === 'IDLE') agents.goOnQueue(id);
  else agents.goOffQueue(id);
  call.runtime.presences.publishActivity(id);
  return shownRoutingStatus(id, call.runtime);
}

const shownDefinition = ({ id, systemPresence }: PresenceDefinition): JsonObject => ({
  id,
  languageLabels: { en_US: systemPresence },
  systemPresence,
  deactivated: false,
  primary: true,
  selfUri: `${definitions}/${id}`,
});

const routesOfUser: readonly Route[] = [
  {
    method: 'GET',
    path: `${users}/:id/presences/purecloud`,
    does: 'gives the presence of a user',
    answers: [200, 404],
    certainty: 'documented',
    note: 'A user who never said anything is Offline; one who is on queue is On Queue.',
    handle: (call) => shownPresence(call.the('user').id, call.runtime),
  },
  {
    method: 'PATCH',
    path: `${users}/:id/presences/purecloud`,
    does: 'changes the presence of a user: On Queue puts them on queue, every other one takes them off',
    answers: [200, 404],
    certainty: 'documented',
    note: 'A user who is busy leaves the queue after the call. Publishes v2.users.{id}.presence and v2.users.{id}.activity.',
    body: presenceBody,
    handle: changePresence,
  },
  {
    method: 'GET',
    path: `${users}/:id/routingstatus`,
    does: 'gives the routing status of a user',
    answers: [200, 404],
    certainty: 'documented',
    note: 'COMMUNICATING never occurs.',
    handle: (call) => shownRoutingStatus(call.the('user').id, call.runtime),
  },
  {
    method: 'PUT',
    path: `${users}/:id/routingstatus`,
    does: 'changes the routing status of a user to OFF_QUEUE or IDLE',
    answers: [200, 404],
    certainty: 'believed',
    handle: changeRoutingStatus,
  },
];

export const presenceRoutes: readonly Route[] = [
  ...routesOfUser,
  {
    method: 'GET',
    path: definitions,
    does: 'lists the presences users can take',
    answers: [200],
    certainty: 'documented',
    note: 'Those that every org has; the ids are those of the cloud.',
    honours: ['deleted', 'localeCode'],
    handle: (call) => page(call, presenceDefinitions.map(shownDefinition), definitions),
  },
  {
    method: 'GET',
    path: `${definitions}/:id`,
    does: 'gives one presence users can take',
    permission: 'presence:presenceDefinition:view',
    answers: [200, 404],
    certainty: 'documented',
    honours: ['localeCode'],
    handle: (call) => {
      const definition = presenceDefinitions.find(({ id }) => id === call.param('id'));
      if (!definition) throw notThere('presence', call.param('id'));
      return shownDefinition(definition);
    },
  },
];
