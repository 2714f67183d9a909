import { triggerTestRoutes } from '../../../src/emulator/api/trigger-tests';
import type { JsonObject } from '../../../src/emulator/state/json';
import { workflowYaml } from '../private/flows';
import { asker } from '../runtime/private/ask';
import { livingOrg } from '../runtime/private/living-org';

const TOPIC = 'v2.detail.events.conversation.{id}.acw';
const path = '/api/v2/processautomation/triggers';

const event: JsonObject = {
  eventTime: 1_760_000_000_000,
  conversationId: 'c1',
  participantId: 'p1',
  sessionId: 's1',
  mediaType: 'VOICE',
  direction: 'INBOUND',
  userId: 'u1',
  wrapupDurationMs: 5_000,
};

function withTrigger(trigger: JsonObject = {}) {
  const living = livingOrg();
  const flow = living.publish(workflowYaml('report'));
  const matchCriteria = [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' }];
  const target = { type: 'Workflow', id: flow.id };
  const { id } = living.put('trigger', {
    name: 'Report',
    topicName: TOPIC,
    enabled: false,
    target,
    matchCriteria,
    ...trigger,
  });
  // Nothing has to run for a test.
  return { living, id, ask: asker(triggerTestRoutes, living.org) };
}

const nested = (levels: number): JsonObject => (levels === 0 ? {} : { a: nested(levels - 1) });

test('a test shows every step, also for a disabled trigger, and starts nothing', () => {
  const { ask, id, living } = withTrigger();
  expect(ask(`POST ${path}/${id}/test`, JSON.stringify(event)).body).toEqual({
    schemaValidation: { name: 'Validate test event body against topic schema', step: 1, matches: true, details: [] },
    targetValidation: {
      name: 'Verify that trigger target is configured correctly',
      step: 2,
      matches: true,
      details: [],
    },
    jsonPathValidation: {
      name: 'Check jsonPath match criteria',
      step: 3,
      matches: true,
      details: [
        {
          jsonPath: 'mediaType',
          operator: 'Equal',
          value: 'VOICE',
          generatedJsonPathCondition: '$[?(@.mediaType Equal "VOICE")]',
          match: true,
          jsonPathExtraction: [{ value: 'VOICE', path: "$['mediaType']" }],
        },
      ],
    },
    triggerMatches: true,
  });
  living.clock.runNow();
  expect(living.runtime.executions.all()).toEqual([]);
});

test.each<[what: string, trigger: JsonObject, event: JsonObject, step: string, details: readonly unknown[]]>([
  [
    'a field the topic does not have',
    {},
    { ...event, disconnectType: 'PEER' },
    'schemaValidation',
    ['disconnectType is no field of the topic'],
  ],
  [
    'a field of another type',
    {},
    { ...event, wrapupDurationMs: 'long' },
    'schemaValidation',
    ['wrapupDurationMs is "long"; expected integer'],
  ],
  [
    'a value the field never has',
    {},
    { ...event, direction: 'UP' },
    'schemaValidation',
    ['direction is "UP"; expected UNKNOWN, INBOUND, OUTBOUND'],
  ],
  [
    'a workflow that is gone',
    { target: { type: 'Workflow', id: 'gone' } },
    event,
    'targetValidation',
    ['there is no workflow gone'],
  ],
  [
    'a condition that does not hold',
    {},
    { ...event, mediaType: 'CHAT' },
    'jsonPathValidation',
    [expect.objectContaining({ match: false })],
  ],
  [
    'a path that finds nothing',
    { matchCriteria: [{ jsonPath: 'queueId', operator: 'Equal', value: 'q' }] },
    event,
    'jsonPathValidation',
    [expect.objectContaining({ match: false, jsonPathExtraction: [] })],
  ],
])('%s does not match', (_, trigger, event, step, details) => {
  const { ask, id } = withTrigger(trigger);
  const { body } = ask(`POST ${path}/${id}/test`, event);
  expect(body).toMatchObject({ triggerMatches: false, [step]: { matches: false, details } });
});

test('a topic tells which of its triggers an event would start', () => {
  const { ask, living, id } = withTrigger();
  const other = living.put('trigger', {
    name: 'Chats',
    topicName: TOPIC,
    enabled: true,
    target: {},
    matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'CHAT' }],
  });
  living.put('trigger', {
    name: 'Elsewhere',
    topicName: 'v2.detail.events.conversation.{id}.customer.end',
    enabled: true,
  });
  expect(ask(`POST ${path}/topics/${encodeURIComponent(TOPIC)}/test`, event).body).toMatchObject({
    schemaValidation: { matches: true },
    triggerMatchValidation: {
      matchedTriggers: [{ id, name: 'Report', enabled: false, selfUri: `${path}/${id}` }],
      unmatchedTriggers: [{ id: other.id, name: 'Chats' }],
    },
  });
});

test.each<[what: string, request: (id: string) => string, body: JsonObject | string, status: number]>([
  ['a trigger that is not there', () => `POST ${path}/nobody/test`, event, 404],
  ['a topic nobody knows', () => `POST ${path}/topics/v2.nothing/test`, event, 404],
  ['a text that holds no event', (id) => `POST ${path}/${id}/test`, 'VOICE', 400],
  ['an event that is nested without end', (id) => `POST ${path}/${id}/test`, nested(150), 400],
])('%s is refused', (_, request, body, status) => {
  const { ask, id } = withTrigger();
  expect(ask(request(id), body)).toMatchObject({ status });
});
