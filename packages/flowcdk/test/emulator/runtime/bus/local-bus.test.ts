import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { days, hours, minutes, seconds } from '../../../../src';
import {
  type BusEvent,
  failsWith,
  localOrg,
  type LocalOrg,
  type LocalOrgOptions,
  respondsWith,
} from '../../../../src/testing';
import { everyTopic } from './private/every-topic';

const TOPIC = 'v2.users.{id}.activity';

/** An org with an event source that a bus is associated with. */
async function orgWithBus(options: LocalOrgOptions = {}): Promise<LocalOrg> {
  const org = await localOrg({ flows: [], ...options });
  org.addEventSource('events', [TOPIC, ...everyTopic]);
  org.bus.associate('events');
  return org;
}

/** Publishes so many events, one a minute. */
async function publishes(org: LocalOrg, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    org.runtime.events.publish(TOPIC, `user-${number}`, { number, kind: number % 2 === 0 ? 'even' : 'odd' });
    await org.waits(minutes(1));
  }
}

const numbers = (events: readonly BusEvent[]): unknown[] => events.map(({ detail }) => detail.eventBody['number']);
const after = (org: LocalOrg, milliseconds: number): Date => new Date(org.clock.now() + milliseconds);
const DAY = 86_400_000;

describe('an event source', () => {
  it('gives an event in the envelope of EventBridge', async () => {
    const org = await orgWithBus();
    const events: BusEvent[] = [];
    org.bus.rule('all', { target: (event) => events.push(event) });
    await publishes(org, 1);
    const organization = org.runtime.org.all('organization')[0]?.id;
    expect(events).toEqual([
      {
        version: '0',
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        'detail-type': TOPIC,
        source: `aws.partner/genesys.com/cloud/${organization}/events`,
        account: '123456789012',
        time: '2026-01-05T10:00:00Z',
        region: 'eu-central-1',
        resources: [],
        detail: {
          topicName: 'v2.users.user-1.activity',
          version: '2',
          eventBody: { number: 1, kind: 'odd' },
          metadata: { CorrelationId: expect.stringMatching(/^[\da-f-]{36}$/) },
          timestamp: '2026-01-05T10:00:00.000Z',
        },
      },
    ]);
  });

  it('is pending until a bus is associated, and its events are lost until then', async () => {
    const org = await localOrg({ flows: [] });
    org.addEventSource('events', [TOPIC]);
    expect(org.bus.sources).toMatchObject([{ suffix: 'events', state: 'PENDING' }]);
    await publishes(org, 1);
    expect(org.bus.lost).toMatchObject([{ why: 'no bus is associated with the source' }]);
    org.bus.associate('events');
    expect(org.bus.sources).toMatchObject([{ suffix: 'events', state: 'ACTIVE' }]);
    await publishes(org, 1);
    expect([org.bus.received, org.bus.lostEvents]).toEqual([1, 1]);
  });

  it('sends nothing of other topics', async () => {
    const org = await localOrg({ flows: [] });
    org.addEventSource('events', ['v2.users.{id}.presence']);
    org.bus.associate('events');
    await publishes(org, 1);
    expect([org.bus.received, org.bus.lostEvents]).toEqual([0, 0]);
  });

  it.each([
    ['a topic without placeholder', 'events', ['v2.users.7.activity'], /eventFilter: expected topics with/],
    ['no topic', 'events', [], /eventFilter: expected a list of topics/],
    ['a suffix with a blank', 'my events', [TOPIC], /eventSourceSuffix: expected 1 to 64/],
  ])('is refused with %s', async (_, suffix, topics, message) => {
    const org = await localOrg({ flows: [] });
    expect(() => org.addEventSource(suffix, topics)).toThrow(message);
  });
});

describe('Genesys Cloud while the bus takes nothing', () => {
  it('loses nothing in four days', async () => {
    const org = await orgWithBus();
    const events: BusEvent[] = [];
    org.bus.rule('all', { target: (event) => events.push(event) });
    const from = org.clock.now();
    org.bus.faults = { outages: [{ from: new Date(from), to: after(org, 4 * DAY) }] };
    await publishes(org, 200);
    expect([events.length, org.bus.waiting]).toEqual([0, 200]);
    await org.waits(days(5));
    expect([events.length, org.bus.waiting, org.bus.lostEvents]).toEqual([200, 0, 0]);
    expect(new Set(numbers(events)).size).toBe(200);
  });

  it('loses in five days what is older than four days, and the bus tells of each', async () => {
    const org = await orgWithBus();
    const events: BusEvent[] = [];
    org.bus.rule('all', { target: (event) => events.push(event) });
    org.bus.faults = { outages: [{ from: after(org, 0), to: after(org, 5 * DAY) }] };
    await publishes(org, 10);
    await org.waits(days(2));
    await publishes(org, 10);
    await org.waits(days(4));
    expect([events.length, org.bus.waiting, org.bus.lostEvents]).toEqual([10, 0, 10]);
    expect(org.bus.lost).toContainEqual({
      at: expect.any(Number),
      source: org.bus.sources[0]?.name,
      topicName: 'v2.users.user-10.activity',
      why: 'the bus did not take it for four days',
    });
    expect(org.events.filter(({ type }) => type === 'bus.lost')).toHaveLength(10);
  });
});

