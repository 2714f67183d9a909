import type { Api } from '../api';
import type { Attributes } from '../attributes';
import { collection } from '../resource-kind';
import { isValues, listOf, type Values } from '../values';

const path = '/api/v2/architect/prompts';

/** The provider keeps the name of a recording in the tags. */
function resourceOf(given: Attributes): Values {
  const filename = given.text('filename');
  const tags = filename === undefined ? {} : { filename: [filename] };
  return { ...given.fields('language', 'tts_string', 'text'), tags };
}

/** Sends the recording of a language to where the org wants it. */
async function upload(given: Attributes, kept: Values, api: Api): Promise<void> {
  // It only tells that the recording is another one.
  given.value('file_content_hash');
  if (given.text('filename') !== undefined)
    await api.uploadForm(String(kept['uploadUri']), given.fileContent('filename'));
}

export const architectUserPrompt = collection({
  path,
  fixed: ['name'],
  removal: '?allResources=true',
  body: (given) => given.fields('name', 'description'),
  then: async ({ id }, given, api) => {
    const { resources } = await api.get(`${path}/${id}?includeMediaUris=true&includeResources=true`);
    const there = listOf(resources).map((resource) => (isValues(resource) ? String(resource['language']) : ''));
    const wanted = given.blocks('resources');
    const languages = wanted.map((resource) => resource.needed('language'));
    for (const gone of there.filter((language) => !languages.includes(language))) {
      await api.delete(`${path}/${id}/resources/${gone}`);
    }
    for (const resource of wanted) {
      const language = resource.needed('language');
      const kept = there.includes(language)
        ? await api.put(`${path}/${id}/resources/${language}`, resourceOf(resource))
        : await api.post(`${path}/${id}/resources`, resourceOf(resource));
      await upload(resource, kept, api);
    }
  },
});
