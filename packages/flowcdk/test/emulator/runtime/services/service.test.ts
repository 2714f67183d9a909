import { seconds } from '../../../../src/architect/types';
import { type Chance, chance } from '../../../../src/emulator/runtime/chance';
import {
  cutsConnection,
  failsWith,
  hangs,
  hugeBody,
  latencies,
  malformed,
  respondsWith,
  type Served,
  type Service,
  service,
  ServiceRequest,
  tooManyRequests,
} from '../../../../src/emulator/runtime/services/service';

/** Random numbers that a test gives. */
const numbers = (...all: readonly number[]): Chance => {
  const left = [...all];
  return { next: () => left.shift() ?? 0 } as Chance;
};

interface Sent {
  readonly url?: string;
  readonly body?: string;
  readonly random?: Chance;
  readonly times?: number;
}

function served(
  by: Service,
  { url = 'https://alpha.example/', body, random = chance(1), times = 0 }: Sent = {},
): Served {
  const request = { method: 'POST', url, headers: {}, ...(body === undefined ? {} : { body }) };
  return by.serve(new ServiceRequest(request, random, times));
}

/** Status and body of an answer. */
function answerOf({ outcome }: Served): readonly [status: number, body: string] | undefined {
  return outcome && 'response' in outcome ? [outcome.response.status, outcome.response.body] : undefined;
}

test('an answer is JSON with status 200, or a text', () => {
  expect(served(respondsWith({ found: true }))).toEqual({
    after: 0,
    outcome: { response: { status: 200, headers: { 'content-type': 'application/json' }, body: '{"found":true}' } },
  });
  expect(served(respondsWith('fine', 202))).toEqual({
    after: 0,
    outcome: { response: { status: 202, headers: { 'content-type': 'text/plain' }, body: 'fine' } },
  });
});

test('a service reads the URL and the body', () => {
  const echo = service(({ url, json }) => ({ body: { phone: url.searchParams.get('phone'), json: json ?? 'none' } }));
  expect(answerOf(served(echo, { url: 'https://alpha.example/?phone=1', body: '{"a":1}' }))).toEqual([
    200,
    '{"phone":"1","json":{"a":1}}',
  ]);
  expect(answerOf(served(echo, { url: '/api/v2/users?phone=2', body: 'no json' }))).toEqual([
    200,
    '{"phone":"2","json":"none"}',
  ]);
});

test.each<[what: string, service: Service, fault: string, answer: ReturnType<typeof answerOf>]>([
  ['an error', failsWith(503), 'status 503', [503, '{"message":"status 503"}']],
  ['an error with a body', failsWith(404, 'no'), 'status 404', [404, 'no']],
  ['too many requests', tooManyRequests(), 'status 429', [429, '{"message":"Too Many Requests"}']],
  ['no answer', hangs(), 'hang', undefined],
  ['a cut connection', cutsConnection(), 'cut connection', undefined],
  ['no JSON', malformed(), 'malformed JSON', [200, '{"found": tru']],
])('what goes wrong on purpose is named: %s', (_, by, fault, answer) => {
  const result = served(by);
  expect(result.fault).toBe(fault);
  expect(result.after).toBe(0);
  expect(answerOf(result)).toEqual(answer);
});

test('a body that is larger than two megabytes', () => {
  const [status, body = ''] = answerOf(served(hugeBody())) ?? [];
  expect(status).toBe(200);
  expect(body.length).toBeGreaterThan(2 * 1024 * 1024);
});

test('delays add up', () => {
  expect(served(respondsWith({}).after(seconds(2)).after(seconds(1))).after).toBe(3000);
  expect(served(respondsWith({}).after(() => 12.6)).after).toBe(13);
  expect(served(respondsWith({}).after(() => -5)).after).toBe(0);
  expect(served(respondsWith({}).after(seconds(0))).after).toBe(0);
  expect(() => respondsWith({}).after(seconds(-2))).toThrow('a latency is 0 seconds or more; -2 is not');
});

test('sometimes another service answers', () => {
  const mixed = respondsWith('usual').sometimes(0.25, respondsWith('other'));
  expect(answerOf(served(mixed, { random: numbers(0.24) }))?.[1]).toBe('other');
  expect(answerOf(served(mixed, { random: numbers(0.25) }))?.[1]).toBe('usual');
  expect(answerOf(served(respondsWith('usual').sometimes(0, hangs())))?.[1]).toBe('usual');
  expect(answerOf(served(respondsWith('usual').sometimes(1, respondsWith('other'))))?.[1]).toBe('other');
});

test('the first requests may get another answer', () => {
  const recovers = respondsWith('fine').first(2, failsWith(503));
  expect([0, 1, 2].map((times) => answerOf(served(recovers, { times }))?.[0])).toEqual([503, 503, 200]);
  expect(answerOf(served(respondsWith('fine').first(0, failsWith(503))))?.[0]).toBe(200);
});

test.each([-0.1, 1.1, Number.NaN])('%s is no probability', (probability) =>
  expect(() => respondsWith({}).sometimes(probability, hangs())).toThrow(
    `a probability goes from 0 to 1; ${probability} does not`,
  ),
);

test.each([-1, 1.5])('%s is no number of times', (times) =>
  expect(() => respondsWith({}).first(times, hangs())).toThrow(
    `how many times is a whole number from 0; ${times} is none`,
  ),
);

test('an answer may be changed on its way; without an answer nothing is', () => {
  const change = (body: string) => ({ status: 418, body: `${body}!` });
  const changed = served(respondsWith('tea').changed('teapot', change));
  expect([changed.fault, answerOf(changed)]).toEqual(['teapot', [418, 'tea!']]);
  expect(answerOf(served(respondsWith('tea', 201).changed('more', (body) => ({ body }))))?.[0]).toBe(201);
  expect(served(hangs().changed('teapot', change)).fault).toBe('hang');
  expect(served(cutsConnection().changed('teapot', change)).fault).toBe('cut connection');
});

describe('latencies', () => {
  const draw = latencies(seconds(1), seconds(4));

  test('have their median in the middle', () => {
    // cos(2π · 0.25) is 0: the normally distributed number is its mean.
    expect(draw(numbers(0.5, 0.25))).toBeCloseTo(1000);
  });

  test('are longer than the slow one in 1 of 20 answers', () => {
    const random = chance(7);
    const all = Array.from({ length: 4000 }, () => draw(random));
    const share = (limit: number): number => all.filter((each) => each > limit).length / all.length;
    expect(share(1000)).toBeCloseTo(0.5, 1);
    expect(share(4000)).toBeGreaterThan(0.04);
    expect(share(4000)).toBeLessThan(0.06);
  });

  test('of no time at all are short', () => {
    expect(latencies(seconds(0), seconds(0))(numbers(0.3, 0.1))).toBe(1);
  });
});
