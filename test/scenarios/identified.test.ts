import 'flowcdk/testing/jest';
import { seconds } from 'flowcdk';
import { customer } from '../../src/story/customer-databases';
import { type Consistency, failsWith, hangs, type Service } from 'flowcdk/testing';
import { ADA, frenchNumber, patientCall, shipped, supportNumber } from '../private/calls';

const consistencies: readonly Consistency[] = ['strict', 'eventual', 'hostile'];
const ada = customer('Ada Lambert', { tier: 'gold' });

describe.each(consistencies)('with participant data that is %s', (consistency) => {
  test.each<{ database: string; services: Readonly<Record<string, Service>> }>([
    { database: 'Alpha', services: { alpha: ada } },
    { database: 'Beta', services: { beta: ada.after(seconds(2)) } },
    { database: 'Gamma', services: { beta: customerless(seconds(4)), gamma: ada.after(seconds(2)) } },
  ])('a caller whom $database knows is greeted by name and served sooner', async ({ database, services }) => {
    const org = await shipped(services, { consistency });
    const call = await patientCall(org);
    await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Order taken or changed' });

    expect(call).toHaveHeard('Good to hear from you again, Ada Lambert');
    expect(call).toHaveParticipantData({ 'identification.status': 'SUCCESS', 'identification.database': database });
    expect(call).toHaveParticipantData({ 'support.greeted': 'BY_NAME', 'support.reason': 'order' });
    expect(call.eventsOf('queue.entered')).toMatchObject([{ queue: 'Orders', priority: 20 }]);
    expect(org.service('backOffice')).toHaveReceivedOnce({ conversationId: call.conversationId });
    expect(call).toHaveBeenSilentAtMost(seconds(0.5));
  });

  test('a caller nobody knows types the customer number and reaches the queue', async () => {
    const org = await shipped({}, { consistency });
    const call = await patientCall(org);
    await call.end({ agentAnswersAfter: seconds(5) });

    expect(call).toHaveParticipantData({ 'identification.status': 'FAILED', 'identification.reason': 'NOT_FOUND' });
    expect(call).toHaveParticipantData({ 'support.customerNumber': '4711', 'support.greeted': 'UNKNOWN' });
    expect(call).toHaveReachedQueue('Orders');
  });
});

/** A database that takes its time to know nobody. */
function customerless(latency: ReturnType<typeof seconds>): Service {
  return customer('nobody')
    .changed('knows nobody', () => ({ body: '{"match": null}' }))
    .after(latency);
}

describe('a database that is broken does not keep the next from being asked', () => {
  test.each<{ how: string; broken: Service }>([
    { how: 'answers with an error', broken: failsWith(500) },
    { how: 'never answers', broken: hangs() },
  ])('one that $how', async ({ broken }) => {
    const org = await shipped({ alpha: broken, beta: ada });
    const call = await patientCall(org);
    await call.end({ agentAnswersAfter: seconds(5) });
    expect(call).toHaveHeard('Ada Lambert');
    expect(call).toHaveParticipantData({ 'identification.database': 'Beta' });
  });

  test('when all are broken the caller goes on unknown, and the reason says so', async () => {
    const org = await shipped({ alpha: failsWith(500), beta: failsWith(503), gamma: failsWith(502) });
    const call = await patientCall(org);
    await call.end({ agentAnswersAfter: seconds(5) });
    expect(call).toHaveParticipantData({
      'identification.status': 'FAILED',
      'identification.reason': 'LOOKUPS_FAILED',
    });
    expect(call).toHaveReachedQueue('Orders');
  });

  test('when all are slow the caller is never left in silence, and does not wait beyond the deadline', async () => {
    const org = await shipped({ alpha: hangs(), beta: hangs(), gamma: hangs() });
    const call = org.call({ from: ADA, to: supportNumber });
    await call.untilBeginsToHear(/what can we do/i);
    call.presses('1');
    await call.untilBeginsToHear(/first time/i);
    call.presses('2');
    await call.end({ agentAnswersAfter: seconds(5) });
    expect(call).toHaveHeard('One moment, please');
    expect(call).toHaveReachedQueue('Orders');
    expect(call).toHaveBeenSilentAtMost(seconds(0.5));
  });
});

test('an anonymous caller is not looked up, and reaches the queue', async () => {
  const org = await shipped();
  const call = await patientCall(org, { from: 'sip:anonymous@anonymous.invalid' });
  await call.end({ agentAnswersAfter: seconds(5) });
  expect(call).toHaveParticipantData({ 'identification.status': 'FAILED', 'identification.reason': 'NO_NUMBER' });
  expect(org.service('alpha').requests).toEqual([]);
  expect(call).toHaveReachedQueue('Orders');
});

test('a caller who never presses a key reaches the default queue', async () => {
  const org = await shipped({ alpha: ada });
  const call = org.call({ from: ADA, to: supportNumber });
  await call.end({ agentAnswersAfter: seconds(5) });
  expect(call).toHaveReachedQueue('Customer service');
  expect(call).toHaveHeard('Ada Lambert');
});

test('when the identification cannot be launched the call goes on at once', async () => {
  const org = await shipped({ alpha: ada }, { faults: { 'Launch identification': failsWith(500) } });
  const call = await patientCall(org);
  await call.end({ agentAnswersAfter: seconds(5) });
  expect(org.service('alpha').requests).toEqual([]);
  expect(call.heard.join(' ')).not.toMatch(/one moment/i);
  expect(call).toHaveReachedQueue('Orders');
});

test('outside of the opening hours callers hear when somebody answers again', async () => {
  const org = await shipped({}, { at: new Date('2026-01-05T05:00:00Z') });
  const call = org.call({ from: ADA, to: supportNumber });
  await call.end();
  expect(call).toHaveHeard('We are closed at the moment');
  expect(call.eventsOf('queue.entered')).toEqual([]);
});

test('on a holiday the line is closed all day', async () => {
  const org = await shipped({}, { at: new Date('2026-04-06T10:00:00Z') });
  const call = org.call({ from: ADA, to: supportNumber });
  await call.end();
  expect(call).toHaveHeard('We are closed at the moment');
});

test('the French line speaks French and greets by name', async () => {
  const org = await shipped({ beta: ada });
  const call = org.call({ from: ADA, to: frenchNumber });
  await call.untilHears(/que pouvons-nous faire/i);
  call.presses('1');
  await call.end({ agentAnswersAfter: seconds(5) });
  expect(call).toHaveHeard('Ravis de vous retrouver, Ada Lambert');
  expect(org.service('beta')).toHaveReceived({ criteria: { phone: '0142685300' } });
});
