import { routingQueue as table } from '@flowcdk/provider-genesyscloud/tables';
import type { Api } from '../api';
import type { Attributes } from '../attributes';
import { memberOfGroup } from '../refusals';
import { collection, type Exported, movedToDivision } from '../resource-kind';

const path = '/api/v2/routing/queues';
const moved = movedToDivision('QUEUE');

export const routingQueue = collection({
  path,
  table,
  removal: '?forceDelete=true',
  // The provider sends these also where they hold nothing.
  fields: (_attributes, { mediaSettings = {}, outboundMessagingAddresses = {} }) => ({
    mediaSettings,
    outboundMessagingAddresses,
  }),
  then: async (exported, attributes, api, occasion) => {
    await moved(exported, attributes, api, occasion);
    await setMembers(exported, attributes, api);
    await setWrapupCodes(exported, attributes, api);
  },
});

const ids = (names: readonly string[]) => names.map((id) => ({ id }));

/** Members and wrap-up codes are left alone where the stack does not name any. */
async function setMembers({ id }: Exported, attributes: Attributes, api: Api): Promise<void> {
  const ignored = attributes.value('ignore_members') === true || attributes.value('members') === undefined;
  const planned = attributes.blocks('members').map((member) => ({
    id: member.needed('user_id'),
    ring: member.value('ring_num') ?? 1,
  }));
  if (ignored) return;
  await mustNotBeInGroups(id, planned, attributes, api);
  const members = await api.all(`${path}/${id}/members`, { memberBy: 'user' });
  const present = new Map(members.map((member) => [String(member['id']), member['ringNumber'] ?? 1]));
  const gone = [...present.keys()].filter((member) => !planned.some(({ id: user }) => user === member));
  const added = planned.filter((member) => !present.has(member.id)).map((member) => member.id);
  if (gone.length > 0) await api.post(`${path}/${id}/members?delete=true`, ids(gone));
  if (added.length > 0) await api.post(`${path}/${id}/members?delete=false`, ids(added));
  for (const member of planned.filter((user) => (present.get(user.id) ?? 1) !== user.ring)) {
    await api.patch(`${path}/${id}/members/${member.id}`, { id: member.id, ringNumber: member.ring });
  }
}

/** As the provider does: a user who is in a queue because of a group cannot be put there once more. */
async function mustNotBeInGroups(
  id: string,
  planned: readonly { readonly id: string }[],
  { address }: Attributes,
  api: Api,
): Promise<void> {
  if (planned.length === 0) return;
  const byGroup = new Set(
    (await api.all(`${path}/${id}/members`, { memberBy: 'group' })).map((member) => member['id']),
  );
  const twice = planned.find((member) => byGroup.has(member.id));
  if (twice) throw memberOfGroup(address, twice.id);
}

async function setWrapupCodes({ id }: Exported, attributes: Attributes, api: Api): Promise<void> {
  const planned = attributes.texts('wrapup_codes');
  if (planned === undefined) return;
  const present = (await api.all(`${path}/${id}/wrapupcodes`)).map((code) => String(code['id']));
  for (const code of present.filter((each) => !planned.includes(each))) {
    await api.delete(`${path}/${id}/wrapupcodes/${code}`);
  }
  const added = planned.filter((code) => !present.includes(code));
  if (added.length > 0) await api.post(`${path}/${id}/wrapupcodes`, ids(added));
}
