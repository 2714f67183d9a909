import { flowInstanceRoutes } from '../../../src/emulator/api/flow-instances';
import { workflowYaml } from '../private/flows';
import { asker } from '../runtime/private/ask';
import { callTo, pass } from '../runtime/private/calls';
import { livingOrg } from '../runtime/private/living-org';

/** A call that broke, and ten seconds later a workflow that did not. */
function history() {
  const org = livingOrg();
  const placed = callTo(org, {
    name: 'line',
    actions: ["- playAudio: { name: Broken, audio: { exp: 'ToAudioTTS(ToString(GetAt(MakeList(1), 4)))' } }"],
  });
  pass(org, 10);
  org.launch(
    org.publish(workflowYaml('report', '          - wait: { name: A while, duration: { lit: { seconds: 5 } } }')),
  );
  const ask = asker(flowInstanceRoutes, org.org, org.runtime);
  const idsFor = (query: Parameters<typeof ask>[1], more = ''): readonly string[] => {
    const { body } = ask(`POST /api/v2/flows/instances/query${more}`, { query: query as never });
    return (body as { entities: readonly { flowName: string }[] }).entities.map(({ flowName }) => flowName);
  };
  return { org, placed, ask, idsFor };
}

const criterion = (key: string, operator: string, value?: string) => ({
  key,
  operator,
  ...(value === undefined ? {} : { value }),
});

test.each<
  [what: string, query: (conversationId: string) => Parameters<ReturnType<typeof asker>>[1], found: readonly string[]]
>([
  ['everything, newest first', () => [], ['report', 'line']],
  ['type, in any case', () => [{ criteria: [criterion('FlowType', 'eq', 'workflow')] }], ['report']],
  ['conversation', (id) => [{ criteria: [criterion('ConversationId', 'eq', id)] }], ['line']],
  ['what broke', () => [{ criteria: [criterion('FlowErrorReason', 'not_null')] }], ['line']],
  ['how it broke', () => [{ criteria: [criterion('FlowErrorReason', 'begins', 'line')] }], []],
  [
    'start, in any time zone',
    () => [{ criteria: [criterion('FlowStartDateTime', 'gte', '2026-01-05T13:00:05+01:00')] }],
    ['report'],
  ],
  ['end', () => [{ criteria: [criterion('FlowEndDateTime', 'lt', '2026-01-05T12:00:15Z')] }], ['line']],
  [
    'one of several',
    () => [{ or: [criterion('FlowType', 'eq', 'WORKFLOW'), criterion('FlowType', 'eq', 'INBOUNDCALL')] }],
    ['report', 'line'],
  ],
  ['none of several', () => [{ not: [criterion('FlowType', 'eq', 'WORKFLOW')] }], ['line']],
  [
    'all of several',
    () => [{ and: [criterion('FlowType', 'not', 'WORKFLOW'), criterion('FlowErrorReason', 'not_null')] }],
    ['line'],
  ],
])('runs of flows are found by %s', (_, query, expected) => {
  const { placed, idsFor } = history();
  expect(idsFor(query(placed.conversation.id))).toEqual(expected);
});

test('no more than the page size', () => expect(history().idsFor([], '?pageSize=1')).toEqual(['report']));

test.each([
  ['Nonsense', 'eq', "key: 'Nonsense' cannot be asked for; there are FlowStartDateTime, "],
  ['FlowId', 'resembles', "operator: 'resembles' is none of eq, gt, "],
])('%s %s is refused', (key, operator, says) => {
  const { ask } = history();
  const answer = ask('POST /api/v2/flows/instances/query', { query: [{ criteria: [criterion(key, operator, 'x')] }] });
  expect(answer).toEqual({ status: 400, body: expect.stringContaining(says) });
});

test('what happened in a run is had by a job', () => {
  const { ask, org } = history();
  const id = org.events('flow.started')[0]?.executionId ?? '';
  const job = ask('POST /api/v2/flows/instances/jobs', { ids: [id, 'unknown'] });
  expect(job.body).toMatchObject({
    jobState: 'Success',
    entities: [
      { id, failed: false, downloadUri: expect.stringMatching(/^http:\/\/127\.0\.0\.1\//) },
      { id: 'unknown', failed: true, statusCode: 404 },
    ],
  });
  expect(ask(`GET /api/v2/flows/instances/jobs/${(job.body as { id: string }).id}`).body).toEqual(job.body);
  expect(ask(`GET /api/v2/flows/instances/${id}`).body).toMatchObject({ entities: [{ id }] });
  const [{ downloadUri = '' } = {}] = (job.body as { entities: readonly { downloadUri?: string }[] }).entities;
  expect(ask(`GET ${new URL(downloadUri).pathname}`).body).toMatchObject({
    executionId: id,
    flowType: 'INBOUNDCALL',
    flowExitReason: 'error',
    errors: [{ message: expect.any(String) }],
    execution: expect.arrayContaining([expect.objectContaining({ type: 'flow.failed' })]),
  });
});

test('a run nobody knows is not there', () => {
  expect(history().ask('GET /api/v2/flows/instances/unknown')).toMatchObject({ status: 404 });
});
