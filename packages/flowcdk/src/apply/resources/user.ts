import { user as table } from '@flowcdk/provider-genesyscloud/tables';
import type { Api } from '../api';
import type { Attributes } from '../attributes';
import { bodyOf, type Fields } from '../body-of';
import { type Exported, labelled, type ResourceKind } from '../resource-kind';

const path = '/api/v2/users';

export const user: ResourceKind = {
  fixed: [],
  create: async (attributes, api, begun) => {
    const { later, ...body } = partsOf(bodyOf(table, attributes));
    const { id } = await api.post(path, body);
    const exported = { id: String(id) };
    begun(exported);
    await complete(exported, attributes, api, later);
    const password = attributes.value('password');
    if (password !== undefined) await api.post(`${path}/${exported.id}/password`, { newPassword: password });
    return exported;
  },
  update: async (exported, attributes, api) => {
    attributes.value('password');
    const division = attributes.text('division_id');
    if (division !== undefined) {
      await api.post(`/api/v2/authorization/divisions/${division}/objects/USER`, [exported.id]);
    }
    await complete(exported, attributes, api, bodyOf(table, attributes, 'change'));
    return exported;
  },
  alike: labelled(path, 'email'),
  exists: async ({ id }, api) => (await api.find(`${path}/${id}`)) !== undefined,
  remove: ({ id }, api) => api.delete(`${path}/${id}`),
};

/** What the provider sends only after the user is there. */
function partsOf({ manager, locations, acdAutoAnswer, certifications, employerInfo, ...body }: Fields) {
  return { ...body, later: { manager, locations, acdAutoAnswer, certifications, employerInfo } };
}

async function complete({ id }: Exported, attributes: Attributes, api: Api, changes: Fields): Promise<void> {
  const { version } = await api.get(`${path}/${id}`);
  await api.patch(`${path}/${id}`, { ...changes, version });
  const skills = attributes.texts('profile_skills');
  if (skills !== undefined) await api.put(`${path}/${id}/profileskills`, [...skills]);
  await setRouting(id, attributes, api);
  const voicemail = attributes.block('voicemail_userpolicies');
  if (voicemail) {
    const policy = bodyOf(table.voicemailUserpolicies.schema, voicemail);
    await api.patch(`/api/v2/voicemail/userpolicies/${id}`, policy);
  }
}

/** Skills and languages, each with how well the user has it. */
const proficiencies = [
  { name: 'routing_skills', table: table.routingSkills.schema, word: 'routingskills' },
  { name: 'routing_languages', table: table.routingLanguages.schema, word: 'routinglanguages' },
];

async function setRouting(id: string, attributes: Attributes, api: Api): Promise<void> {
  for (const { name, table: columns, word } of proficiencies) {
    if (attributes.value(name) === undefined) continue;
    const planned = attributes.blocks(name).map((block) => bodyOf(columns, block));
    const present = (await api.all(`${path}/${id}/${word}`)).map((entity) => String(entity['id']));
    for (const gone of present.filter((each) => !planned.some((other) => other['id'] === each))) {
      await api.delete(`${path}/${id}/${word}/${gone}`);
    }
    if (planned.length > 0) await api.patch(`${path}/${id}/${word}/bulk`, planned);
  }
  const utilization = attributes.block('routing_utilization');
  if (utilization) {
    const body = { utilization: {}, ...bodyOf(table.routingUtilization.schema, utilization) };
    await api.put(`/api/v2/routing/users/${id}/utilization`, body);
  }
}
