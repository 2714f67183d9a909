import { fieldsOf, itemsOf, type Json, type JsonObject, scalarText } from '../state/json';
import { danglingReferences } from '../state/references';
import { listOf, object, optional, readBody, required, secretText, text } from '../state/shape';
import { tables } from '../state/tables';
import { type DeletedUser, type User, utilization as utilizationTable } from '../state/tables/user';
import { withFields, withoutField } from '../state/record';
import type { Call } from './call';
import { collection, type Collection, homeDivision, shownOf } from './collection';
import { page } from './paging';
import { shownPresence, shownRoutingStatus } from './presences';
import { ApiProblem, dangling, versionMismatch, wrongBody } from './refusals';
import type { Route } from './route';
import { shownRatings } from './user-routing';

const path = '/api/v2/users';

/** Parts of a user with requests of their own. */
const inner = ['grants', 'voicemailPolicy', 'utilization', 'skills', 'languages'];

export const users: Collection<'user'> = {
  kind: 'user',
  path,
  permission: { add: 'directory:user:add', delete: 'directory:user:delete' },
  certainty: 'documented',
  note: 'Passwords are not kept.',
  verbs: ['list', 'create', 'read', 'delete'],
  version: 'counted',
  conflicts: ['create'],
  hides: inner,
  complete: (sent, { org }) => ({ ...sent, division: { id: sent.divisionId ?? homeDivision(org).id } }),
  check: (user, { org }) => {
    const email = user.email.toLowerCase();
    const other = org
      .all('user')
      .find((candidate) => candidate.id !== user.id && candidate.email.toLowerCase() === email);
    if (other) {
      throw new ApiProblem(
        409,
        'general.conflict',
        `There is a user with the address '${user.email}' already (${other.id}).`,
      );
    }
  },
  // The cloud still finds deleted users in searches by state.
  deleting: ({ id, name: userName, email }, { org }) =>
    org.put('deletedUser', { id, name: userName, email, state: 'deleted' }),
  // Ratings are a part of their own. The user has them only where the request expands them.
  view: (user, shown, call) => ({
    ...shown,
    ...expandedParts(user, call),
    ...(user.locations === undefined ? {} : { locations: user.locations.map(shownLocation) }),
    division: { id: user.division.id, name: call.org.get('division', user.division.id)?.name },
  }),
};

/** The parts of a user that the local org has. A caller gets them only on request. */
const parts: Readonly<Record<string, (user: User, call: Call) => Json | undefined>> = {
  skills: (user, call) => shownRatings(user, 'skills', call),
  languages: (user, call) => shownRatings(user, 'languages', call),
  authorization: shownAuthorization,
  groups: ({ id }, { org }) =>
    org
      .all('group')
      .filter(({ memberIds }) => memberIds?.includes(id))
      .map((group) => ({ id: group.id, name: group.name, selfUri: `/api/v2/groups/${group.id}` })),
  presence: ({ id }, { parts: { runtime } }) => runtime && shownPresence(id, runtime),
  routingStatus: ({ id }, { parts: { runtime } }) => runtime && shownRoutingStatus(id, runtime),
};

function expandedParts(user: User, call: Call): JsonObject {
  // Answers have these two parts anyway.
  const names = call.expansions(...Object.keys(parts), 'locations', 'profileSkills');
  return Object.fromEntries([...names].map((name) => [name, parts[name]?.(user, call)]).filter(([, part]) => part));
}

/** The roles of a user, those of their groups among them, and the permissions that come with them (documented fields). */
function shownAuthorization({ id, grants = [] }: User, { org }: Call): JsonObject {
  const ofGroups = org.all('group').filter(({ memberIds }) => memberIds?.includes(id));
  const roleIds = new Set([...grants, ...ofGroups.flatMap((group) => group.grants ?? [])].map(({ roleId }) => roleId));
  const roles = [...roleIds].flatMap((roleId) => org.get('role', roleId) ?? []);
  return {
    roles: roles.map((role) => ({ id: role.id, name: role.name })),
    permissions: [...new Set(roles.flatMap(({ permissions = [] }) => permissions))],
    permissionPolicies: roles.flatMap(({ permissionPolicies = [] }) => permissionPolicies),
  };
}

/** Bodies have the id of a location as `id`; answers have it in `locationDefinition`. */
const shownLocation = ({ id, ...rest }: { readonly id?: string | undefined }): JsonObject => ({
  ...rest,
  id,
  locationDefinition: { id, selfUri: `/api/v2/locations/${id}` },
});

/** Changes only the fields in the body. A version in the body must be the current version. */
function change(call: Call): JsonObject {
  const before = call.the('user');
  const { divisionId, ...sent } = call.object({
    ...tables.user,
    name: optional(tables.user.name),
    email: optional(tables.user.email),
  });
  const current = before.version;
  if (sent.version !== undefined && sent.version !== current) throw versionMismatch('user', sent.version, current);
  const after: User = {
    ...withFields(before, withoutField(sent, 'password')),
    ...(divisionId === undefined ? {} : { division: { id: divisionId } }),
    id: before.id,
    version: current + 1,
  };
  const missing = danglingReferences(call.org, 'user', after);
  if (missing.length > 0) throw dangling(missing);
  users.check?.(after, call, before);
  return shownOf(users, call.org.put('user', after), call);
}

/**
 * The records that fit `{ query: [{ fields, value, type }] }`. Every condition must hold in at least one of its fields.
 */
