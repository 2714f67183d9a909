import { fieldsOf, itemsOf, type JsonObject, omit, textOf } from '../state/json';
import type { Entity } from '../state/org';
import { danglingReferences } from '../state/references';
import type { Call } from './call';
import { collection, type Collection, shownOf } from './collection';
import { page } from './paging';
import { dangling } from './problems';
import { Reply, type Route } from './route';
import { anyObject, listOf, name, oneOf, required, text, whole, yesNo } from './shape';
import { search } from './users';

const path = '/api/v2/groups';
const inner = ['grants', 'memberIds', 'voicemailPolicy', 'ownerIds'];

const groups: Collection = {
  kind: 'group',
  path,
  permission: { add: 'directory:group:add', edit: 'directory:group:edit', delete: 'directory:group:delete' },
  certainty: 'documented',
  body: {
    name,
    description: text(),
    type: oneOf('official', 'social'),
    visibility: oneOf('public', 'owners', 'members'),
    rulesVisible: yesNo,
    addresses: listOf(anyObject),
    ownerIds: listOf(text()),
    rolesEnabled: yesNo,
    callsEnabled: yesNo,
    includeOwners: yesNo,
    version: whole(),
  },
  version: 'counted',
  keeps: ['type', 'memberIds', 'voicemailPolicy', 'grants', 'owners'],
  hides: inner,
  complete: ({ ownerIds, ...sent }) => ({
    ...omit(sent, [...inner, 'owners']),
    state: 'active',
    // Without owners the provider sends one that is blank.
    ...(ownerIds === undefined ? {} : { owners: idsIn(ownerIds).map((id) => ({ id })) }),
  }),
  view: (group, shown) => ({ ...shown, memberCount: itemsOf(group['memberIds']).length }),
};

const idsIn = (list: Parameters<typeof itemsOf>[0]): string[] =>
  itemsOf(list).flatMap((id) => {
    const given = textOf(id)?.trim();
    return given === undefined || given === '' ? [] : [given];
  });

function keepMembers(group: Entity, memberIds: readonly string[], { org }: Call): void {
  const after: Entity = { ...group, memberIds, version: Number(group['version']) + 1 };
  const missing = danglingReferences(org, 'group', after);
  if (missing.length > 0) throw dangling(missing);
  org.put('group', after);
}

/** What was never set is off. */
const policyOf = (group: Entity): JsonObject => ({
  name: group['name'],
  enabled: false,
  sendEmailNotifications: false,
  disableEmailPii: false,
  includeEmailTranscriptions: false,
  ...fieldsOf(group['voicemailPolicy']),
  group: { id: group.id },
});

export const groupRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/search`,
    does: 'finds groups by fields',
    answers: [200],
    certainty: 'documented',
    handle: (call) => search(call, call.org.all('group'), (group) => shownOf(groups, group, call)),
  },
  ...collection(groups),
  {
    method: 'GET',
    path: `${path}/:id/individuals`,
    does: 'lists who is in a group',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const group = call.the('group');
      const individuals = idsIn(group['memberIds']).map((id) => {
        const { name: userName, email } = fieldsOf(call.org.get('user', id));
        return { id, name: userName, email, selfUri: `/api/v2/users/${id}` };
      });
      return page(call, individuals, `${path}/${group.id}/individuals`);
    },
  },
  {
    method: 'POST',
    path: `${path}/:id/members`,
    does: 'adds members to a group',
    answers: [202, 404],
    certainty: 'documented',
    handle: (call) => {
      const group = call.the('group');
      const { memberIds } = call.object({ memberIds: required(listOf(text())), version: whole() });
      keepMembers(group, [...new Set([...idsIn(group['memberIds']), ...idsIn(memberIds)])], call);
      return new Reply(202, {});
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:id/members`,
    does: 'takes members from a group',
    answers: [202, 404],
    certainty: 'documented',
    handle: (call) => {
      const group = call.the('group');
      const gone = (call.query('ids') ?? '').split(',');
      keepMembers(
        group,
        idsIn(group['memberIds']).filter((id) => !gone.includes(id)),
        call,
      );
      return new Reply(202, {});
    },
  },
  {
    method: 'GET',
    path: '/api/v2/voicemail/groups/:id/policy',
    does: 'gives what a group wants with voicemail',
    permission: 'voicemail:groupPolicy:view',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => policyOf(call.the('group')),
  },
  {
    method: 'PATCH',
    path: '/api/v2/voicemail/groups/:id/policy',
    does: 'changes what a group wants with voicemail',
    permission: 'voicemail:groupPolicy:edit',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const group = call.the('group');
      const sent = omit(call.object({ enabled: yesNo, sendEmailNotifications: yesNo }), ['group', 'name']);
      const voicemailPolicy = { ...fieldsOf(group['voicemailPolicy']), ...sent };
      return policyOf(call.org.put('group', { ...group, voicemailPolicy }));
    },
  },
];
