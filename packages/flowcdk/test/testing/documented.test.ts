import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seconds } from 'flowcdk';
import { failurePack, localOrg, respondsWith } from 'flowcdk/testing';
import 'flowcdk/testing/jest';
import { customer, notFound } from '../../../../src/story/customer-databases';
import { shippedApplication } from '../../../../test/private/shipped';

// What docs/testing.md shows, as it stands there.

const app = shippedApplication();
const supportNumber = app.settings.supportLine.lines[0]?.numbers[0] ?? '';

test('a caller whom a database knows is greeted by name', async () => {
  const org = await localOrg(app, {
    services: {
      alpha: notFound(),
      beta: notFound().after(seconds(4)),
      gamma: customer('Ada Lambert').after(seconds(2)),
      'login.gamma': respondsWith({ access_token: 'a token' }),
      backOffice: respondsWith({}),
    },
  });
  const call = org.call({ from: '+33142685300', to: supportNumber });

  await call.untilHears(/what can we do for you/i);
  call.presses('1');
  await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Order taken or changed' });

  expect(call).toHaveHeard('Good to hear from you again, Ada Lambert');
  expect(call).toHaveParticipantData({ 'identification.status': 'SUCCESS' });
  expect(call).toHaveBeenSilentAtMost(seconds(0.5));
  expect(org.service('backOffice')).toHaveReceivedOnce({ conversationId: call.conversationId });
});

const services = { alpha: notFound(), backOffice: respondsWith({}) };

test.each(failurePack(app))('$title: the caller reaches an agent', async ({ faults }) => {
  const org = await localOrg(app, { services, faults });
  const call = org.call({ from: '+33142685300', to: supportNumber });
  await call.end({ agentAnswersAfter: seconds(5) });

  expect(call.eventsOf('agent.answered')).toHaveLength(1);
});

test('without an application it is that of the project, with its stand-ins', async () => {
  const org = await localOrg();
  const call = org.call({ from: '+33142685300', to: supportNumber });
  await call.untilHears(/what can we do for you/i);

  expect(org.service('alpha').requests).toHaveLength(1);
});

test('what README.md shows', async () => {
  const org = await localOrg(app, { services: { alpha: notFound(), beta: customer('Ada Lambert').after(seconds(4)) } });
  const call = org.call({ from: '+33142685300', to: supportNumber });
  await call.untilHears(/what can we do for you/i);
  call.presses('1');
  await call.end({ agentAnswersAfter: seconds(20) });
  expect(call).toHaveHeard('Good to hear from you again, Ada Lambert');
});

test.each([
  ['docs/testing.md', 3],
  ['README.md', 1],
])('%s shows what stands here', (name, examples) => {
  const page = readFileSync(join(__dirname, '../../../..', name), 'utf8');
  const here = readFileSync(__filename, 'utf8').replaceAll('\n  ', '\n');
  const blocks = [...page.matchAll(/```typescript\n([^`]*)```/g)].map(([, text]) => text?.trim() ?? '');

  expect(blocks).toHaveLength(examples);
  expect(blocks.filter((block) => !here.includes(block.replaceAll('\n  ', '\n')))).toEqual([]);
});
