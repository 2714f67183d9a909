import { builtIn, createCallback, exp, type Expression, type PhoneNumber, type Queue, type DateTime } from '../../src';
import { variableKinds } from '../../src/architect/types';
import { builtInTypes } from '../../src/architect/built-in-types';
import { builtInVariables } from '../../src/architect/expressions/built-in-variables';

test("Architect's own variables have the types that expressions know", () => {
  const kinds = Object.entries(builtInTypes).map(([name, { kind }]) => [name, kind]);
  const known = builtInVariables
    .filter(({ basis, constant }) => basis === 'seen' && constant === undefined)
    .map(({ name, type }) => [name, type.kind])
    .filter(([, kind]) => (variableKinds as readonly unknown[]).includes(kind));

  expect(kinds.sort()).toEqual(known.sort());
});

test('a well-known name says what it holds', () => {
  const queue: Expression<Queue> = builtIn('Call.CurrentQueue');
  const start: Expression<DateTime> = builtIn('Flow.StartDateTimeUtc');
  const other = builtIn<string>('Message.SenderAddress');

  expect([queue, start, other].map(({ text }) => text)).toEqual([
    'Call.CurrentQueue',
    'Flow.StartDateTimeUtc',
    'Message.SenderAddress',
  ]);
});

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  const callbackNumber = exp<PhoneNumber>`ToPhoneNumber(Call.Ani)`;

  // @ts-expect-error an address is a text, not a queue
  createCallback('Call back', { callbackNumber, queue: builtIn('Call.Ani') });
  // @ts-expect-error a text is no telephone number until it was made one
  createCallback('Call back', { callbackNumber: builtIn('Call.Ani'), queue: builtIn('Call.CurrentQueue') });

  expect(createCallback('Call back', { callbackNumber, queue: builtIn('Call.CurrentQueue') })).toMatchObject({
    queue: { kind: 'expression', text: 'Call.CurrentQueue' },
  });
});
