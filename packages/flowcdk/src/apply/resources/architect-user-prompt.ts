import { architectUserPrompt as table } from '@flowcdk/provider-genesyscloud/tables';
import type { Api } from '../api';
import type { Attributes } from '../attributes';
import { bodyOf } from '../body-of';
import { collection } from '../resource-kind';
import { isValues, listOf, type Values } from '../values';

const path = '/api/v2/architect/prompts';

/** The provider keeps the name of a recording in the tags. */
function resourceOf(attributes: Attributes) {
  const filename = attributes.text('filename');
  return {
    ...bodyOf(table.resources.schema, attributes),
    tags: filename === undefined ? {} : { filename: [filename] },
  };
}

/** Sends the recording of a language to where the org wants it. */
async function upload(attributes: Attributes, resource: Values, api: Api): Promise<void> {
  // The hash only makes Terraform see that the recording is another one.
  attributes.value('file_content_hash');
  if (attributes.text('filename') !== undefined)
    await api.uploadForm(String(resource['uploadUri']), attributes.fileContent('filename'));
}

export const architectUserPrompt = collection({
  path,
  table,
  fixed: ['name'],
  removal: '?allResources=true',
  then: async ({ id }, attributes, api) => {
    const { resources } = await api.get(`${path}/${id}?includeMediaUris=true&includeResources=true`);
    const present = listOf(resources).map((resource) => (isValues(resource) ? String(resource['language']) : ''));
    const planned = attributes.blocks('resources');
    const languages = planned.map((resource) => resource.needed('language'));
    for (const gone of present.filter((language) => !languages.includes(language))) {
      await api.delete(`${path}/${id}/resources/${gone}`);
    }
    for (const resource of planned) {
      const language = resource.needed('language');
      const inOrg = present.includes(language)
        ? await api.put(`${path}/${id}/resources/${language}`, resourceOf(resource))
        : await api.post(`${path}/${id}/resources`, resourceOf(resource));
      await upload(resource, inOrg, api);
    }
  },
});