function matching<T extends JsonObject>(call: Call, all: readonly T[]): T[] {
  const { query = [] } = call.object({
    query: listOf(object({ fields: listOf(text()), value: text(), values: listOf(text()), type: text() })),
  });
  return all.filter((record) =>
    query.every(({ fields = [], value, values = [], type }) => {
      const terms = [...values, ...(value === undefined ? [] : [value])].map((term) => term.toLowerCase());
      return fields.some((field) => {
        const text = scalarText(record[field]).toLowerCase();
        return terms.some((term) => (type === 'EXACT' ? text === term : text.includes(term)));
      });
    }),
  );
}

/** Deleted users, where the search has a condition on the field `state`. */
const deletedIfRequested = ({ org, parts }: Call): readonly DeletedUser[] =>
  itemsOf(fieldsOf(parts.body)['query']).some((condition) => itemsOf(fieldsOf(condition)['fields']).includes('state'))
    ? org.all('deletedUser')
    : [];

/** Search results in the form of the API. */
export function search<T extends JsonObject>(
  call: Call,
  all: readonly T[],
  shown: (record: T) => JsonObject,
): JsonObject {
  const results = matching(call, all).map(shown);
  return { results, total: results.length, pageCount: 1, pageNumber: 1, pageSize: Math.max(25, results.length) };
}

/** A part of a user that is read and written on its own. */
function part<F extends 'profileSkills' | 'voicemailPolicy' | 'utilization'>(
  where: string,
  field: F,
  does: string,
  update: 'PUT' | 'PATCH',
  first: NonNullable<User[F]> & Json,
  permission: { readonly view: string; readonly edit: string },
  read: (call: Call, user: User) => NonNullable<User[F]> & Json,
): Route[] {
  return (['GET', update] as const).map((method): Route => ({
    method,
    path: where,
    does: method === 'GET' ? `gives ${does}` : `changes ${does}`,
    permission: method === 'GET' ? permission.view : permission.edit,
    answers: [200, 404],
    certainty: 'believed',
    handle: (call) => {
      const user = call.the('user');
      if (method === 'GET') return user[field] ?? first;
      const value = read(call, user);
      call.org.put('user', { ...user, [field]: value });
      return value;
    },
  }));
}

/** A list of texts. */
function textsIn(call: Call): readonly string[] {
  const { body, problems } = readBody({ list: call.list() }, { list: required(listOf(text())) });
  if (problems) throw wrongBody(problems);
  return body.list;
}

const utilization = '/api/v2/routing/users/:id/utilization';
/** The utilization of a user without settings of their own. */
const wholeOrg = { level: 'Organization', utilization: {}, labelUtilizations: {} };

/** The queues a user is a member of. */
const queuesOf = (user: User, { org }: Call): JsonObject[] =>
  org
    .all('queue')
    .filter((queue) => queue.members?.some((member) => member.id === user.id))
    .map(({ id, name: queueName, division }) => ({
      id,
      name: queueName,
      division,
      joined: true,
      selfUri: `/api/v2/routing/queues/${id}`,
    }));

export const userRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/search`,
    does: 'finds users by fields',
    permission: 'directory:user:view',
    answers: [200],
    certainty: 'documented',
    note: 'Conditions are joined by and; EXACT compares whole texts, other types look inside.',
    handle: (call) =>
      search(call, [...call.org.all('user'), ...deletedIfRequested(call)], (user: User | DeletedUser) =>
        'version' in user ? shownOf(users, user, call) : { ...user, selfUri: `${path}/${user.id}`, division: {} },
      ),
  },
  // Presence and routing status live in the runtime.
  ...collection(users).map((route) => (route.method === 'GET' ? { ...route, lives: true } : route)),
  {
    method: 'PATCH',
    path: `${path}/:id`,
    does: 'changes a user',
    permission: 'directory:user:edit',
    answers: [200, 404, 409],
    certainty: 'documented',
    handle: change,
  },
  {
    method: 'GET',
    path: `${path}/:id/queues`,
    does: 'lists the queues a user is a member of',
    permission: 'routing:queue:view',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const user = call.the('user');
      return page(call, queuesOf(user, call), `${path}/${user.id}/queues`);
    },
  },
  ...part(
    `${path}/:id/profileskills`,
    'profileSkills',
    'the skills in the profile of a user',
    'PUT',
    [],
    { view: 'directory:userProfile:view', edit: 'directory:userProfile:edit' },
    textsIn,
  ),
  ...part(
    '/api/v2/voicemail/userpolicies/:id',
    'voicemailPolicy',
    'what a user wants with voicemail',
    'PATCH',
    {},
    {
      view: 'voicemail:userPolicy:viewOther',
      edit: 'voicemail:userPolicy:viewOther',
    },
    (call, user) => ({ ...user.voicemailPolicy, ...call.object({}) }),
  ),
  ...part(
    utilization,
    'utilization',
    'how much a user can handle at a time',
    'PUT',
    wholeOrg,
    { view: 'routing:utilization:view', edit: 'routing:utilization:manage' },
    (call) => call.object(utilizationTable),
  ),
  {
    method: 'DELETE',
    path: utilization,
    does: 'lets a user handle as much as everybody',
    permission: 'routing:utilization:manage',
    answers: [204, 404],
    certainty: 'believed',
    handle: (call) => {
      call.org.put('user', withoutField(call.the('user'), 'utilization'));
      return undefined;
    },
  },
  {
    method: 'POST',
    path: `${path}/:id/password`,
    does: 'gives a user a new password',
    permission: 'directory:user:setPassword',
    answers: [204, 404],
    certainty: 'documented',
    note: 'It is not kept: nobody logs in here.',
    handle: (call) => {
      call.the('user');
      call.object({ newPassword: required(secretText(1000, 1)) });
      return undefined;
    },
  },
];
