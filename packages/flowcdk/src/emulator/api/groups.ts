import { type JsonObject, omit } from '../state/json';
import type { Group } from '../state/tables/group';
import { danglingReferences } from '../state/references';
import type { Call } from './call';
import { collection, type Collection, shownOf } from './collection';
import { page } from './paging';
import { dangling } from './refusals';
import { Reply, type Route } from './route';
import { listOf, required, text, whole, yesNo } from '../state/shape';
import { search } from './users';

const path = '/api/v2/groups';
const inner = ['grants', 'memberIds', 'voicemailPolicy', 'ownerIds'];

const groups: Collection<'group'> = {
  kind: 'group',
  path,
  permission: { add: 'directory:group:add', edit: 'directory:group:edit', delete: 'directory:group:delete' },
  certainty: 'documented',
  version: 'counted',
  keeps: ['type'],
  hides: inner,
  complete: (sent) => ({
    ...sent,
    // For a group without owners, Terraform's provider sends one blank id.
    ...(sent.ownerIds === undefined ? {} : { owners: idsIn(sent.ownerIds).map((id) => ({ id })) }),
  }),
  view: (group, shown) => ({ ...shown, memberCount: group.memberIds?.length ?? 0 }),
};

const idsIn = (list: readonly string[] = []): string[] => list.map((id) => id.trim()).filter((id) => id !== '');

function keepMembers(group: Group, memberIds: readonly string[], { org }: Call): void {
  const after: Group = { ...group, memberIds, version: group.version + 1 };
  const missing = danglingReferences(org, 'group', after);
  if (missing.length > 0) throw dangling(missing);
  org.put('group', after);
}

/** A setting that nobody set is off. */
const policyOf = (group: Group): JsonObject => ({
  name: group.name,
  enabled: false,
  sendEmailNotifications: false,
  disableEmailPii: false,
  includeEmailTranscriptions: false,
  ...group.voicemailPolicy,
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
      const individuals = idsIn(group.memberIds).map((id) => {
        const user = call.org.get('user', id);
        return { id, name: user?.name, email: user?.email, selfUri: `/api/v2/users/${id}` };
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
      keepMembers(group, [...new Set([...idsIn(group.memberIds), ...idsIn(memberIds)])], call);
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
        idsIn(group.memberIds).filter((id) => !gone.includes(id)),
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
      const voicemailPolicy = { ...group.voicemailPolicy, ...sent };
      return policyOf(call.org.put('group', { ...group, voicemailPolicy }));
    },
  },
];
