import type { Api } from '../api';
import type { Attributes } from '../attributes';
import { collection, type Made } from '../resource-kind';
import { isValues, listOf } from '../values';

const path = '/api/v2/groups';

export const group = collection({
  path,
  fixed: ['type'],
  versioned: true,
  body: (given, changing) => ({
    ...given.fields('name', 'description', 'rules_visible', 'visibility'),
    ...given.fields('owner_ids'),
    rolesEnabled: given.value('roles_enabled') ?? true,
    includeOwners: given.value('include_owners') ?? true,
    callsEnabled: given.value('calls_enabled') ?? true,
    ...(changing ? {} : { type: given.text('type') ?? 'official' }),
    visibility: given.text('visibility') ?? 'public',
    rulesVisible: given.value('rules_visible') ?? true,
    addresses: given.blocks('addresses').map((address) => ({
      address: address.text('number'),
      extension: address.text('extension'),
      type: address.text('type'),
      mediaType: 'PHONE',
    })),
  }),
  then: async (made, given, api) => {
    given.value('type');
    await setMembers(made, given, api);
    const policy = given.block('voicemail_policy');
    await api.patch(`/api/v2/voicemail/groups/${made.id}/policy`, {
      enabled: policy !== undefined,
      ...(policy && {
        sendEmailNotifications: policy.value('send_email_notifications') ?? false,
        disableEmailPii: policy.value('disable_email_pii') ?? false,
        includeEmailTranscriptions: policy.value('include_email_transcriptions') ?? false,
      }),
    });
  },
});

async function setMembers({ id }: Made, given: Attributes, api: Api): Promise<void> {
  const wanted = given.texts('member_ids');
  if (wanted === undefined) return;
  const { entities } = await api.get(`${path}/${id}/individuals`);
  const there = listOf(entities).flatMap((member) => (isValues(member) ? [String(member['id'])] : []));
  const gone = there.filter((member) => !wanted.includes(member));
  const added = wanted.filter((member) => !there.includes(member));
  if (gone.length > 0) await api.delete(`${path}/${id}/members?ids=${gone.join(',')}`);
  if (added.length === 0) return;
  const { version } = await api.get(`${path}/${id}`);
  await api.post(`${path}/${id}/members`, { memberIds: added, version });
}
