import type { judge } from '../publish/publish';
import { publishFlow, shownFlow } from '../publish/publish-flow';
import { omit, textOf } from '../state/json';
import { removeThing } from '../state/references';
import type { Call } from './call';
import { homeDivision } from './collection';
import { matches, page } from './paging';
import { notFound, wrongValue } from './problems';
import { Reply, type Route } from './route';

const path = '/api/v2/flows';
/** Larger than anything Architect publishes. */
const LARGEST_FLOW = 20_000_000;

/** Reading and checking flows takes a while to load, and many who use an org never publish one. */
let publisher: { readonly judge: typeof judge } | undefined;
const loadPublisher = async (): Promise<void> => void (publisher ??= await import('../publish/publish'));

/** The flow a query names. */
function flowIn(call: Call): ReturnType<Call['the']> {
  const id = call.query('flow');
  if (id === undefined) throw wrongValue('The query parameter flow is missing.', 'flow');
  const flow = call.org.get('flow', id);
  if (!flow) throw notFound('flow', id);
  return flow;
}

export const flowRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/jobs`,
    does: 'registers a job and says where to upload the flow',
    permission: 'architect:job:create',
    answers: [200],
    certainty: 'documented',
    handle: ({ org, parts }) => {
      const id = org.newId();
      org.put('flowJob', { id, status: 'Registered', command: 'Publish' });
      return {
        id,
        presignedUrl: `${parts.origin}/flowcdk/uploads/${id}`,
        headers: {},
        correlationId: id,
        messages: [],
        selfUri: `${path}/jobs/${id}`,
      };
    },
  },
  {
    method: 'PUT',
    path: '/flowcdk/uploads/:id',
    does: 'takes the YAML of a job and publishes it: read, checked, its names looked up in the org',
    answers: [200, 404],
    certainty: 'believed',
    note: 'The cloud publishes with Archy. Which flows it refuses is known of examples only; the texts are ours.',
    open: true,
    bodyLimit: LARGEST_FLOW,
    prepare: loadPublisher,
    handle: (call) => {
      const { org, parts } = call;
      const job = call.the('flowJob');
      // A retry of the provider comes with an empty body and must not undo what was published.
      if (job['status'] !== 'Registered') return new Reply(200, {});
      if (!publisher) throw new Error('a flow was uploaded before the publisher was loaded');
      const judged = publisher.judge(parts.text, org);
      if ('problems' in judged) {
        const dateTime = org.now.toISOString();
        const messages = judged.problems.map((text) => ({ type: 'Error', text, dateTime }));
        org.put('flowJob', { ...job, status: 'Failure', messages });
        return new Reply(200, {});
      }
      const { id, name, type } = publishFlow(org, judged.flow, parts.text, homeDivision(org));
      org.put('flowJob', { ...job, status: 'Success', messages: [], flow: { id, name, type } });
      return new Reply(200, {});
    },
  },
  {
    method: 'GET',
    path: `${path}/jobs/:id`,
    does: 'tells what became of a job',
    permission: 'architect:job:view',
    answers: [200, 404],
    certainty: 'documented',
    note: 'A job ends with the upload; there is nothing to wait for.',
    handle: (call) => {
      const job = call.the('flowJob');
      const expand = (call.query('expand') ?? '').split(',');
      return { ...(expand.includes('messages') ? job : omit(job, ['messages'])), selfUri: `${path}/jobs/${job.id}` };
    },
  },
  {
    method: 'POST',
    path: `${path}/actions/unlock`,
    does: 'unlocks a flow',
    permission: 'architect:flow:unlock',
    answers: [200, 400, 404],
    certainty: 'documented',
    note: 'Nobody edits flows in the local org, so none is ever locked.',
    handle: (call) => shownFlow(flowIn(call)),
  },
  {
    method: 'GET',
    path,
    does: 'lists every flow, by name, type or id where one is asked for',
    permission: 'architect:flow:view',
    answers: [200],
    certainty: 'documented',
    handle: (call) => {
      const [name, type, ids] = [call.query('name'), call.query('type'), call.query('id')];
      const flows = call.org
        .all('flow')
        .filter((flow) => name === undefined || matches(flow['name'], name))
        .filter(
          (flow) =>
            type === undefined ||
            type
              .toUpperCase()
              .split(',')
              .includes(textOf(flow['type']) ?? ''),
        )
        .filter((flow) => ids === undefined || ids.split(',').includes(flow.id));
      return page(call, flows.map(shownFlow), path);
    },
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    does: 'gives one flow',
    permission: 'architect:flow:view',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => shownFlow(call.the('flow')),
  },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    does: 'deletes a flow',
    permission: 'architect:flow:delete',
    answers: [204, 404, 409],
    certainty: 'documented',
    note: 'Refused while a trigger, a call route, a queue or another flow uses it.',
    handle: (call) => {
      removeThing(call.org, 'flow', call.the('flow'));
      return undefined;
    },
  },
  {
    method: 'GET',
    path: `${path}/:id/versions`,
    does: 'lists the published versions of a flow, newest first',
    permission: 'architect:flow:view',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const { id } = call.the('flow');
      const versions = call.org.all('flowVersion').filter((version) => version['flowId'] === id);
      const at = `${path}/${id}/versions`;
      return page(
        call,
        versions.reverse().map(({ version, datePublished }) => ({
          id: version,
          name: version,
          datePublished,
          selfUri: `${at}/${version}`,
        })),
        at,
      );
    },
  },
];
