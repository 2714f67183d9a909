import type { Api } from '../api';
import type { Attributes } from '../attributes';
import { publishFailed } from '../refusals';
import type { Exported, ResourceKind } from '../resource-kind';
import { isValues, listOf, type Values } from '../values';

/**
 * The file says the name and the kind under which the flow is published. A flow of another name is another flow. The one
 * of the old name stays, as with Terraform.
 */
export const flow: ResourceKind = {
  fixed: [],
  files: ['filepath'],
  create: publish,
  update: async ({ id }, attributes, api) => {
    if (attributes.value('force_unlock') === true) await api.post(`/api/v2/flows/actions/unlock?flow=${id}`);
    return publish(attributes, api);
  },
  exists: async ({ id }, api) => (await api.find(`/api/v2/flows/${id}?deleted=false`)) !== undefined,
  remove: ({ id }, api) => api.delete(`/api/v2/flows/${id}`),
};

/** How often a job that is not done is looked at. The provider looks every 15 seconds, for 16 minutes. */
const MOST_POLLS = 64;

async function publish(attributes: Attributes, api: Api): Promise<Exported> {
  attributes.value('update_trigger_hash');
  attributes.value('force_unlock');
  const text = substituted(attributes.fileText('filepath'), attributes.textMap('substitutions') ?? {});
  const job = await api.post('/api/v2/flows/jobs');
  const headers = isValues(job['headers']) ? (job['headers'] as Readonly<Record<string, string>>) : {};
  await api.upload(String(job['presignedUrl']), headers, text);
  for (let poll = 1; ; poll++) {
    const {
      status,
      flow: published,
      messages,
    } = await api.get(`/api/v2/flows/jobs/${String(job['id'])}?expand=messages`);
    if (status === 'Success' && isValues(published)) return { id: String(published['id']) };
    if (status === 'Failure' || status === 'Success') throw publishFailed(attributes.address, textsOf(messages));
    if (poll === MOST_POLLS)
      throw publishFailed(attributes.address, [`after ${MOST_POLLS} looks the job is ${String(status)}`]);
    await api.pause(15_000);
  }
}

/** Replaces `{{key}}` in the text. A key without a value stays. */
const substituted = (text: string, substitutions: Readonly<Record<string, string>>): string =>
  Object.entries(substitutions).reduce((sofar, [key, value]) => sofar.replaceAll(`{{${key}}}`, () => value), text);

const textsOf = (messages: Values[string] | undefined): readonly string[] => {
  const texts = listOf(messages).flatMap((message) => (isValues(message) ? [String(message['text'])] : []));
  return texts.length > 0 ? texts : ['the org gives no reason'];
};
