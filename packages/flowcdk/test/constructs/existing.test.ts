import {
  callRoute,
  type Definition,
  type DefinitionKind,
  disconnect,
  endWorkflow,
  existing,
  type FlowDefinition,
  inboundCall,
  queue,
  setConversationData,
  string,
  task,
  transferToAcd,
  workflow,
} from '../../src';
import { trigger, conversationAcw } from '../../src/triggers';
import { stackOf } from './private/stack';

/** A flow that needs these to be there. */
const flowUsing = (...needed: readonly Definition[]): FlowDefinition => ({
  ...inboundCall({ name: 'Reception', startUp: () => task('Greet', [disconnect()]) }),
  uses: needed,
});

test.each<[DefinitionKind, string]>([
  ['flow', 'genesyscloud_flow'],
  ['dataAction', 'genesyscloud_integration_action'],
  ['integration', 'genesyscloud_integration'],
  ['queue', 'genesyscloud_routing_queue'],
  ['wrapupCode', 'genesyscloud_routing_wrapupcode'],
  ['skill', 'genesyscloud_routing_skill'],
  ['languageSkill', 'genesyscloud_routing_language'],
  ['schedule', 'genesyscloud_architect_schedules'],
  ['scheduleGroup', 'genesyscloud_architect_schedulegroups'],
  ['emergencyGroup', 'genesyscloud_architect_emergencygroup'],
  ['callRoute', 'genesyscloud_architect_ivr'],
  ['userPrompt', 'genesyscloud_architect_user_prompt'],
  ['dataTable', 'genesyscloud_architect_datatable'],
  ['flowOutcome', 'genesyscloud_flow_outcome'],
  ['flowMilestone', 'genesyscloud_flow_milestone'],
  ['user', 'genesyscloud_user'],
  ['group', 'genesyscloud_group'],
])('what the organisation has is looked up by its name: %s', (kind, type) => {
  const { data, resource } = stackOf([flowUsing(existing(kind, 'Ada & Co. ${1}'))]);

  expect(data).toEqual({ [type]: { [`${kind}-ada-co-1`]: { name: 'Ada & Co. $${1}' } } });
  expect(resource?.['genesyscloud_flow']?.['reception']).toEqual({
    filepath: 'flows/reception.inboundCall.yaml',
    update_trigger_hash: `\${sha256(join(",", [data.${type}.${kind}-ada-co-1.id]))}`,
  });
});

test.each<DefinitionKind>(['trigger', 'participantData'])(
  'what Terraform cannot look up is left to Architect, which finds it by its name: %s',
  (kind) => {
    const { data, resource } = stackOf([flowUsing(existing(kind, 'Somewhere'))]);

    expect(data).toBeUndefined();
    expect(resource?.['genesyscloud_flow']).toEqual({ reception: { filepath: 'flows/reception.inboundCall.yaml' } });
  },
);

test('a name is looked up once, however often it is written', () => {
  const [first, two] = [existing('queue', 'Orders'), existing('queue', 'Orders')];

  expect(stackOf([flowUsing(first, two)]).data).toEqual({
    genesyscloud_routing_queue: { 'queue-orders': { name: 'Orders' } },
  });
});

test('two names that look alike as identifiers are looked up apart', () => {
  const { data, resource } = stackOf([flowUsing(existing('queue', 'A & B'), existing('queue', 'A + B'))]);
  const apart = Object.keys(data?.['genesyscloud_routing_queue'] ?? {})[1] ?? '';

  expect(apart).toMatch(/^queue-a-b-[0-9a-f]{8}$/);

  expect(data).toEqual({
    genesyscloud_routing_queue: { 'queue-a-b': { name: 'A & B' }, [apart]: { name: 'A + B' } },
  });
  expect(resource?.['genesyscloud_flow']?.['reception']?.['update_trigger_hash']).toBe(
    `\${sha256(join(",", [data.genesyscloud_routing_queue.queue-a-b.id, data.genesyscloud_routing_queue.${apart}.id]))}`,
  );
});

const report = workflow({
  name: 'Report',
  inputs: { conversationId: string() },
  actions: ({ conversationId }) => [
    setConversationData('Say so', { conversationId, attributes: { reported: 'yes' } }),
    endWorkflow(),
  ],
});

test('what another stack creates is looked up, so that each stack can be deployed by itself', () => {
  const finished = trigger({ name: 'Finished', topic: conversationAcw, target: report });
  const { data, resource } = stackOf([finished], {}, [report]);

  expect(data).toEqual({ genesyscloud_flow: { 'flow-report': { name: 'Report', type: 'workflow' } } });
  expect(resource?.['genesyscloud_processautomation_trigger']?.['finished']).toMatchObject({
    target: [expect.objectContaining({ id: '${data.genesyscloud_flow.flow-report.id}' })],
  });
});

test('flows of two kinds with one name are looked up apart', () => {
  const line = inboundCall({ name: 'Report', address: 'line', startUp: () => task('Greet', [disconnect()]) });

  expect(
    Object.values(stackOf([flowUsing(report, line)], {}, [report, line]).data?.['genesyscloud_flow'] ?? {}),
  ).toEqual([
    { name: 'Report', type: 'inboundcall' },
    { name: 'Report', type: 'workflow' },
  ]);
});

test('a call route and its queue may be of two stacks', () => {
  const orders = queue({ name: 'Orders' });
  const line = inboundCall({
    name: 'Line',
    startUp: () => task('Greet', [transferToAcd('To orders', { targetQueue: orders }), disconnect()]),
  });
  const route = callRoute({ name: 'Line', numbers: ['+442079460101'], openHours: line });
  const { data, resource } = stackOf([route], {}, [orders, line]);

  expect(data).toEqual({ genesyscloud_flow: { 'flow-line': { name: 'Line', type: 'inboundcall' } } });
  expect(resource?.['genesyscloud_architect_ivr']?.['line']).toMatchObject({
    open_hours_flow_id: '${data.genesyscloud_flow.flow-line.id}',
  });
});
