import 'flowcdk/testing/jest';
import { seconds } from 'flowcdk';
import { failsWith, hangs, type LocalOrg, respondsWith, type Service, type TestCall } from 'flowcdk/testing';
import { customer } from '../../src/story/customer-databases';
import { ADA, frenchNumber, shipped } from '../private/calls';

// The French line has its own texts in the same conversation. These calls go every way through it.

type Services = Readonly<Record<string, Service>>;

const ada = customer('Ada Lambert');
const nobodyAnswers: Services = { alpha: hangs(), beta: hangs(), gamma: hangs() };
const AGENT = { agentAnswersAfter: seconds(1) };

/** A call to the French line by somebody who is being asked what the call is about, and need not hear it out. */
async function askedForTheReason(services: Services = { alpha: ada }): Promise<{ org: LocalOrg; call: TestCall }> {
  const org = await shipped(services);
  const call = org.call({ from: ADA, to: frenchNumber });
  await call.untilBeginsToHear('Que pouvons-nous faire pour vous');
  return { org, call };
}

/** A call by somebody who chose an order, and is asked whether it is the first time. */
async function askedForTheFirstTime(services: Services): Promise<TestCall> {
  const { call } = await askedForTheReason(services);
  call.presses('1');
  await call.untilBeginsToHear('première fois');
  return call;
}

describe('a known caller', () => {
  test.each([
    { key: '1', reason: 'order', queue: 'Orders', priority: 0 },
    { key: '2', reason: 'invoice', queue: 'Billing', priority: 0 },
    { key: '3', reason: 'technical', queue: 'Technical support', priority: 5 },
    { key: '4', reason: 'contract', queue: 'Contracts', priority: 0 },
  ])('is greeted by name and gets to $queue with key $key', async ({ key, reason, queue, priority }) => {
    const { call } = await askedForTheReason();
    call.presses(key);
    await call.end(AGENT);
    expect(call).toHaveHeard('Ravis de vous retrouver, Ada Lambert');
    expect(call).toHaveHeard('Je vous mets en relation avec un collègue');
    expect(call).toHaveParticipantData({ 'support.reason': reason, 'support.greeted': 'BY_NAME' });
    expect(call.eventsOf('queue.entered')).toMatchObject([{ queue, priority }]);
  });

  test('with a gold contract is served sooner', async () => {
    const { call } = await askedForTheReason({ alpha: customer('Ada Lambert', { tier: 'gold' }) });
    call.presses('1');
    await call.end(AGENT);
    expect(call.eventsOf('queue.entered')).toMatchObject([{ queue: 'Orders', priority: 20 }]);
  });

  test('without a name is greeted by none', async () => {
    const { call } = await askedForTheReason({ alpha: respondsWith([{ id: 'A-1' }]) });
    call.presses('1');
    await call.end(AGENT);
    expect(call).toHaveParticipantData({ 'identification.status': 'SUCCESS', 'support.greeted': 'UNKNOWN' });
    expect(call.heard.join(' ')).not.toContain('Ravis');
  });

  test.each([
    { presses: 'nothing', keys: [] },
    { presses: 'keys that mean nothing', keys: ['9', '8'] },
  ])('who presses $presses is asked twice and gets to customer service', async ({ keys }) => {
    const { call } = await askedForTheReason();
    for (const [i, key] of keys.entries()) {
      if (i > 0) await call.untilBeginsToHear('Que pouvons-nous faire pour vous');
      call.presses(key);
    }
    await call.end(AGENT);
    expect(call.heard.filter((text) => text.startsWith('Que pouvons-nous'))).toHaveLength(2);
    expect(call).toHaveReachedQueue('Customer service');
  });
});

