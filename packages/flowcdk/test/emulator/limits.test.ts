import { PlaceCounter, RateCounter } from '../../src/emulator/limits/counter';
import { defaultLimits, limitNames } from '../../src/emulator/limits/limits';
import { limitsIn, WrongLimits } from '../../src/emulator/limits/limits-file';
import { localOrg, messageOf } from './private/local-org';

const codes = '/api/v2/routing/wrapupcodes';

describe('how often something may happen', () => {
  test.each([
    // at milliseconds ⇒ counted, refused, seconds until counting starts anew
    [[0], 1, false, 60],
    [[0, 0], 2, false, 60],
    [[0, 0, 0], 2, true, 60],
    [[0, 0, 30_500], 2, true, 30],
    [[0, 0, 59_999], 2, true, 1],
    [[0, 0, 60_000], 1, false, 60],
    // What was refused does not count, and does not make anybody wait longer.
    [[0, 0, 10_000, 60_000], 1, false, 60],
  ])('two in a minute, asked at %j', (times, count, exceeded, reset) => {
    let now = 0;
    const counter = new RateCounter(() => now);

    const last = times.map((time) => {
      now = time;
      return counter.take('somebody', 2);
    });

    expect(last.at(-1)).toEqual({ count, allowed: 2, exceeded, reset });
  });

  test('everybody is counted on their own', () => {
    const counter = new RateCounter(() => 0);

    expect([counter.take('a', 1), counter.take('b', 1)].map(({ exceeded }) => exceeded)).toEqual([false, false]);
  });

  test('so many at the same time: a place is free again when it is left, once', () => {
    const places = new PlaceCounter();
    const leave = places.enter(1);

    expect(places.enter(1)).toBeUndefined();
    leave?.();
    leave?.();
    expect(places.enter(1)).toBeDefined();
    expect(places.enter(1)).toBeUndefined();
  });
});

describe('a file of limits', () => {
  test('what it does not name is as in every organisation', () => {
    expect(limitsIn('token.rate.per.minute: 10', 'limits.yaml')).toEqual({
      ...defaultLimits,
      'token.rate.per.minute': 10,
    });
  });

  test('it can be JSON', () => {
    expect(limitsIn('{ "request.bytes.max": 1000 }', 'l.json')).toMatchObject({ 'request.bytes.max': 1000 });
  });

  test.each([
    [
      '# ours\ntoken.rate.minute: 10',
      `l.yaml:2: there is no limit 'token.rate.minute'. Did you mean token.rate.per.minute? There are ${limitNames.join(', ')}.`,
    ],
    [
      'token.rate.per.minute: many',
      'l.yaml:1: token.rate.per.minute is "many"; expected a whole number from 1, and without it 300 counts',
    ],
    ['request.bytes.max: 0', 'l.yaml:1: request.bytes.max is 0; expected a whole number from 1, and without it 512000'],
    ['toString: 1', "l.yaml:1: there is no limit 'toString'."],
    ['- 5', 'l.yaml: limits are a map of names to values, such as'],
    ['token: [', 'l.yaml: '],
  ])('what is wrong is told with its line: %j', (text, message) => {
    expect(() => limitsIn(text, 'l.yaml')).toThrow(WrongLimits);
    expect(() => limitsIn(text, 'l.yaml')).toThrow(message);
  });

  test('everything that is wrong is told at once', () => {
    expect(() => limitsIn('a: 1\nb: 2', 'l.yaml')).toThrow(/l\.yaml:1: .*'a'.*\nl\.yaml:2: .*'b'/);
  });
});

describe('an org that keeps limits', () => {
  const strict = (values: Partial<typeof defaultLimits>) => localOrg({ limits: { ...defaultLimits, ...values } });

  test('who asks too often gets 429, with the limit and when to ask again', async () => {
    const org = strict({ 'client.credentials.token.rate.per.minute': 2 });
    await org.get(codes);
    await org.get(codes);
    await org.wait(18_000);

    const answer = await org.get(codes);

    expect(answer).toMatchObject({
      status: 429,
      headers: { 'retry-after': '42' },
      body: {
        status: 429,
        code: 'too.many.requests.retry.after',
        message:
          'Rate limit exceeded the maximum. Retry the request in [42] seconds (client.credentials.token.rate.per.minute: 2)',
        limit: { key: 'client.credentials.token.rate.per.minute', namespace: 'platform.api', value: 2 },
      },
    });
    await org.wait(42_000);
    expect(await org.get(codes)).toMatchObject({ status: 200 });
  });

  test('every answer tells how much is left', async () => {
    const org = strict({});
    await org.get(codes);

    expect((await org.get(codes)).headers).toMatchObject({
      'inin-ratelimit-count': '2',
      'inin-ratelimit-allowed': '300',
      'inin-ratelimit-reset': '60',
    });
  });

  test('tokens are counted one by one, and together by client and person', async () => {
    const org = strict({ 'client.credentials.token.rate.per.minute': 2, 'org.app.user.rate.per.minute': 3 });
    const ask = async (token: string) => org.send('GET', codes, undefined, { authorization: `Bearer ${token}` });
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    for (const token of ['a', 'a', 'a', 'b', 'b']) answers.push(await ask(token));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200, 429]);
    expect(answers.slice(2, 3).map(messageOf)).toEqual([expect.stringContaining('(client.credentials.token.rate')]);
    expect(answers.slice(4).map(messageOf)).toEqual([expect.stringContaining('(org.app.user.rate.per.minute: 3)')]);
  });

  test('a body is as large as it says, save where files go', async () => {
    const org = strict({ 'request.bytes.max': 100 });

    expect(await org.post(codes, { name: 'x'.repeat(100) })).toMatchObject({
      status: 413,
      body: { message: 'The request is larger than 100 bytes (request.bytes.max).' },
    });
    expect(await org.post(codes, { name: 'x' })).toMatchObject({ status: 200 });
  });

  test('without limits nobody is told to wait', async () => {
    const org = localOrg();
    for (let i = 0; i < 301; i++) await org.get('/api/v2/organizations/me');

    const answer = await org.get('/api/v2/organizations/me');

    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('inin-ratelimit-count');
  });
});
