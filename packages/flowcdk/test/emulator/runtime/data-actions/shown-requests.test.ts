import type { LoggedEvent } from '../../../../src/emulator/runtime/events';
import { respondsWith } from '../../../../src/emulator/runtime/services/service';
import type { JsonObject } from '../../../../src/emulator/state/json';
import { asking, get } from '../private/one-data-action';

const credential = { type: 'userDefined', fields: { key: 's3cr3t/+7Kq', tier: 'gold' } };

/** A data action with a credential that has been run: what was sent, and what the log shows. */
function run(request: JsonObject) {
  const org = asking({ alpha: respondsWith({}) }, { config: get({ requestType: 'POST', ...request }), credential });
  const result = org.ask({ phone: '1' });
  const step = (name: string): LoggedEvent | undefined =>
    org.runtime.log.events.find((event) => event.type === 'dataAction.step' && event.step === name);
  return { result, step, sent: org.requests()[0], events: org.runtime.log.events };
}

test.each<[what: string, template: string, sent: string, shown: string]>([
  ['no secret', '{"phone": "$input.phone"}', '{"phone": "1"}', '{"phone": "1"}'],
  ['a secret', '$credentials.key', 's3cr3t/+7Kq', '***key***'],
  ['an encoded one', '$esc.url($credentials.key)', 's3cr3t%2F%2B7Kq', '***key***'],
  ['one in capitals', '$credentials.key.toUpperCase()', 'S3CR3T/+7KQ', '***KEY***'],
  ['one that decides', '#if($credentials.tier == "gold")a#{else}b#end', 'a', 'b'],
  ['one that is cut where the mark is too short', '$credentials.key.substring(10)', 'q', '***'],
])('the body of a request with %s is shown with marks', (_, requestTemplate, sent, shown) => {
  const ran = run({ requestTemplate });

  expect(ran.sent?.body).toBe(sent);
  expect(ran.step('Render the request body')).toMatchObject({ success: true, result: shown });
});

test('the URL is shown with marks in both of its events', () => {
  const ran = run({ requestUrlTemplate: 'https://alpha.example/$esc.uriEncode($credentials.key)?phone=$input.phone' });
  const shown = 'https://alpha.example/***key***?phone=1';

  expect(ran.sent?.url).toBe('https://alpha.example/s3cr3t%2F%2B7Kq?phone=1');
  expect(ran.step('Render the request URL')).toMatchObject({ result: shown });
  expect(ran.events.find(({ type }) => type === 'http.requested')).toMatchObject({ url: shown });
});

test('what a template put into the inputs is a secret in the texts behind it', () => {
  const ran = run({
    headers: { 'X-A': '#set($input.phone = $credentials.key)a' },
    requestTemplate: '$input.phone',
  });

  expect(ran.sent?.body).toBe('s3cr3t/+7Kq');
  expect(ran.step('Render the request body')).toMatchObject({ result: '***key***' });
});

test.each<[what: string, request: JsonObject, message: string]>([
  [
    'a template that no secret fits, and no mark',
    { requestTemplate: '$credentials.key.substring(90)' },
    'begin 90, end 9, length 9',
  ],
  [
    'a template that this secret does not fit',
    { requestTemplate: '#if($credentials.key.startsWith("s3"))$credentials.key.substring(90)#end' },
    'the request body: it cannot be rendered with the values of the credential. Details would show them',
  ],
  [
    'a URL that is none',
    { requestUrlTemplate: '$credentials.key' },
    "The request URL '***key***' is no absolute http or https address.",
  ],
  [
    'a header with a line break',
    { headers: { 'X-A': '$credentials.key$esc.newline' } },
    'The header x-a has a line break in it.',
  ],
  [
    'a header that nobody can send',
    { headers: { 'X-A': '$credentials.key€' } },
    'The header x-a has a character that no header can carry.',
  ],
  [
    'a host that nobody has',
    { requestUrlTemplate: 'https://${credentials.tier}.example/' },
    'no service stands behind ***tier***.example; there are alpha',
  ],
])('the message about %s has no secret', (_, request, message) => {
  const { result, events } = run(request);

  expect(result.outcome === 'failure' && result.failure.userMessage).toContain(message);
  expect(JSON.stringify([result, events])).not.toMatch(/s3cr3t|gold/i);
});

test('an answer that repeats a secret is hidden from the flow, with a warning', () => {
  const org = asking(
    { alpha: respondsWith({ told: 'the key s3cr3t/+7Kq is old' }) },
    {
      config: get({ headers: { 'X-Key': '$credentials.key' } }),
      credential,
    },
  );

  expect(org.ask()).toMatchObject({ result: { told: 'the key *** is old' } });
  expect(org.runtime.log.events).toContainEqual(
    expect.objectContaining({
      warning: 'the answer repeats the secret key. The local org hides it, the cloud passes it on',
    }),
  );
});

test('the reason why a host may not be asked says what to do, with a mark for what is secret', () => {
  const org = asking(
    {},
    {
      config: get({ requestUrlTemplate: 'https://${credentials.tier}.example/x' }),
      credential,
      send: () => (done) => {
        done({ problem: 'notAllowed', message: 'it may not be asked' });
        return () => undefined;
      },
    },
  );
  const result = org.ask();

  expect(result.outcome === 'failure' && result.failure.userMessage).toContain('(--allow-network ***tier***.example)');
});

test('a character of a secret that no URL may have is not shown', () => {
  const message = (requestUrlTemplate: string): string => {
    const fields = { key: 'a|b' };
    const org = asking(
      { alpha: respondsWith({}) },
      { config: get({ requestUrlTemplate }), credential: { type: 'userDefined', fields } },
    );
    const result = org.ask({ phone: 'x|y' });
    return result.outcome === 'failure' ? result.failure.userMessage : '';
  };

  expect(message('https://alpha.example/$credentials.key')).toContain('from a value of the credential');
  expect(message('https://alpha.example/$input.phone/$credentials.key')).toContain('the character "|" at position 24');
});

test('a reference without braces to an input that is not set goes out as it stands, with a warning', () => {
  const ran = run({ requestUrlTemplate: 'https://alpha.example/?a=$input.phone&b=$input.city&c=$!input.zip' });
  const warnings = ran.events.flatMap((event) =>
    event.type === 'dataAction.step' && event.warning !== undefined ? [event.warning] : [],
  );

  expect(ran.sent?.url).toBe('https://alpha.example/?a=1&b=$input.city&c=');
  expect(warnings).toEqual([expect.stringMatching(/^the input city is not set, .* Write \$!\{input\.city\}/)]);
});

test('a secure flow shows neither its inputs nor what becomes of them', () => {
  const card = '4111222233334444';
  const org = asking(
    { alpha: respondsWith({ paid: card }) },
    {
      config: get(
        {
          requestType: 'POST',
          requestUrlTemplate: 'https://alpha.example/$input.card',
          requestTemplate: '$input.card',
        },
        { translationMap: { paid: '$.paid' }, successTemplate: '{"paid": ${paid}}' },
      ),
    },
  );
  org.ask({ card }, { isSecure: true });
  const log = org.runtime.log.events;

  expect(org.requests()[0]).toMatchObject({ url: `https://alpha.example/${card}`, body: card });
  expect(JSON.stringify(log)).not.toContain(card);
  expect(log.find(({ type }) => type === 'dataAction.started')).toMatchObject({ inputs: { card: '***' } });
  expect(log.find(({ type }) => type === 'http.requested')).toMatchObject({ url: 'https://alpha.example/$input.card' });
  expect(log.find(({ type }) => type === 'dataAction.ended')).toMatchObject({ outcome: 'success' });
});
