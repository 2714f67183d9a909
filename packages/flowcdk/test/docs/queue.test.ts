import '../../src/testing/jest';
import {
  callRoute,
  group,
  inboundCall,
  queue,
  type QueueDefinition,
  seconds,
  task,
  transferToAcd,
  disconnect,
} from '../../src';
import { OrganizationStack } from '../../src/constructs';
import { type Deployable, type LocalOrg, localOrg } from '../../src/testing';
import { exportsOf } from './example';
import { pages } from './page';

// What docs/queue.md shows runs: its in-queue flow and its members, in a local org.

const page = pages.find(({ path }) => path === 'docs/queue.md');
const { waiting, counter, workshop, repaired } = page ? exportsOf(page) : {};

const NUMBER = '+442079460101';
const CALLER = '+442079460177';
const staff = `
users:
  - { name: Ada Lambert, email: ada.lambert@example.com }
  - { name: Agent 2, email: agent.2@example.com }
  - { name: Agent 3, email: agent.3@example.com }
`;

const lineTo = (target: QueueDefinition) => {
  const line = inboundCall({
    name: 'Line',
    startUp: () => task('Line', [transferToAcd('On', { targetQueue: target, onFailure: [disconnect()] })]),
  });
  return [line, callRoute({ name: 'Line', numbers: [NUMBER], openHours: line })];
};

const app =
  (...definitions: readonly unknown[]): Deployable =>
  (of) => [
    new OrganizationStack(of, 'queue', {
      organization: { region: 'eu-central-1' },
      definitions: definitions as ConstructorParameters<typeof OrganizationStack>[2]['definitions'],
    }),
  ];

const queueNamed = (org: LocalOrg, name: string) =>
  org.runtime.org.all('queue').find((queue) => queue['name'] === name);

test('a caller who presses 1 is called back by the queue the call waited in', async () => {
  const org = await localOrg(app(waiting, counter, ...lineTo(counter as QueueDefinition)), { has: staff });
  const call = org.call({ from: CALLER, to: NUMBER });
  await call.untilBeginsToHear('press 1');
  call.presses('1');
  await call.end();

  expect(call).toHaveHeard('We will call you back.');
  expect(call.eventsOf('callback.created')).toMatchObject([{ queue: 'Counter' }]);
  expect(org.runtime.org.all('callback')).toMatchObject([
    { queueId: queueNamed(org, 'Counter')?.id, callbackNumbers: [`tel:${CALLER}`] },
  ]);
});

test('a caller who waits hears music and the offer again, until an agent answers', async () => {
  const org = await localOrg(app(waiting, counter, ...lineTo(counter as QueueDefinition)), { has: staff });
  const call = org.call({ from: CALLER, to: NUMBER });
  await call.end({ agentAnswersAfter: seconds(100) });

  expect(call.heard.filter((text) => text.includes('press 1')).length).toBeGreaterThan(1);
  expect(call.eventsOf('agent.answered')).toHaveLength(1);
});

describe('who answers', () => {
  const agents = async (...definitions: readonly [QueueDefinition, ...unknown[]]) => {
    const org = await localOrg(app(...lineTo(definitions[0]), ...definitions), { has: staff });
    const { id = '' } = queueNamed(org, definitions[0].name) ?? {};
    const fitting = org.runtime.acd.agents.fitting({ queueId: id }).map((user) => user['name']);
    const call = org.call({ from: CALLER, to: NUMBER });
    await call.end({ agentAnswersAfter: seconds(5) });
    return { fitting, answered: call.eventsOf('agent.answered').map(({ agent }) => agent) };
  };

  test('members, and members of groups', async () => {
    const nightShift = group({ name: 'Night shift', members: ['agent.3@example.com'] });
    const { fitting, answered } = await agents(
      queue({ name: 'Night', members: ['agent.2@example.com'], groups: [nightShift] }),
      nightShift,
    );

    expect(fitting).toEqual(['Agent 2', 'Agent 3']);
    expect(answered).toEqual(['Agent 2']);
  });

  test('of a queue without members anybody', async () => {
    const { fitting, answered } = await agents(queue({ name: 'Anybody' }));

    expect(fitting).toEqual([]);
    expect(answered).toHaveLength(1);
  });
});

test('what the page shows besides can be deployed where the organisation has the users and the group', async () => {
  const org = await localOrg(app(repaired, workshop), { has: `${staff}\ngroups: [{ name: Night shift }]` });

  expect(queueNamed(org, 'Workshop')).toMatchObject({
    acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 120000 },
    mediaSettings: {
      call: { alertingTimeoutSeconds: 20, serviceLevel: { percentage: 0.8, durationMs: 30000 } },
      callback: { enableAutoDialAndEnd: true, autoDialDelaySeconds: 60 },
    },
  });
});
