import { chance } from '../../../../src/emulator/runtime/chance';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import {
  type Consistency,
  FlowView,
  MOST_DATA,
  ParticipantData,
  TooMuchParticipantData,
} from '../../../../src/emulator/runtime/conversation/participant-data';
import { EventLog } from '../../../../src/emulator/runtime/event-log';
import { livingOrg, MONDAY_NOON } from '../private/living-org';
import { callTo, eventOn, pass, topicsOf } from '../private/calls';

function attributes(consistency: Consistency, seed = 1) {
  const clock = new VirtualClock(MONDAY_NOON);
  const changes: Readonly<Record<string, string>>[] = [];
  const data = new ParticipantData({
    place: { conversationId: 'c' },
    consistency,
    clock,
    chance: () => chance(seed),
    log: new EventLog({ clock }),
    onVisible: (_, changed) => changes.push(changed),
  });
  return {
    clock,
    changes,
    data,
    view: new FlowView(data, 'p', consistency),
    visible: () => Object.fromEntries(data.of('p')),
    write: (written: Readonly<Record<string, string>>) => data.write('p', written, 'test'),
  };
}

/** When a write was visible, milliseconds after it, over many seeds. */
const delays = (consistency: Consistency): readonly number[] =>
  Array.from({ length: 50 }, (_, seed) => {
    const { clock, data, write } = attributes(consistency, seed);
    write({ a: '1' });
    clock.runNow(() => data.of('p').size > 0);
    return clock.now() - MONDAY_NOON;
  });

describe('all participant data of a conversation has a largest size', () => {
  const half = 'x'.repeat(MOST_DATA / 2);

  test('a write beyond it is refused as a whole, and what is there stays', () => {
    const { data, visible, view } = attributes('strict');
    data.write('p', { a: half }, 'test');

    expect(() => view.write({ b: half, c: 'short' }, 'test')).toThrow(TooMuchParticipantData);

    expect(Object.keys(visible())).toEqual(['a']);
    expect(view.read('b')).toBeNull();
  });

  test('an attribute that is written again counts once', () => {
    const { write, data } = attributes('eventual');
    for (let i = 0; i < 10; i++) write({ a: half });

    expect(data.size).toBe(half.length + 1);
  });

  test('all participants count together', () => {
    const { data } = attributes('strict');
    data.write('p', { a: half }, 'test');

    expect(() => data.write('q', { a: half }, 'test')).toThrow(TooMuchParticipantData);
  });
});

describe('when others see what was written', () => {
  test.each<[Consistency, least: number, most: number]>([
    ['strict', 0, 0],
    ['eventual', 0, 500],
    ['hostile', 0, 10_000],
  ])('%s: after %s to %s ms', (consistency, least, most) => {
    const all = delays(consistency);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...all)).toBeLessThanOrEqual(most);
    // Chance uses the room it has.
    expect(Math.max(...all) - Math.min(...all)).toBeGreaterThanOrEqual((most - least) / 2);
  });

  test('one seed gives the same delays', () => expect(delays('hostile')).toEqual(delays('hostile')));

  test('one write is seen as a whole', () => {
    const { clock, write, visible } = attributes('hostile');
    write({ status: 'SUCCESS', name: 'Ada' });
    const seen = new Set<string>();
    while (clock.step()) seen.add(JSON.stringify(visible()));
    expect([...seen]).toEqual(['{"status":"SUCCESS","name":"Ada"}']);
  });

  test.each<[Consistency, always: boolean]>([
    ['eventual', true],
    ['hostile', false],
  ])('%s: the last write wins, always: %s', (consistency, always) => {
    const winners = Array.from({ length: 50 }, (_, seed) => {
      const { clock, write, visible } = attributes(consistency, seed);
      write({ a: 'first' });
      write({ a: 'second' });
      clock.runNow();
      return visible()['a'];
    });
    expect(winners.every((winner) => winner === 'second')).toBe(always);
  });

  test('who hears of changes does not hear of what was there already', () => {
    const { write, changes } = attributes('strict');
    write({ a: '1', b: '1' });
    write({ a: '1', b: '2' });
    write({ b: '2' });
    expect(changes).toEqual([{ a: '1', b: '1' }, { b: '2' }]);
  });
});

describe('how a call flow sees them', () => {
  test.each<Consistency>(['strict', 'eventual', 'hostile'])('%s: its own writes at once', (consistency) => {
    const { view } = attributes(consistency);
    view.write({ a: '1' }, 'flow');
    expect(view.read('a')).toBe('1');
  });

  test.each<[Consistency, reads: readonly (string | null)[]]>([
    ['strict', [null, 'ONGOING', 'SUCCESS']],
    ['eventual', [null, 'ONGOING', 'SUCCESS']],
    // Once it saw a value it keeps it; while it saw none it asks again.
    ['hostile', [null, 'ONGOING', 'ONGOING']],
  ])('%s: what others write: %j', (consistency, expected) => {
    const { clock, view, write } = attributes(consistency);
    const reads = [view.read('status')];
    for (const status of ['ONGOING', 'SUCCESS']) {
      write({ status });
      clock.runNow();
      reads.push(view.read('status'));
    }
    expect(reads).toEqual(expected);
  });

  test.each<[Consistency, own: string, read: string]>([
    ['strict', 'theirs', 'theirs'],
    ['eventual', 'mine', 'theirs'],
    ['hostile', 'mine', 'old'],
  ])('%s: at its end what it wrote is %s, what it only read is %s', (consistency, own, read) => {
    const { clock, view, write, visible } = attributes(consistency);
    write({ read: 'old' });
    clock.runNow();
    view.read('read');
    view.write({ own: 'mine' }, 'flow');
    clock.runNow();
    write({ own: 'theirs', read: 'theirs' });
    clock.runNow();
    view.end('flow');
    clock.runNow();
    expect(visible()).toEqual({ own, read });
  });
});

