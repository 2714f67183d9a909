import { chance } from '../../../../src/emulator/runtime/chance';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import { EventLog } from '../../../../src/emulator/runtime/event-log';
import { AllowedHosts, type AllowedNetwork } from '../../../../src/emulator/runtime/services/allowed-hosts';
import type { HttpOutcome, Send } from '../../../../src/emulator/runtime/services/http';
import { type StandInsOfOrg, sendWithin } from '../../../../src/emulator/runtime/services/send-within';
import { respondsWith, service } from '../../../../src/emulator/runtime/services/service';
import { milliseconds } from '../../../../src/architect/types';

/** A sender whose network is a list of the URLs that were asked. */
function sender(network: AllowedNetwork, services?: StandInsOfOrg) {
  const clock = new VirtualClock(0);
  const log = new EventLog({ now: () => clock.now() } as never);
  const reached: string[] = [];
  const overNetwork: Send =
    ({ url }) =>
    (done) => {
      reached.push(url);
      return clock.after(0, () => done({ response: { status: 200, headers: {}, body: '"real"' } }));
    };
  const hosts = new AllowedHosts(network);
  const { send, named } = sendWithin({ clock, chance: chance(1), log, hosts, services, overNetwork });
  const ask = async (url: string): Promise<HttpOutcome> => {
    let outcome: HttpOutcome | undefined;
    send({ method: 'GET', url, headers: {} })((result) => (outcome = result));
    await clock.run(() => outcome !== undefined, clock.now() + 1000);
    if (!outcome) throw new Error('there is no outcome');
    return outcome;
  };
  /** What a player gives, by its names; undefined where the org knows that there is none. */
  const play = async (...names: readonly string[]): Promise<HttpOutcome | undefined> => {
    let outcome: HttpOutcome | undefined;
    const player = named(...names);
    if (!player) return undefined;
    player({ method: 'POST', url: 'standin:x', headers: {} })((result) => (outcome = result));
    await clock.run(() => outcome !== undefined, clock.now() + 1000);
    return outcome;
  };
  return { clock, send, ask, play, reached };
}

const bodyOf = (outcome: HttpOutcome): string =>
  'response' in outcome ? outcome.response.body : `${outcome.problem}: ${outcome.message}`;

const standIns: StandInsOfOrg = () => Promise.resolve({ 'crm.example': respondsWith('"played"') });

describe('a request', () => {
  test('to a host with a stand-in is answered by it', async () => {
    const { ask, reached } = sender([], standIns);

    expect(bodyOf(await ask('https://crm.example/x'))).toBe('"played"');
    expect(reached).toEqual([]);
  });

  test('to a host that is named goes out, stand-in or not', async () => {
    const { ask, reached } = sender(['crm.example'], standIns);

    expect(bodyOf(await ask('https://crm.example/x'))).toBe('"real"');
    expect(reached).toEqual(['https://crm.example/x']);
  });

  test.each<[AllowedNetwork, string]>([
    ['any', 'https://other.example/'],
    [[], 'http://127.0.0.1:9/'],
  ])('with %j allowed, to %s goes out where nothing plays it', async (network, url) => {
    const { ask, reached } = sender(network, standIns);

    expect(bodyOf(await ask(url))).toBe('"real"');
    expect(reached).toEqual([url]);
  });

  test('with any host allowed, stand-ins still come first', async () => {
    expect(bodyOf(await sender('any', standIns).ask('https://crm.example/'))).toBe('"played"');
  });

  test.each(['https://other.example/customers?secret=1', 'http://169.254.169.254/latest'])(
    'to %s is refused, and the reason repeats nothing of the address, which can hold a secret',
    async (url) => {
      const { ask, reached } = sender([], standIns);

      expect(bodyOf(await ask(url))).toBe(
        'notAllowed: no stand-in plays its host, and the local org may not ask it over the network',
      );
      expect(reached).toEqual([]);
    },
  );
});

test('stand-ins are loaded once, when they are first needed', async () => {
  let loaded = 0;
  const { ask } = sender(['named.example'], () => {
    loaded += 1;
    return standIns();
  });
  await ask('https://named.example/');
  expect(loaded).toBe(0);
  await ask('https://crm.example/');
  await ask('https://crm.example/');
  expect(loaded).toBe(1);
});

test('stand-ins that cannot be loaded are a reason, and nothing goes out', async () => {
  const { ask, reached } = sender('any', () => Promise.reject(new Error('settings.yaml is wrong')));

  expect(bodyOf(await ask('https://crm.example/'))).toBe(
    'connection: its stand-in cannot be loaded: settings.yaml is wrong',
  );
  expect(reached).toEqual([]);
});

test('what nothing plays, or nobody may ask, is known at once', async () => {
  const { clock, ask, play } = sender([], standIns);
  await ask('https://other.example/');
  await ask('https://other.example/');
  expect(clock.now()).toBe(0);
  const other = sender([], standIns);
  await other.play('bot Hotel');
  await play('bot Hotel');
  expect([clock.now(), other.clock.now()]).toEqual([0, 0]);
});

test('a request that is given up while the stand-ins are loaded reaches none of them', async () => {
  let requests = 0;
  const counting = service(() => {
    requests += 1;
    return { body: {} };
  });
  const { clock, send } = sender([], () => Promise.resolve({ 'crm.example': counting }));
  send({ method: 'GET', url: 'https://crm.example/', headers: {} })(() => undefined)();
  await clock.run(() => false, clock.now() + 1_000);
  expect(requests).toBe(0);
});

test('a request that is given up has no outcome', async () => {
  const slow: StandInsOfOrg = () => Promise.resolve({ 'crm.example': respondsWith({}).after(milliseconds(500)) });
  const { clock, send } = sender([], slow);
  const outcomes: HttpOutcome[] = [];
  const giveUp = send({ method: 'GET', url: 'https://crm.example/', headers: {} })((outcome) => outcomes.push(outcome));
  await clock.run(() => false, clock.now() + 100);
  giveUp();
  await clock.run(() => false, clock.now() + 10_000);

  expect(outcomes).toEqual([]);
});

describe('what plays a bot', () => {
  const bots: StandInsOfOrg = () => Promise.resolve({ 'bot Orders': respondsWith('{"intent":"track"}') });

  test('is loaded when a flow first needs it', async () => {
    const { play } = sender([], bots);

    expect(await play('bot Orders')).toMatchObject({ response: { status: 200 } });
    expect(await play('bot orders')).toMatchObject({ response: { status: 200 } });
  });

  test('is the first of its names that a stand-in has', async () => {
    expect(await sender([], bots).play('transfer +33142685300', 'bot Orders')).toMatchObject({
      response: { status: 200 },
    });
  });

  test('may be nothing, which is known when the stand-ins are loaded', async () => {
    const { play } = sender([], bots);

    expect(await play('bot Hotel')).toMatchObject({ problem: 'noService' });
    expect(await play('bot Hotel')).toBeUndefined();
  });

  test('is nothing without stand-ins', async () => {
    expect(await sender([]).play('bot Orders')).toBeUndefined();
  });
});
