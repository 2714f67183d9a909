import { defined } from '../../ground/defined';
import type { Api, Body } from '../api';
import type { Attributes } from '../attributes';
import type { Made, ResourceKind } from '../resource-kind';

const path = '/api/v2/users';

export const user: ResourceKind = {
  fixed: [],
  create: async (given, api, begun) => {
    const division = given.text('division_id');
    const { id } = await api.post(path, { ...bodyOf(given), divisionId: division });
    const made = { id: String(id) };
    begun(made);
    await complete(made, given, api);
    const password = given.value('password');
    if (password !== undefined) await api.post(`${path}/${made.id}/password`, { newPassword: password });
    return made;
  },
  update: async (made, given, api) => {
    given.value('password');
    const division = given.text('division_id');
    if (division !== undefined) await api.post(`/api/v2/authorization/divisions/${division}/objects/USER`, [made.id]);
    await complete(made, given, api, bodyOf(given));
    return made;
  },
  exists: async ({ id }, api) => (await api.find(`${path}/${id}`)) !== undefined,
  remove: ({ id }, api) => api.delete(`${path}/${id}`),
};

const bodyOf = (given: Attributes) => ({
  ...given.fields('name', 'department', 'email', 'title'),
  addresses: given.blocks('addresses').flatMap((addresses) => [
    ...addresses.blocks('other_emails').map((email) => ({ ...email.fields('address', 'type'), mediaType: 'EMAIL' })),
    ...addresses.blocks('phone_numbers').map((phone) => ({
      address: phone.text('number'),
      mediaType: phone.text('media_type') ?? 'PHONE',
      ...phone.fields('type', 'extension'),
    })),
  ]),
  state: given.text('state') ?? 'active',
});

const locationsOf = (given: Attributes) =>
  given.blocks('locations').map((place) => ({ id: place.text('location_id'), ...place.fields('notes') }));

/** What the provider sends after the user is there. */
async function complete({ id }: Made, given: Attributes, api: Api, changes: { readonly [name: string]: Body } = {}) {
  const employer = given.block('employer_info');
  const { version } = await api.get(`${path}/${id}`);
  await api.patch(`${path}/${id}`, {
    ...changes,
    manager: given.text('manager') ?? '',
    version,
    ...defined({ locations: given.value('locations') === undefined ? undefined : locationsOf(given) }),
    acdAutoAnswer: given.value('acd_auto_answer') ?? false,
    ...given.fields('certifications'),
    employerInfo: employer?.fields('official_name', 'employee_id', 'employee_type', 'date_hire'),
  });
  const skills = given.texts('profile_skills');
  if (skills !== undefined) await api.put(`${path}/${id}/profileskills`, [...skills]);
  await setRouting(id, given, api);
  const voicemail = given.block('voicemail_userpolicies');
  if (voicemail) {
    const policy = voicemail.fields('alert_timeout_seconds', 'send_email_notifications');
    await api.patch(`/api/v2/voicemail/userpolicies/${id}`, policy);
  }
}

async function setRouting(id: string, given: Attributes, api: Api): Promise<void> {
  for (const [name, called, word] of [
    ['routing_skills', 'skill_id', 'routingskills'],
    ['routing_languages', 'language_id', 'routinglanguages'],
  ] as const) {
    if (given.value(name) === undefined) continue;
    const wanted = given.blocks(name).map((one) => ({ id: one.needed(called), ...one.fields('proficiency') }));
    const there = (await api.all(`${path}/${id}/${word}`)).map((one) => String(one['id']));
    for (const gone of there.filter((one) => !wanted.some((other) => other.id === one))) {
      await api.delete(`${path}/${id}/${word}/${gone}`);
    }
    if (wanted.length > 0) await api.patch(`${path}/${id}/${word}/bulk`, wanted);
  }
  const utilization = given.block('routing_utilization');
  if (utilization) await api.put(`/api/v2/routing/users/${id}/utilization`, utilizationOf(utilization));
}

const media = ['call', 'callback', 'chat', 'email', 'message'];

function utilizationOf(given: Attributes): Body {
  const labels = given.blocks('label_utilizations');
  return {
    utilization: Object.fromEntries(
      media.flatMap((medium) => {
        const block = given.block(medium);
        return block ? [[medium, capacityOf(block)] as const] : [];
      }),
    ),
    labelUtilizations: Object.fromEntries(
      labels.map((label) => [
        label.needed('label_id'),
        {
          maximumCapacity: label.value('maximum_capacity'),
          interruptingLabelIds: label.texts('interrupting_label_ids') ?? [],
        },
      ]),
    ),
  };
}

const capacityOf = (block: Attributes): Body => ({
  maximumCapacity: block.value('maximum_capacity'),
  interruptableMediaTypes: block.texts('interruptible_media_types') ?? [],
  includeNonAcd: block.value('include_non_acd') ?? false,
});