describe('a caller nobody knows', () => {
  test('types the customer number, and is thanked for it', async () => {
    const { call } = await askedForTheReason({});
    call.presses('1');
    await call.untilHears('numéro de client');
    call.presses('4711#');
    await call.end(AGENT);
    expect(call).toHaveHeard("Merci, c'est noté");
    expect(call).toHaveParticipantData({ 'support.customerNumber': '4711', 'support.greeted': 'UNKNOWN' });
  });

  test('does not have it at hand, and gets to the queue all the same', async () => {
    const { call } = await askedForTheReason({});
    call.presses('1');
    await call.untilHears('numéro de client');
    call.presses('#');
    await call.end(AGENT);
    expect(call).toHaveParticipantData({ 'support.customerNumber': '' });
    expect(call).toHaveReachedQueue('Orders');
  });

  test('is one for a search that could not be started', async () => {
    const org = await shipped({ alpha: ada }, { faults: { 'Launch identification': failsWith(500) } });
    const call = org.call({ from: ADA, to: frenchNumber });
    await call.untilHears('numéro de client');
    await call.end(AGENT);
    expect(call.heard.join(' ')).not.toContain('Un instant');
    expect(call).toHaveReachedQueue('Customer service');
  });
});

describe('while the search goes on', () => {
  test.each([
    { answer: 'yes', key: '1', firstTime: 'YES' },
    { answer: 'no', key: '2', firstTime: 'NO' },
    { answer: 'something else', key: '3', firstTime: 'UNKNOWN' },
  ])('the caller is asked whether it is the first time, and says $answer', async ({ key, firstTime }) => {
    const call = await askedForTheFirstTime(nobodyAnswers);
    call.presses(key);
    await call.end(AGENT);
    expect(call).toHaveParticipantData({ 'support.firstTime': firstTime });
  });

  test('the caller is never left in silence, and does not wait beyond the deadline', async () => {
    const call = await askedForTheFirstTime(nobodyAnswers);
    call.presses('1');
    await call.untilHears("Un instant, s'il vous plaît. J'ouvre votre dossier.");
    await call.untilHears('Je cherche encore');
    await call.end(AGENT);
    expect(call).toHaveBeenSilentAtMost(seconds(0.5));
    expect(call).toHaveReachedQueue('Orders');
  });

  test('any key goes on without it', async () => {
    const call = await askedForTheFirstTime(nobodyAnswers);
    call.presses('1');
    await call.untilHears('Un instant');
    call.presses('#');
    await call.untilHears('numéro de client');
    expect(call.heard).not.toContainEqual(expect.stringContaining('Je cherche encore'));
    await call.end(AGENT);
    expect(call).toHaveReachedQueue('Orders');
  });

  test('a result that comes in time is used', async () => {
    const call = await askedForTheFirstTime({ alpha: hangs(), beta: ada.after(seconds(4)) });
    call.presses('2');
    await call.end(AGENT);
    expect(call).toHaveHeard('Ravis de vous retrouver, Ada Lambert');
  });
});

test.each([
  { key: '1', queue: 'Orders' },
  { key: '2', queue: 'Billing' },
  { key: '3', queue: 'Technical support' },
  { key: '4', queue: 'Contracts' },
  { key: '', queue: 'Customer service' },
])('where the queue $queue is gone the caller hears that nobody can be reached', async ({ key, queue }) => {
  const { org, call } = await askedForTheReason();
  const gone = org.runtime.org.all('queue').find(({ name }) => name === queue);
  org.runtime.org.remove('queue', gone?.id ?? '');
  if (key !== '') call.presses(key);
  await call.end();
  expect(call).toHaveHeard("personne n'est disponible pour le moment");
  expect(call.eventsOf('call.ended')).toMatchObject([{ by: 'flow' }]);
});

test.each([
  { when: 'early in the morning', at: '2026-01-05T05:00:00Z' },
  { when: 'on Bastille Day', at: '2026-07-14T10:00:00Z' },
])('$when callers hear when somebody answers again', async ({ at }) => {
  const org = await shipped({}, { at: new Date(at) });
  const call = org.call({ from: ADA, to: frenchNumber });
  await call.end();
  expect(call).toHaveHeard('Nos bureaux sont fermés');
  expect(call.eventsOf('queue.entered')).toEqual([]);
  expect(call.eventsOf('call.ended')).toMatchObject([{ by: 'flow' }]);
});