it('doubles and delays events on purpose, the same with every seed', async () => {
  const received = async (): Promise<unknown[]> => {
    const org = await orgWithBus();
    const events: BusEvent[] = [];
    org.bus.rule('all', { target: (event) => events.push(event) });
    org.bus.faults = { duplicated: 0.2, delayed: 0.5, delay: 600_000 };
    await publishes(org, 50);
    await org.waits(hours(1));
    return numbers(events);
  };
  const first = await received();
  expect(new Set(first).size).toBe(50);
  expect(first.length).toBeGreaterThan(50);
  expect(first).not.toEqual([...first].sort((a, b) => Number(a) - Number(b)));
  expect(await received()).toEqual(first);
});

it('tells of each event that it doubles or delays', async () => {
  const org = await orgWithBus();
  const events: BusEvent[] = [];
  org.bus.rule('all', { target: (event) => events.push(event) });
  const faults = (): unknown[] =>
    org.events.flatMap((event) => (event.type === 'fault.applied' ? [[event.what, event.to]] : []));
  const name = org.bus.sources[0]?.name;

  await publishes(org, 5);
  expect([events.length, faults()]).toEqual([5, []]);
  org.bus.faults = { duplicated: 1 };
  await publishes(org, 1);
  expect([events.length, faults()]).toEqual([7, [['duplicated', name]]]);
  org.bus.faults = { delayed: 1, delay: 3_600_000 };
  await publishes(org, 1);
  await org.waits(hours(1));
  expect(events).toHaveLength(8);
  expect(faults().slice(1)).toEqual([['delayed', name]]);
});

it('refuses an outage that ends when it begins, or before', async () => {
  const org = await orgWithBus();
  for (const to of [0, -1])
    expect(() => (org.bus.faults = { outages: [{ from: after(org, 0), to: after(org, to) }] })).toThrow(
      'an outage ends after it begins',
    );
});

