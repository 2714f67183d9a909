import { seconds } from '../../../../src/architect/types';
import { chance } from '../../../../src/emulator/runtime/chance';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import type { HttpOutcome, Send } from '../../../../src/emulator/runtime/services/http';
import {
  failsWith,
  hangs,
  respondsWith,
  type Service,
  service,
} from '../../../../src/emulator/runtime/services/service';
import { Services, type ServicesOptions } from '../../../../src/emulator/runtime/services/send-to-services';

const START = Date.UTC(2026, 0, 5);

/** Services that stand in for real ones, and what they send. */
function standIns(services: Readonly<Record<string, Service>>, more: Partial<ServicesOptions> = {}) {
  const clock = new VirtualClock(START);
  const logged: object[] = [];
  const log = { add: (type: string, _: object, fields: object) => logged.push({ type, ...fields }) };
  const all = new Services({ services, clock, chance: chance(1), log: log as never, ...more });
  /** The answer, and after how many milliseconds it came; undefined where none came. */
  const sent = (url: string, send: Send | undefined = all.send) => {
    const answers: { readonly outcome: HttpOutcome; readonly after: number }[] = [];
    const from = clock.now();
    const request = { method: 'POST', url, headers: {}, body: '{"a":1}' };
    send?.(request)((outcome) => answers.push({ outcome, after: clock.now() - from }));
    clock.runNow();
    return answers[0];
  };
  const bodyFrom = (url: string, send?: Send): string | undefined => {
    const outcome = sent(url, send)?.outcome;
    return outcome && ('response' in outcome ? outcome.response.body : `${outcome.problem}: ${outcome.message}`);
  };
  return { all, clock, logged, sent, bodyFrom };
}

const named = (name: string): Service => respondsWith(name);

describe('the service behind a URL', () => {
  const { all, bodyFrom, sent } = standIns({
    alpha: named('first label'),
    'alpha.customers.example': named('host'),
    'https://alpha.customers.example/oauth': named('address'),
    'https://other.example': named('other address'),
    Beta: named('in capitals'),
  });

  test.each([
    ['https://alpha.other.example/x', 'first label'],
    ['https://alpha/x', 'first label'],
    ['https://alpha.customers.example/x', 'host'],
    ['https://alpha.customers.example/oauth/token', 'address'],
    ['https://other.example/x?y=1', 'other address'],
    ['https://beta.example', 'in capitals'],
  ])('%s is that of the longest name that fits: %s', (url, expected) => {
    expect(bodyFrom(url)).toBe(expected);
    expect(all.has(url)).toBe(true);
  });

  test.each(['https://alphabet.example/', 'https://www.alpha.example/', 'http://other.example/'])(
    '%s has none',
    (url) => {
      expect(all.has(url)).toBe(false);
      expect(bodyFrom(url)).toMatch(/^noService: there are alpha, /);
      // That is known at once.
      expect(sent(url)?.after).toBe(0);
    },
  );
});

test('without services there are none', () =>
  expect(standIns({}).bodyFrom('https://alpha.example/')).toBe('noService: there are none'));

test('what many templates produce is looked up as well as the first', () => {
  const { all } = standIns({ alpha: named('alpha') });
  for (let i = 0; i < 1_100; i += 1) all.has(`https://host-${i}.example/`);
  expect(all.has('https://alpha.example/')).toBe(true);
  expect(all.has('https://host-1.example/')).toBe(false);
});

test('an answer comes in its time; a request that was taken back gets none', () => {
  const { all, clock, sent } = standIns({ alpha: named('alpha').after(seconds(2)) });
  expect(sent('https://alpha.example/')?.after).toBe(2000);
  const answers: unknown[] = [];
  const takeBack = all.send({ method: 'GET', url: 'https://alpha.example/', headers: {} })((answer) =>
    answers.push(answer),
  );
  takeBack();
  clock.runNow();
  expect(answers).toEqual([]);
});

test('a service that hangs never answers', () => {
  const { sent, logged } = standIns({ alpha: hangs() });
  expect(sent('https://alpha.example/')).toBeUndefined();
  expect(logged).toEqual([{ type: 'fault.applied', what: 'hang', to: 'alpha' }]);
});

test('each service counts its own requests', () => {
  const recovering = (name: string) => named(name).first(1, failsWith(503, 'down'));
  const { bodyFrom } = standIns({ alpha: recovering('alpha'), beta: recovering('beta') });
  const urls = ['https://alpha.example/', 'https://beta.example/', 'https://alpha.example/', 'https://beta.example/'];
  expect(urls.map((url) => bodyFrom(url))).toEqual(['down', 'down', 'alpha', 'beta']);
  const counting = standIns({ alpha: service(({ times }) => ({ body: times })) });
  expect([1, 2, 3].map(() => counting.bodyFrom('https://alpha.example/'))).toEqual(['0', '1', '2']);
});

test('each service has its own random numbers, which go on', () => {
  const random = service(({ chance: source }) => ({ body: source.next() }));
  const first = standIns({ alpha: random, beta: random });
  const two = standIns({ alpha: random, beta: random });
  const [before, after] = [first.bodyFrom('https://alpha.example/'), first.bodyFrom('https://alpha.example/')];
  expect(before).not.toBe(after);
  // A request to another service changes nothing.
  two.bodyFrom('https://beta.example/');
  expect([two.bodyFrom('https://alpha.example/'), two.bodyFrom('https://alpha.example/')]).toEqual([before, after]);
});

test('received requests are kept, unless nobody wants them', () => {
  const kept = standIns({ alpha: named('alpha') });
  kept.bodyFrom('https://alpha.example/x');
  expect(kept.all.received).toMatchObject([
    { service: 'alpha', at: START, request: { url: 'https://alpha.example/x' }, json: { a: 1 } },
  ]);
  const dropped = standIns({ alpha: named('alpha') }, { keepRequests: false });
  dropped.bodyFrom('https://alpha.example/x');
  expect(dropped.all.received).toEqual([]);
});

test('a fault stands instead of the service of a data action', () => {
  const { all, bodyFrom } = standIns({ alpha: named('alpha') }, { faults: { Find: named('instead') } });
  expect(bodyFrom('https://alpha.example/', all.instead('Find'))).toBe('instead');
  expect(all.instead('Other')).toBeUndefined();
  expect(all.instead('toString')).toBeUndefined();
  expect(standIns({}).all.instead('Find')).toBeUndefined();
});

test('what has no URL is found by the first of its names, in any case', () => {
  const { all, bodyFrom } = standIns({ 'bot Orders': named('orders'), 'bot Returns': named('returns') });
  expect(bodyFrom('standin:x', all.named('BOT orders'))).toBe('orders');
  expect(bodyFrom('standin:x', all.named('bot Unknown', 'bot Returns', 'bot Orders'))).toBe('returns');
  expect(all.named('bot')).toBeUndefined();
});
