import 'flowcdk/testing/jest';
import { failsWith } from 'flowcdk/testing';
import { ADA, unhappyCall } from './private/unhappy-calls';

// What the customer reads, and who reads nothing.

test.each([
  [undefined, /^We are sorry/],
  ['en-us', /^We are sorry/],
  ['fr-fr', /^Nous regrettons/],
  ['fr-ca', /^Nous regrettons/],
  ['FR', /^Nous regrettons/],
  ['de-de', /^Es tut uns leid/],
  ['it-it', /^We are sorry/],
  ['', /^We are sorry/],
])('a customer whose language is %s reads %s', async (language, text) => {
  const { sms } = await unhappyCall({ ...(language === undefined ? {} : { language }) });

  expect(sms).toMatchObject([{ text: expect.stringMatching(text) as string }]);
});

test('the SMS says nothing of what is internal', async () => {
  const { sms, call } = await unhappyCall();

  expect(sms[0]?.text).not.toContain(call.conversationId);
  expect(sms[0]?.text).not.toMatch(/-?60|sentiment|alert/i);
});

test('a text with quotes and a line break arrives as it is written', async () => {
  const text = `Sorry for the "wait" — we'll call.\nYour Northwind {team} $name`;
  const { sms } = await unhappyCall({ settings: { sms: { texts: { 'en-us': text } } } });

  expect(sms).toMatchObject([{ text }]);
});

test('who has opted out gets no SMS, and is called back', async () => {
  const { sms, callbacks, reasons } = await unhappyCall({ optedOut: [ADA] });

  expect(sms).toEqual([]);
  expect(callbacks).toHaveLength(1);
  expect(reasons).toEqual([expect.stringMatching(/^UNHAPPY, .*: SMS OPTED OUT; call-back DUE/)]);
});

test('who has opted out with the platform gets no SMS, and the reason says that it was refused', async () => {
  const { sms, callbacks, reasons } = await unhappyCall({
    meanwhile: (org) => org.person(ADA, { optedOut: true }),
  });

  expect(sms).toEqual([]);
  expect(callbacks).toHaveLength(1);
  expect(reasons).toEqual([expect.stringMatching(/: SMS FAILED 400 recipient\.opted\.out; call-back DUE/)]);
});

test('an SMS of another number is sent', async () => {
  const { sms } = await unhappyCall({ optedOut: ['+33199001235', '+3319900123'] });

  expect(sms).toHaveLength(1);
});

test.each([
  ['21:30 in Paris', '2026-01-05T20:30:00Z', 'QUIET HOURS'],
  ['7:30 in Paris', '2026-01-05T06:30:00Z', 'QUIET HOURS'],
  ['8:30 in Paris', '2026-01-05T07:30:00Z', 'SENT'],
])('an SMS at %s: %s %s', async (_, at, result) => {
  const { reasons } = await unhappyCall({ options: { at: new Date(at) } });

  expect(reasons).toEqual([expect.stringContaining(`: SMS ${result}; `)]);
});

test('an SMS may be sent in quiet hours where the settings say so', async () => {
  const { sms } = await unhappyCall({
    settings: { sms: { inQuietHours: true } },
    options: { at: new Date('2026-01-05T22:00:00Z') },
  });

  expect(sms).toHaveLength(1);
});

test('an SMS that is not taken is not said to be sent', async () => {
  const { reasons } = await unhappyCall({ options: { faults: { 'Send SMS': failsWith(502) } } });

  expect(reasons).toEqual([expect.not.stringContaining('SMS SENT')]);
});
