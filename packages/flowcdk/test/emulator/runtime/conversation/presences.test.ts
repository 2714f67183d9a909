import { Agents, type AgentState } from '../../../../src/emulator/runtime/conversation/agents';
import { presenceDefinitions, Presences } from '../../../../src/emulator/runtime/conversation/presences';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import type { JsonObject } from '../../../../src/emulator/state/json';
import { Org } from '../../../../src/emulator/state/org';

const NOON = Date.UTC(2026, 0, 5, 12);
const TIME = '2026-01-05T12:00:00.000Z';

const presence = (name: string) => {
  const definition = presenceDefinitions.find(({ systemPresence }) => systemPresence === name);
  if (!definition) throw new Error(`no presence ${name}`);
  return definition;
};

/** The presences of Ada, a member of one of two queues, and what is published. */
function presences() {
  const clock = new VirtualClock(NOON);
  const org = new Org({ now: () => new Date(clock.now()), newId: () => 'id' });
  org.put('user', { id: 'ada', name: 'Ada' } as never);
  org.put('queue', {
    id: 'support',
    name: 'Support',
    members: ['ada', 'ben'].map((id) => ({ id, ringNumber: 1 })),
  } as never);
  org.put('queue', { id: 'sales', name: 'Sales', members: [{ id: 'ben', ringNumber: 1 }] } as never);
  const agents = new Agents({ org, clock });
  const published: { readonly topic: string; readonly event: JsonObject }[] = [];
  const all = new Presences({
    org,
    clock,
    acd: { agents },
    events: { publish: (topic: string, _: string, event: JsonObject) => published.push({ topic, event }) },
  } as never);
  const now = (): string => all.of('ada').definition.systemPresence;
  return { all, agents, published, now };
}

test('a user is offline until somebody says something else', () => {
  const { all } = presences();
  expect(all.of('ada')).toEqual({ definition: presence('Offline'), message: '', modifiedAt: undefined });
});

test('who is on queue has the presence On Queue, and the other way round', () => {
  const { all, agents, now } = presences();
  agents.goOnQueue('ada');
  expect(now()).toBe('On Queue');
  all.change('ada', { definition: presence('Meal') });
  expect([now(), agents.state('ada')]).toEqual(['Meal', 'OFF_QUEUE']);
  all.change('ada', { definition: presence('On Queue') });
  expect([now(), agents.state('ada')]).toEqual(['On Queue', 'IDLE']);
  // Somebody took Ada off queue by another way.
  agents.goOffQueue('ada');
  expect(now()).toBe('Available');
});

test('a message alone changes nothing else', () => {
  const { all, agents, now } = presences();
  all.change('ada', { definition: presence('On Queue') });
  all.change('ada', { message: 'Back soon' });
  expect(all.of('ada')).toEqual({ definition: presence('On Queue'), message: 'Back soon', modifiedAt: NOON });
  expect([now(), agents.state('ada')]).toEqual(['On Queue', 'IDLE']);
  all.change('ada', { definition: presence('Away') });
  expect(all.of('ada').message).toBe('Back soon');
});

test.each<[state: AgentState, status: string]>([
  ['OFF_QUEUE', 'OFF_QUEUE'],
  ['IDLE', 'IDLE'],
  ['NOT_RESPONDING', 'NOT_RESPONDING'],
  ['ALERTING', 'IDLE'],
  ['INTERACTING', 'INTERACTING'],
  ['AFTER_CALL_WORK', 'INTERACTING'],
])('the routing status of %s is %s', (state, status) => {
  const { all, agents } = presences();
  expect(all.routingStatus('ada')).toEqual({ status: 'OFF_QUEUE', since: undefined });
  agents.set('ada', state);
  expect(all.routingStatus('ada')).toEqual({ status, since: NOON });
});

test('a change is published, with what the user does', () => {
  const { all, published } = presences();
  all.change('ada', { definition: presence('On Queue'), message: 'Here' });
  const presenceDefinition = { ...presence('On Queue') };
  expect(published).toEqual([
    {
      topic: 'v2.users.{id}.presence',
      event: { source: 'PURECLOUD', presenceDefinition, primary: true, message: 'Here', modifiedDate: TIME },
    },
    {
      topic: 'v2.users.{id}.activity',
      event: {
        id: 'ada',
        routingStatus: { status: 'IDLE', startTime: TIME },
        presence: { presenceDefinition, presenceMessage: 'Here', modifiedDate: TIME },
        outOfOffice: { active: false },
        activeQueueIds: ['support'],
      },
    },
  ]);
});

test('who is off queue is active in no queue', () => {
  const { all, published } = presences();
  all.publishActivity('ada');
  const [{ event } = { event: {} }] = published;
  expect(event).toMatchObject({ routingStatus: { status: 'OFF_QUEUE' }, activeQueueIds: [] });
  expect((event as { routingStatus: object }).routingStatus).not.toHaveProperty('startTime');
});
