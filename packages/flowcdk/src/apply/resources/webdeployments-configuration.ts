import type { Api } from '../api';
import type { Attributes } from '../attributes';
import type { Made, ResourceKind } from '../resource-kind';
import { listOf, isValues } from '../values';
import { cobrowseOf, journeyEventsOf, messengerOf, supportCenterOf, videoOf } from './web-messenger';

const path = '/api/v2/webdeployments/configurations';

/** Each change is published as the next version. */
export const webdeploymentsConfiguration: ResourceKind = {
  fixed: [],
  create: async (given, api, begun) => {
    const { id } = await api.post(path, bodyOf(given));
    begun({ id: String(id) });
    return published(String(id), api);
  },
  update: async ({ id }, given, api) => {
    await api.put(`${path}/${id}/versions/draft`, bodyOf(given));
    return published(id, api);
  },
  exists: async ({ id }, api) => (await api.find(`${path}/${id}/versions/draft`)) !== undefined,
  remove: ({ id }, api) => api.delete(`${path}/${id}`),
};

async function published(id: string, api: Api): Promise<Made> {
  await api.post(`${path}/${id}/versions/draft/publish`);
  const { entities } = await api.get(`${path}/${id}/versions`);
  const versions = listOf(entities).flatMap((one) => (isValues(one) ? [Number(one['version'])] : []));
  return { id, version: String(Math.max(...versions.filter(Number.isFinite))), status: 'Active' };
}

const bodyOf = (given: Attributes) => ({
  ...given.fields('name', 'description', 'languages', 'default_language'),
  // The provider does not send false.
  headlessModeEnabled: given.value('headless_mode_enabled') === true ? true : undefined,
  customI18nLabels: given.blocks('custom_i18n_labels').map((label) => ({
    ...label.fields('language'),
    localizedLabels: label.blocks('localized_labels').map((text) => text.fields('key', 'value')),
  })),
  messenger: messengerOf(given),
  position: given.block('position')?.fields('alignment', 'side_space', 'bottom_space'),
  supportCenter: supportCenterOf(given),
  cobrowse: cobrowseOf(given),
  journeyEvents: journeyEventsOf(given),
  authenticationSettings: given
    .block('authentication_settings')
    ?.fields('enabled', 'integration_id', 'allow_session_upgrade'),
  video: videoOf(given),
});
