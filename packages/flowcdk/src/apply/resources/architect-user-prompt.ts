import type { Attributes } from '../attributes';
import { collection } from '../resource-kind';
import { isValues, listOf } from '../values';

const path = '/api/v2/architect/prompts';

/** Audio files are not uploaded: `filename` is refused as an attribute that is not known. */
const resourceOf = (given: Attributes) => ({ ...given.fields('language', 'tts_string', 'text'), tags: {} });

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
      if (there.includes(language)) await api.put(`${path}/${id}/resources/${language}`, resourceOf(resource));
      else await api.post(`${path}/${id}/resources`, resourceOf(resource));
    }
  },
});
