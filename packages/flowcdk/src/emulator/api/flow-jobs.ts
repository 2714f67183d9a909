import type { Judged } from '../publish/publish';
import { Slices } from '../runtime/slices';
import { publishFlow } from '../publish/publish-flow';
import { fieldsOf, itemsOf, type JsonObject, omit, textOf } from '../state/json';
import type { Flow, FlowJob, FlowVersion } from '../state/tables/flow';
import type { Call } from './call';
import { homeDivision } from './collection';
import { notFound, notThere, wrongValue } from './refusals';
import { presigned, presignedRoute } from './presigned';
import { loadPublisher, publisher } from './publisher';
import { Reply, type Route, textReply } from './route';
import { listOf, object, required, text } from '../state/shape';

const path = '/api/v2/flows';
/** Bytes. Larger than any flow that Architect publishes. */
const LARGEST_FLOW = 20_000_000;

/** A job of one kind: each kind has its own path. */
function jobIn(call: Call, command: FlowJob['command']): FlowJob {
  const job = call.the('flowJob');
  if (job.command !== command) throw notFound('flowJob', job.id);
  return job;
}

/** The state of a job. It has messages only where the caller asks for them. */
function shown(call: Call, command: FlowJob['command'], at: string): JsonObject {
  const job = jobIn(call, command);
  return {
    ...(call.expansions('messages').has('messages') ? job : omit(job, ['messages'])),
    ...(command === 'Export' ? { downloadUrl: presigned(call, `/flowcdk/exports/${job.id}`) } : {}),
    selfUri: `${at}/${job.id}`,
  };
}

/** Errors come first, because they made the job fail. */
const messagesOf = (judged: Judged, dateTime: string): NonNullable<FlowJob['messages']> => [
  ...('problems' in judged ? judged.problems : []).map((problem) => ({ type: 'Error', text: problem, dateTime })),
  ...judged.warnings.map((warning) => ({ type: 'Warning', text: `Warning: ${warning}`, dateTime })),
];

/** Reads `{ flows: [{ flow: { id, version } }] }`: the named published version of each flow, or the latest. */
function versionsIn(call: Call): { readonly flow: Flow; readonly version: FlowVersion }[] {
  const { flows } = call.object({
    flows: required(
      listOf(object({ flow: required(object({ id: required(text(256)), version: text(20) })), exportType: text(20) })),
    ),
  });
  if (flows.length === 0) throw wrongValue('flows: there is no flow in the list', 'flows');
  return flows.map(({ flow: { id, version: requestedVersion } }, i) => {
    const flow = call.org.get('flow', id);
    if (!flow) throw wrongValue(`flows[${i}].flow.id: there is no flow with the id ${id}`, `flows[${i}].flow.id`);
    const version = call.org.get('flowVersion', `${flow.id}/${requestedVersion ?? `${flow.versions}.0`}`);
    if (version) return { flow, version };
    throw wrongValue(
      `flows[${i}].flow.version: the flow '${flow.name}' has no version ${requestedVersion}`,
      `flows[${i}].flow.version`,
    );
  });
}

/** Judges the flows one after another, and lets the org answer others meanwhile. */
async function judgedIn(call: Call): Promise<readonly Judged[]> {
  const slices = new Slices();
  const judged: Judged[] = [];
  for (const { version } of versionsIn(call)) {
    if (slices.over) await slices.next();
    judged.push(publisher().judge(version.yaml, call.org));
  }
  return judged;
}