describe('an org with two event sources', () => {
  const orgWithTwo = async (): Promise<LocalOrg> => {
    const org = await localOrg({ flows: [] });
    org.addEventSource('events', [TOPIC]);
    org.addEventSource('audit', ['v2.users.{id}.presence']);
    return org;
  };
  const rule = { target: () => undefined };

  it('knows each by its suffix and by its whole name', async () => {
    const org = await orgWithTwo();
    const [, audit] = org.bus.sources;
    expect(org.bus.associate('events')).toMatchObject({ suffix: 'events', state: 'ACTIVE' });
    expect(org.bus.associate(audit?.name ?? '')).toMatchObject({ suffix: 'audit', state: 'ACTIVE' });
    expect(() => org.bus.associate('calls')).toThrow("there is no event source 'calls'; there are events, audit");
  });

  it('publishes what one of them has', async () => {
    const org = await orgWithTwo();
    expect([TOPIC, 'v2.users.{id}.presence', 'v2.users.{id}.other'].map((topic) => org.bus.listenTo(topic))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('needs the name of the bus for a rule as soon as two are associated', async () => {
    const org = await orgWithTwo();
    expect(() => org.bus.rule('all', rule)).toThrow('no bus is associated with an event source; associated are none');
    org.bus.associate('events');
    expect(() => org.bus.rule('all', { ...rule, bus: 'audit' })).toThrow(
      'no bus is associated with audit; associated are events',
    );
    org.bus.rule('all', rule);
    org.bus.associate('audit');
    expect(() => org.bus.rule('all', rule)).toThrow('several buses could have it; choose one with bus: events, audit');
    org.bus.rule('audits', { ...rule, bus: 'audit' });
    expect(org.bus.rules.map(({ name, bus }) => [name, bus.split('/').at(-1)])).toEqual([
      ['all', 'events'],
      ['audits', 'audit'],
    ]);
  });

  it('archives and rules of one bus get nothing of the other', async () => {
    const org = await orgWithTwo();
    const events: string[] = [];
    for (const bus of ['events', 'audit']) {
      org.bus.associate(bus);
      org.bus.rule(bus, { bus, target: () => events.push(bus) });
      org.bus.archive(bus, { bus });
    }
    await publishes(org, 1);
    expect(events).toEqual(['events']);
    const all = { from: new Date(0), to: after(org, 0) };
    expect(['events', 'audit'].map((archive) => org.bus.replay(archive, all))).toEqual([1, 0]);
    expect(() => org.bus.replay('calls', all)).toThrow("there is no archive 'calls'; there are events, audit");
  });
});

describe('a rule', () => {
  it('gets the events that fit its pattern', async () => {
    const org = await orgWithBus();
    const events: BusEvent[] = [];
    org.bus.rule('even', {
      pattern: { detail: { eventBody: { kind: ['even'] } } },
      target: (event) => events.push(event),
    });
    await publishes(org, 4);
    expect(numbers(events)).toEqual([2, 4]);
  });

  it('tries a target again that fails', async () => {
    const org = await orgWithBus();
    const events: BusEvent[] = [];
    let calls = 0;
    const target = (event: BusEvent): void => {
      calls += 1;
      if (calls < 4) throw new Error('not now');
      events.push(event);
    };
    org.bus.rule('all', { target });
    await publishes(org, 1);
    expect([calls, numbers(events)]).toEqual([4, [1]]);
  });

  it('waits for the promise of a target', async () => {
    const org = await orgWithBus();
    org.bus.rule('all', { target: () => Promise.reject(new Error('no')), retry: { maximumRetryAttempts: 1 } });
    await publishes(org, 1);
    expect(org.bus.lost).toMatchObject([{ why: 'the target of the rule all did not take it: no' }]);
  });

  it('gives up after so many tries, or after so long, into its dead-letter queue', async () => {
    const org = await orgWithBus();
    const target = (): never => {
      throw new Error('down');
    };
    org.bus.rule('few', { target, retry: { maximumRetryAttempts: 2 }, deadLetters: true });
    org.bus.rule('short', { target, retry: { maximumEventAgeInSeconds: 60 }, deadLetters: true });
    org.bus.rule('all', { target, deadLetters: { keptFor: 14 * 86_400 } });
    await publishes(org, 1);
    await org.waits(days(2));
    const of = (rule: string) => org.bus.deadLetters.find((letter) => letter.rule === rule)?.attributes;
    expect(of('few')).toMatchObject({ EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts', RETRY_ATTEMPTS: '2' });
    expect(of('short')).toMatchObject({ EXHAUSTED_RETRY_CONDITION: 'MaximumEventAgeInSeconds', ERROR_MESSAGE: 'down' });
    expect(Number(of('all')?.RETRY_ATTEMPTS)).toBeGreaterThan(150);
    expect(org.bus.lostEvents).toBe(0);
  });

  it('loses what its dead-letter queue no longer keeps', async () => {
    const org = await orgWithBus();
    const target = (): never => {
      throw new Error('down');
    };
    org.bus.rule('all', { target, retry: { maximumRetryAttempts: 0 }, deadLetters: { keptFor: 3600 } });
    await publishes(org, 1);
    expect(org.bus.deadLetters).toHaveLength(1);
    await org.waits(hours(1));
    expect([org.bus.deadLetters.length, org.bus.lostEvents]).toEqual([0, 1]);
  });

  it('gets its dead letters again', async () => {
    const org = await orgWithBus();
    const events: BusEvent[] = [];
    let isDown = true;
    const target = (event: BusEvent): void => {
      if (isDown) throw new Error('down');
      events.push(event);
    };
    org.bus.rule('all', { target, retry: { maximumRetryAttempts: 0 }, deadLetters: true });
    await publishes(org, 3);
    isDown = false;
    expect(org.bus.redrive('all')).toBe(3);
    expect([numbers(events), org.bus.deadLetters]).toEqual([[1, 2, 3], []]);
  });

  it('that is gone loses its dead letters when they are sent again', async () => {
    const org = await orgWithBus();
    const target = (): never => {
      throw new Error('down');
    };
    org.bus.rule('all', { target, retry: { maximumRetryAttempts: 0 }, deadLetters: true });
    await publishes(org, 1);
    expect([org.bus.removeRule('all'), org.bus.removeRule('all')]).toEqual([true, false]);
    expect(org.bus.redrive()).toBe(1);
    expect(org.bus.lost).toMatchObject([{ topicName: 'v2.users.user-1.activity', why: 'the rule all is gone' }]);
  });

  it('stands in the log with each event that it gets', async () => {
    const org = await orgWithBus();
    org.bus.rule('even', { pattern: { detail: { eventBody: { kind: ['even'] } } }, target: () => undefined });
    org.bus.rule('all', { target: () => undefined });
    await publishes(org, 2);
    expect(org.events.flatMap((event) => (event.type === 'bus.received' ? [[event.topic, event.rules]] : []))).toEqual([
      ['v2.users.user-1.activity', ['all']],
      ['v2.users.user-2.activity', ['even', 'all']],
    ]);
  });

  it('sends to an address, and does not try again what the address refuses', async () => {
    const services = { good: respondsWith({}), bad: failsWith(400), busy: failsWith(503) };
    const org = await orgWithBus({ services });
    const url = (host: string): string => `https://${host}.example/events`;
    org.bus.rule('good', { target: { url: url('good') } });
    org.bus.rule('bad', { target: { url: url('bad') }, deadLetters: true });
    org.bus.rule('busy', { target: { url: url('busy') }, retry: { maximumRetryAttempts: 3 }, deadLetters: true });
    await publishes(org, 1);
    await org.waits(hours(1));
    const requests = ['good', 'bad', 'busy'].map((name) => org.service(name).requests.length);
    expect(requests).toEqual([1, 1, 4]);
    expect(org.bus.deadLetters.map(({ rule, attributes }) => [rule, attributes.ERROR_CODE])).toEqual([
      ['bad', '400'],
      ['busy', '503'],
    ]);
  });

  it('writes to a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bus-'));
    try {
      const org = await orgWithBus();
      const file = join(folder, 'events.jsonl');
      org.bus.rule('all', { target: { file } });
      await publishes(org, 2);
      const lines = readFileSync(file, 'utf8').trim().split('\n');
      expect(numbers(lines.map((line) => JSON.parse(line) as BusEvent))).toEqual([1, 2]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['a pattern of the wrong form', { pattern: { detail: 'x' } as never }, /detail: expected a list of values/],
    ['too many tries', { retry: { maximumRetryAttempts: 186 } }, /maximumRetryAttempts is 186.*from 0 to 185/],
    ['a time that is too short', { retry: { maximumEventAgeInSeconds: 59 } }, /from 60 to 86400/],
    ['a bus that nobody has', { bus: 'other' }, /no bus is associated with other; associated are events/],
  ])('is refused with %s', async (_, options, message) => {
    const org = await orgWithBus();
    expect(() => org.bus.rule('all', { target: () => undefined, ...options })).toThrow(message);
  });
});

describe('an archive', () => {
  it('sends events of a time again, to the rules that are named, and does not keep them twice', async () => {
    const org = await orgWithBus();
    org.bus.archive('odd', { pattern: { detail: { eventBody: { kind: ['odd'] } } } });
    await publishes(org, 6);
    const events: BusEvent[] = [];
    org.bus.rule('late', { target: (event) => events.push(event) });
    org.bus.rule('other', { target: () => events.push({} as BusEvent) });
    const replayed = { from: new Date('2026-01-05T10:01:00Z'), to: new Date('2026-01-05T10:59:00Z'), rules: ['late'] };
    expect(org.bus.replay('odd', replayed, 'again')).toBe(2);
    expect(numbers(events)).toEqual([3, 5]);
    expect(events[0]?.['replay-name']).toBe('again');
    expect(org.bus.replay('odd', replayed)).toBe(2);
  });

  it('keeps events for so many days', async () => {
    const org = await orgWithBus();
    org.bus.archive('short', { retentionDays: 1 });
    await publishes(org, 1);
    await org.waits(days(1));
    const all = { from: new Date(0), to: after(org, 0) };
    expect(org.bus.replay('short', all)).toBe(0);
  });
});

it('gets the detail events of conversations', async () => {
  const org = await localOrg();
  org.addEventSource('events', everyTopic);
  org.bus.associate('events');
  const events: BusEvent[] = [];
  org.bus.rule('all', { target: (event) => events.push(event) });
  const call = org.call({ from: '+33142685300', to: String(org.runtime.org.all('ivr')[0]?.dnis?.[0]) });
  await call.hangsUp();
  await org.waits(seconds(30));
  const published = org.events.flatMap((event) => (event.type === 'event.published' ? [event.topic] : []));
  expect(events.map(({ detail }) => detail.topicName)).toEqual(
    published.filter((topic) => topic.includes('conversation')),
  );
  expect(events.map((event) => event['detail-type'])).toContain('v2.detail.events.conversation.{id}.customer.start');
});
