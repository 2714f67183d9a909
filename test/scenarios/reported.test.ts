import 'flowcdk/testing/jest';
import { minutes, seconds } from 'flowcdk';
import type { DeliveryFaults } from 'flowcdk/testing';
import { failsWith, hangs, respondsWith, type Service } from 'flowcdk/testing';
import { patientCall, shipped } from '../private/calls';

/** A call that an agent took and wrapped up, with everything that comes after it. */
async function finishedCall(backOffice: Service, deliveryFaults?: DeliveryFaults) {
  const org = await shipped({ backOffice }, { ...(deliveryFaults ? { settings: { deliveryFaults } } : {}) });
  const call = await patientCall(org);
  await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Order taken or changed' });
  const posted = org.service('backOffice').requests;
  /** What the back office took for one and the same report has one key. */
  const reports = new Set(posted.map(({ request }) => request.headers['idempotency-key']));
  return { org, call, posted, reports };
}

test('the report is in the terms of the back office', async () => {
  const { org, call, posted } = await finishedCall(respondsWith({}));
  const [agent] = call.eventsOf('agent.wrappedUp');
  expect(org.service('backOffice')).toHaveReceivedOnce({
    conversationId: call.conversationId,
    direction: 'inbound',
    mediaType: 'voice',
    ani: '+33142685300',
    subject: 'order',
    eventTime: expect.stringMatching(/^2026-01-05T08:\d\d:\d\dZ$/) as string,
    wrapupCode: agent?.wrapUpCode === undefined ? undefined : (expect.any(String) as string),
    userId: expect.any(String) as string,
  });
  expect(posted).toHaveLength(1);
});

describe('where the call came from is E.164 where it is a telephone number, and stays as it is otherwise', () => {
  const event = {
    conversationId: 'gone',
    participantId: 'p',
    sessionId: 's',
    eventTime: 1767607200000,
    direction: 'INBOUND',
    mediaType: 'VOICE',
    userId: 'u',
  };

  test.each([
    ['tel:+33142685300', '+33142685300'],
    ['+33142685300', '+33142685300'],
    ['tel:+33 1 42 68 53 00', '+33142685300'],
    ['tel:+1', 'tel:+1'],
    ['tel:4711', 'tel:4711'],
    ['sip:anonymous@anonymous.invalid', 'sip:anonymous@anonymous.invalid'],
    ['sip:+33142685300@carrier.example', 'sip:+33142685300@carrier.example'],
    ['anonymous', 'anonymous'],
  ])('%s is reported as %s', async (ani, reported) => {
    const org = await shipped();
    await org.launch('report-finished-call', { ...event, ani });

    expect(org.service('backOffice')).toHaveReceivedOnce({ ani: reported });
  });

  test('an event without an address is reported without one', async () => {
    const org = await shipped();
    await org.launch('report-finished-call', event);

    expect(org.service('backOffice').requests.map(({ json }) => Object.keys(json ?? {}))).toEqual([
      expect.not.arrayContaining(['ani']),
    ]);
  });

  test('an anonymous caller stays anonymous', async () => {
    const org = await shipped();
    const call = await patientCall(org, { from: 'sip:anonymous@anonymous.invalid' });
    await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Order taken or changed' });

    expect(org.service('backOffice')).toHaveReceivedOnce({ ani: 'sip:anonymous@anonymous.invalid' });
  });
});

describe('conversations of every medium are reported in the words of the back office', () => {
  test.each([
    ['VOICE', 'voice'],
    ['CALLBACK', 'callback'],
    ['CHAT', 'chat'],
    ['COBROWSE', 'cobrowse'],
    ['EMAIL', 'email'],
    ['MESSAGE', 'message'],
    ['SCREENSHARE', 'screenshare'],
    ['VIDEO', 'video'],
    ['UNKNOWN', 'unknown'],
  ])('%s is reported as %s', async (mediaType, reported) => {
    const org = await shipped();
    const topic = 'v2.detail.events.conversation.{id}.acw';
    const event = { conversationId: 'c', participantId: 'p', sessionId: 's', eventTime: 1767607200000 };
    org.runtime.triggers.deliver(topic, { ...event, direction: 'OUTBOUND', mediaType, userId: 'u' }, 'c');
    await org.waits(minutes(1));

    expect(org.service('backOffice')).toHaveReceivedOnce({ mediaType: reported, direction: 'outbound' });
  });
});

describe('the back office counts a call once', () => {
  test.each<{ when: string; faults: DeliveryFaults }>([
    { when: 'the event comes twice', faults: { duplicated: 1 } },
    { when: 'the event comes late', faults: { delayed: 1 } },
  ])('when $when', async ({ faults }) => {
    const { reports, posted } = await finishedCall(respondsWith({}), faults);
    expect(posted.length).toBeGreaterThan(0);
    expect(reports.size).toBe(1);
  });

  test('not at all when the event is lost: that is the platform’s to lose, and nothing else breaks', async () => {
    const { posted, call } = await finishedCall(respondsWith({}), { dropped: 1 });
    expect(posted).toEqual([]);
    expect(call.eventsOf('flow.failed')).toEqual([]);
  });
});

describe('a back office that is down for a while gets the report when it is back', () => {
  test.each<{ how: string; down: Service }>([
    { how: 'answers with errors', down: failsWith(503) },
    { how: 'does not answer', down: hangs() },
  ])('one that $how', async ({ down }) => {
    const { reports, posted, org } = await finishedCall(respondsWith({}).first(2, down));
    expect(posted).toHaveLength(3);
    expect(reports.size).toBe(1);
    const execution = org.runtime.executions.all().find(({ name }) => name === 'report-finished-call');
    expect(execution).toMatchObject({ status: 'COMPLETED', completionReason: 'REPORTED' });
  });

  test('one that never comes back ends the workflow after a bounded number of tries, and says so', async () => {
    const { posted, org } = await finishedCall(failsWith(503));
    expect(posted.length).toBeGreaterThan(1);
    expect(posted.length).toBeLessThan(20);
    const execution = org.runtime.executions.all().find(({ name }) => name === 'report-finished-call');
    expect(execution?.status).not.toBe('RUNNING');
    expect(execution?.completionReason).toBe('NOT REPORTED after 5 tries');
  });
});

test('a call that no agent took is not reported', async () => {
  const org = await shipped();
  const call = await patientCall(org);
  org.clock.after(40_000, () => call.hangsUp());
  await call.end();
  await org.waits(minutes(10));
  expect(org.service('backOffice').requests).toEqual([]);
});