export const flowJobRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/jobs`,
    does: 'registers a job and says where to upload the flow',
    permission: 'architect:job:create',
    answers: [200],
    certainty: 'documented',
    handle: (call) => {
      const { org } = call;
      const id = org.newId();
      org.put('flowJob', { id, status: 'Registered', command: 'Publish' });
      return {
        id,
        presignedUrl: presigned(call, `/flowcdk/uploads/${id}`),
        headers: {},
        correlationId: id,
        messages: [],
        selfUri: `${path}/jobs/${id}`,
      };
    },
  },
  presignedRoute({
    method: 'PUT',
    path: '/flowcdk/uploads/:id',
    does: 'takes the YAML of a job and publishes it: read, checked, its names looked up in the org',
    answers: [200, 404],
    certainty: 'believed',
    note: 'The cloud publishes with Archy. Which flows it refuses is known of examples only; the texts are ours.',
    bodyLimit: LARGEST_FLOW,
    prepare: loadPublisher,
    handle: (call) => {
      const { org, parts } = call;
      const job = jobIn(call, 'Publish');
      // A retry of Terraform's provider has an empty body. It must not undo the publish.
      if (job.status !== 'Registered') return new Reply(200, {});
      const judged = publisher().judge(parts.text, org);
      const messages = messagesOf(judged, org.now.toISOString());
      if ('problems' in judged) {
        org.put('flowJob', { ...job, status: 'Failure', messages });
        return new Reply(200, {});
      }
      const { id, name, type } = publishFlow(org, judged.flow, parts.text, homeDivision(org));
      org.put('flowJob', { ...job, status: 'Success', messages, flow: { id, name, type } });
      return new Reply(200, {});
    },
  }),
  {
    method: 'GET',
    path: `${path}/jobs/:id`,
    does: 'tells what became of a job',
    permission: 'architect:job:view',
    answers: [200, 404],
    certainty: 'documented',
    note: 'A job ends with the upload; there is nothing to wait for.',
    handle: (call) => shown(call, 'Publish', `${path}/jobs`),
  },
  {
    method: 'POST',
    path: `${path}/validate/jobs`,
    does: 'judges published flows again, against what the org holds now',
    permission: 'architect:jobValidate:create',
    answers: [200],
    certainty: 'believed',
    note: 'A preview in the cloud.',
    prepare: loadPublisher,
    takesTime: true,
    handle: async (call) => {
      const { org } = call;
      const judged = await judgedIn(call);
      const status = judged.some((verdict) => 'problems' in verdict) ? 'Failure' : 'Success';
      const messages = judged.flatMap((verdict) => messagesOf(verdict, org.now.toISOString()));
      const { id } = org.put('flowJob', { id: org.newId(), command: 'Validate', status, messages });
      return { id, status, selfUri: `${path}/validate/jobs/${id}` };
    },
  },
  {
    method: 'GET',
    path: `${path}/validate/jobs/:id`,
    does: 'tells what became of the judging of flows',
    permission: 'architect:jobValidate:view',
    answers: [200, 404],
    certainty: 'believed',
    handle: (call) => shown(call, 'Validate', `${path}/validate/jobs`),
  },
  {
    method: 'POST',
    path: `${path}/export/jobs`,
    does: 'prepares the YAML of a flow for download',
    permission: 'architect:jobExport:create',
    answers: [200],
    certainty: 'documented',
    note: 'One flow at a time, as the YAML that was uploaded.',
    handle: (call) => {
      const [only, ...others] = versionsIn(call);
      if (!only || others.length > 0) throw wrongValue('flows: the local org exports one flow at a time', 'flows');
      const exportType = textOf(fieldsOf(itemsOf(fieldsOf(call.parts.body)['flows'])[0])['exportType']);
      if (exportType !== undefined && exportType.toLowerCase() !== 'yaml') {
        throw wrongValue(`flows[0].exportType: the local org exports YAML, not ${exportType}`, 'flows[0].exportType');
      }
      const { flow, version } = only;
      const { id } = call.org.put('flowJob', {
        id: call.org.newId(),
        command: 'Export',
        status: 'Success',
        messages: [],
        flow: { id: flow.id, name: flow.name, type: flow.type },
        version: version.version,
      });
      return { id, status: 'Success', totalFlows: 1, selfUri: `${path}/export/jobs/${id}` };
    },
  },
  {
    method: 'GET',
    path: `${path}/export/jobs/:id`,
    does: 'tells where to download an exported flow',
    permission: 'architect:jobExport:view',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => shown(call, 'Export', `${path}/export/jobs`),
  },
  presignedRoute({
    method: 'GET',
    path: '/flowcdk/exports/:id',
    does: 'gives the YAML of an exported flow',
    answers: [200, 404],
    certainty: 'believed',
    handle: (call) => {
      const { flow, version } = jobIn(call, 'Export');
      const id = flow?.id ?? '';
      const yaml = call.org.get('flowVersion', `${id}/${version}`)?.yaml;
      if (yaml === undefined) throw notThere('flow any more', id);
      return textReply(yaml);
    },
  }),
];
