import 'flowcdk/testing/jest';
import { seconds } from 'flowcdk';
import { customer } from '../../src/story/customer-databases';
import { failsWith, hangs, respondsWith, type Service } from 'flowcdk/testing';
import { ADA, shipped, supportNumber } from '../private/calls';

// Ways of the flows that the other scenarios do not come by; `npm run test:flows` tells which are left.

describe('each key is its reason and leads to its queue', () => {
  test.each([
    { key: '1', reason: 'order', queue: 'Orders', priority: 0 },
    { key: '2', reason: 'invoice', queue: 'Billing', priority: 0 },
    { key: '3', reason: 'technical', queue: 'Technical support', priority: 5 },
    { key: '4', reason: 'contract', queue: 'Contracts', priority: 0 },
  ])('key $key: $queue', async ({ key, reason, queue, priority }) => {
    const org = await shipped({ alpha: customer('Ada Lambert') });
    const call = org.call({ from: ADA, to: supportNumber });
    await call.untilHears(/what can we do/i);
    call.presses(key);
    await call.end({ agentAnswersAfter: seconds(1) });
    expect(call).toHaveParticipantData({ 'support.reason': reason });
    expect(call.eventsOf('queue.entered')).toMatchObject([{ queue, priority }]);
  });

  test('a key that means nothing is asked for again, once', async () => {
    const org = await shipped({ alpha: customer('Ada Lambert') });
    const call = org.call({ from: ADA, to: supportNumber });
    await call.untilHears(/what can we do/i);
    call.presses('9');
    await call.untilHears(/what can we do/i);
    call.presses('8');
    await call.end({ agentAnswersAfter: seconds(1) });
    expect(call).toHaveReachedQueue('Customer service');
  });
});

describe('a queue that is gone', () => {
  test.each([
    { key: '1', queue: 'Orders' },
    { key: '2', queue: 'Billing' },
    { key: '3', queue: 'Technical support' },
    { key: '4', queue: 'Contracts' },
    { key: '', queue: 'Customer service' },
  ])('$queue: the caller hears that nobody can be reached', async ({ key, queue }) => {
    const org = await shipped({ alpha: customer('Ada Lambert') });
    const call = org.call({ from: ADA, to: supportNumber });
    await call.untilHears(/what can we do/i);
    const record = org.runtime.org.all('queue').find((candidate) => candidate['name'] === queue);
    org.runtime.org.remove('queue', record?.id ?? '');
    if (key !== '') call.presses(key);
    await call.end();
    expect(call).toHaveHeard('I cannot reach anyone right now');
    expect(call.eventsOf('call.ended')).toMatchObject([{ by: 'flow' }]);
  });
});

describe('who waits for the identification', () => {
  const slow: Readonly<Record<string, Service>> = { alpha: hangs(), beta: hangs(), gamma: hangs() };

  test('may press any key to go on without', async () => {
    const org = await shipped(slow);
    const call = org.call({ from: ADA, to: supportNumber });
    await call.untilBeginsToHear(/what can we do/i);
    call.presses('1');
    await call.untilBeginsToHear(/first time/i);
    call.presses('3');
    await call.untilHears(/one moment/i);
    call.presses('#');
    await call.untilHears(/customer number/i);
    expect(call.heard).not.toContainEqual(expect.stringMatching(/still looking/));
    call.presses('4711#');
    await call.end({ agentAnswersAfter: seconds(1) });
    expect(call).toHaveParticipantData({ 'support.customerNumber': '4711', 'support.firstTime': 'UNKNOWN' });
  });
});

test('a customer without a name is not greeted by one', async () => {
  const org = await shipped({ alpha: respondsWith([{ id: 'A-1' }]) });
  const call = org.call({ from: ADA, to: supportNumber });
  await call.untilHears(/what can we do/i);
  call.presses('1');
  await call.end({ agentAnswersAfter: seconds(1) });
  expect(call).toHaveParticipantData({ 'identification.status': 'SUCCESS', 'support.greeted': 'UNKNOWN' });
  expect(call.heard.join(' ')).not.toMatch(/good to hear/i);
});

test('a launch that takes too long is not waited for', async () => {
  const late = respondsWith({ id: 'an execution' }).after(seconds(4.9));
  const org = await shipped({}, { faults: { 'Launch identification': late } });
  const call = org.call({ from: ADA, to: supportNumber });
  await call.untilBeginsToHear(/thank you for calling/i);
  expect(call.longestSilence).toBeLessThanOrEqual(5_000);
  await call.end({ agentAnswersAfter: seconds(1) });
  expect(call).toHaveReachedQueue('Customer service');
});

describe('a workflow whose conversation is gone ends all the same, and says that nobody heard of its result', () => {
  test.each<{ reason: string; callerNumber: string; services: Readonly<Record<string, Service>> }>([
    { reason: 'SUCCESS', callerNumber: `tel:${ADA}`, services: { alpha: customer('Ada Lambert') } },
    { reason: 'SUCCESS', callerNumber: `tel:${ADA}`, services: { beta: customer('Ada Lambert') } },
    { reason: 'SUCCESS', callerNumber: `tel:${ADA}`, services: { gamma: customer('Ada Lambert') } },
    { reason: 'NOT_FOUND', callerNumber: `tel:${ADA}`, services: {} },
    { reason: 'LOOKUPS_FAILED', callerNumber: `tel:${ADA}`, services: { alpha: failsWith(500) } },
    { reason: 'NO_NUMBER', callerNumber: 'anonymous', services: {} },
    { reason: 'NO_NUMBER', callerNumber: 'tel:+', services: {} },
  ])('with $reason for $callerNumber', async ({ reason, callerNumber, services }) => {
    const org = await shipped(services);
    const execution = await org.launch('identify-caller', { conversationId: 'gone', callerNumber });
    expect(execution).toMatchObject({ status: 'COMPLETED', completionReason: `${reason}, NOT REPORTED` });
  });

  test('the report too: without a subject', async () => {
    const org = await shipped();
    const execution = await org.launch('report-finished-call', {
      conversationId: 'gone',
      participantId: 'p',
      sessionId: 's',
      eventTime: 1767607200000,
      direction: 'INBOUND',
      mediaType: 'VOICE',
      userId: 'u',
    });
    expect(execution).toMatchObject({ status: 'COMPLETED', completionReason: 'REPORTED' });
    expect(org.service('backOffice')).toHaveReceivedOnce({ conversationId: 'gone', direction: 'inbound' });
  });
});

test('a database behind a slow login is given up in time, and the next thing happens', async () => {
  const org = await shipped({ 'login.gamma': respondsWith({ access_token: 't' }).after(seconds(7)), gamma: hangs() });
  const call = org.call({ from: ADA, to: supportNumber });
  await call.end({ agentAnswersAfter: seconds(1) });
  expect(call).toHaveParticipantData({ 'identification.status': 'FAILED', 'identification.reason': 'LOOKUPS_FAILED' });
  expect(call.eventsOf('action.took')).toContainEqual(
    expect.objectContaining({ action: expect.stringMatching(/Ask Gamma$/) as string, path: 'timeout' }),
  );
});
