import { group as table } from '@flowcdk/provider-genesyscloud/tables';
import type { Api } from '../api';
import type { Attributes } from '../attributes';
import { bodyOf } from '../body-of';
import { collection, type Exported } from '../resource-kind';
import { isValues, listOf } from '../values';

const path = '/api/v2/groups';

export const group = collection({
  path,
  table,
  fixed: ['type'],
  versioned: true,
  then: async (exported, attributes, api) => {
    await setMembers(exported, attributes, api);
    const policy = attributes.block('voicemail_policy');
    await api.patch(`/api/v2/voicemail/groups/${exported.id}/policy`, {
      enabled: policy !== undefined,
      ...(policy && bodyOf(table.voicemailPolicy.schema, policy)),
    });
  },
});

async function setMembers({ id }: Exported, attributes: Attributes, api: Api): Promise<void> {
  const planned = attributes.texts('member_ids');
  if (planned === undefined) return;
  const { entities } = await api.get(`${path}/${id}/individuals`);
  const present = listOf(entities).flatMap((member) => (isValues(member) ? [String(member['id'])] : []));
  const gone = present.filter((member) => !planned.includes(member));
  const added = planned.filter((member) => !present.includes(member));
  if (gone.length > 0) await api.delete(`${path}/${id}/members?ids=${gone.join(',')}`);
  if (added.length === 0) return;
  const { version } = await api.get(`${path}/${id}`);
  await api.post(`${path}/${id}/members`, { memberIds: added, version });
}