test('what a flow wrote before the caller hung up still becomes visible, with its event', () => {
  const org = livingOrg({ settings: { consistency: 'eventual' } });
  const placed = callTo(org, {
    actions: [
      '- setParticipantData: { name: Note, attributes: [{ attribute: { name: { lit: reason }, value: { lit: orders } } }] }',
      '- collectInput: { name: Wait, inputData: { var: Flow.key }, digits: { exact: 1 }, verificationType: none }',
    ],
    variables: ['key'],
  });
  placed.hangUp();
  expect(placed.conversation.data.of(placed.leg.customer.id).size).toBe(0);
  pass(org, 1);
  expect(Object.fromEntries(placed.conversation.data.of(placed.leg.customer.id))).toEqual({ reason: 'orders' });
  expect(topicsOf(org).slice(-2)).toEqual(['customer.end', 'attributes']);
  expect(eventOn(org, 'attributes')).toMatchObject({
    participantId: placed.leg.customer.id,
    attributes: { reason: 'orders' },
    communications: [{ id: placed.leg.customer.sessionId, mediaType: 'VOICE' }],
  });
});

test('a data action under way when the caller hangs up may finish; its result is dropped', () => {
  const org = livingOrg({ dataActions: { 'Customers / Find': { after: 5_000, outputs: { name: 'Ada' } } } });
  const placed = callTo(org, {
    variables: ['name'],
    actions: [
      '- callData: { name: Ask, category: { Customers: { dataAction: { Find: { inputs: {}, successOutputs: { name: { var: Flow.name } } } } } } }',
      '- playAudio: { name: Say, audio: { exp: ToAudioTTS(Flow.name) } }',
    ],
  });
  pass(org, 2);
  placed.hangUp();
  org.clock.runNow();
  expect(org.requests).toHaveLength(1);
  expect(org.heard()).toEqual([]);
  expect(org.events('action.ended')).toEqual([]);
  expect(eventOn(org, 'flow.end')).toMatchObject({ exitReason: 'DISCONNECT', disconnectType: 'PEER' });
});

describe('writes and their moments', () => {
  /** Data whose delays are the longest there are, or another part of them; and what the log says. */
  function delayed(consistency: Consistency, ...parts: readonly number[]) {
    const clock = new VirtualClock(0);
    const log = new EventLog({ clock });
    const left = [...parts];
    const data = new ParticipantData({
      place: { conversationId: 'c' },
      consistency,
      clock,
      chance: () => ({ next: () => left.shift() ?? 1 }) as never,
      log,
    });
    const story = (): readonly string[] =>
      log.events.map(
        (event) => `${event.at} ${event.type} ${JSON.stringify('attributes' in event ? event.attributes : {})}`,
      );
    return { clock, data, log, story };
  }

  test.each<[consistency: Consistency, visible: number]>([
    ['strict', 0],
    ['eventual', 500],
    ['hostile', 10_000],
  ])('%s: everybody sees a write after %d milliseconds at the latest', (consistency, visible) => {
    const { clock, data, story, log } = delayed(consistency);
    data.write('p', { a: '1' }, 'flow');
    clock.runNow();
    expect(story()).toEqual(['0 attributes.written {"a":"1"}', `${visible} attributes.visible {"a":"1"}`]);
    expect(log.events[0]).toMatchObject({ conversationId: 'c', participantId: 'p', by: 'flow' });
  });

  test('in order: a later write is never seen before an earlier one', () => {
    const { clock, data, story } = delayed('eventual', 1, 0);
    data.write('p', { a: '1' }, 'flow');
    clock.runNow(() => false, 100);
    data.write('p', { a: '2' }, 'flow');
    clock.runNow();
    expect(story().filter((line) => line.includes('visible'))).toEqual([
      '500 attributes.visible {"a":"1"}',
      '500 attributes.visible {"a":"2"}',
    ]);
  });

  test('in any order where it is hostile', () => {
    const { clock, data } = delayed('hostile', 1, 0);
    data.write('p', { a: '1' }, 'flow');
    data.write('p', { a: '2' }, 'flow');
    clock.runNow();
    expect(data.of('p').get('a')).toBe('1');
  });

  test('a flow that has read and written nothing writes nothing at its end', () => {
    const { data, story } = delayed('hostile');
    new FlowView(data, 'p', 'hostile').end('flow');
    expect(story()).toEqual([]);
  });
});

test('the largest size is a megabyte, names and values together', () => {
  expect(MOST_DATA).toBe(1024 * 1024);
  const { data } = attributes('strict');
  const whole = 'x'.repeat(MOST_DATA - 1);
  data.write('p', { a: whole }, 'test');
  expect(data.size).toBe(MOST_DATA);
  // What takes no more room may be written, however full it is.
  data.write('p', { a: whole.replace(/x$/, 'y') }, 'test');
  data.write('p', {}, 'test');
  expect(() => data.write('p', { a: `${whole}x` }, 'test')).toThrow(`would have ${MOST_DATA + 1} characters`);
  data.write('p', { a: '' }, 'test');
  expect(data.size).toBe(1);
});
