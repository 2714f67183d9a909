import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import { CannotLaunch } from '../../../../src/emulator/runtime/flow/cannot-launch';
import type { DeliveryFaults } from '../../../../src/emulator/runtime/triggers/delivery-faults';
import { TriggerDelivery } from '../../../../src/emulator/runtime/triggers/trigger-delivery';
import { defaultLimits } from '../../../../src/emulator/limits/limits';
import { Org } from '../../../../src/emulator/state/org';

const TOPIC = 'v2.detail.events.conversation.{id}.acw';

interface Listening {
  /** Fields of the trigger. */
  readonly trigger?: object;
  readonly flow?: object;
  readonly faults?: DeliveryFaults;
  /** The random numbers of deliveries; 0.99 without. */
  readonly random?: readonly number[];
  readonly launch?: () => void;
}

/** An org whose only trigger launches a workflow, and what becomes of events: `1 matched`. */
function listening({ trigger = {}, flow = {}, faults = {}, random = [], launch = () => undefined }: Listening = {}) {
  const clock = new VirtualClock(0);
  const org = new Org({ now: () => new Date(clock.now()), newId: () => 'id' });
  const change = (fields: object): unknown =>
    org.put('trigger', {
      id: 't',
      name: 'Finished',
      topicName: TOPIC,
      enabled: true,
      target: { id: 'flow', type: 'Workflow' },
      matchCriteria: [],
      ...trigger,
      ...fields,
    } as never);
  change({});
  org.put('flow', {
    id: 'flow',
    name: 'Note',
    type: 'WORKFLOW',
    versions: 1,
    active: true,
    variables: [],
    ...flow,
  } as never);
  const story: string[] = [];
  const places: object[] = [];
  const left = [...random];
  const launches: object[] = [];
  const delivery = new TriggerDelivery({
    clock,
    org,
    settings: { eventLatency: 1_000, deliveryFaults: faults, limits: defaultLimits },
    chance: { of: () => ({ next: () => left.shift() ?? 0.99 }) },
    log: {
      add: (type: string, place: object, fields: Readonly<Record<string, unknown>>) => {
        places.push(place);
        const { why, what, flow: launched } = fields;
        story.push(
          [clock.now() / 1000, type.replace('trigger.', ''), why ?? what ?? launched]
            .filter((part) => part !== undefined)
            .join(' '),
        );
      },
    },
    executions: {
      launch: (what: object) => {
        launches.push(what);
        launch();
      },
    },
  } as never);
  const run = (seconds = Infinity): void => void clock.runNow(() => false, clock.now() + seconds * 1000);
  return { org, delivery, story, places, launches, change, run };
}

test('an event of its topic launches the workflow of a trigger', () => {
  const { delivery, story, places, launches, run } = listening();
  expect([delivery.listenTo(TOPIC), delivery.listenTo('another topic')]).toEqual([true, false]);
  delivery.deliver(TOPIC, { mediaType: 'VOICE' }, 'c');
  delivery.deliver('another topic', {}, 'c');
  run();
  expect(story).toEqual(['1 matched', '1 launched Note']);
  expect(places).toEqual([{ conversationId: 'c' }, { conversationId: 'c' }]);
  expect(launches).toMatchObject([{ flowId: 'flow', by: 'Finished' }]);
});

test('a topic is listened to where one of several triggers does', () => {
  const { org, delivery } = listening();
  org.put('trigger', { id: 'other', name: 'Other', topicName: 'other topic' } as never);
  expect(delivery.listenTo(TOPIC)).toBe(true);
});

test('an event of no conversation has no place in the log', () => {
  const { delivery, places, run } = listening();
  delivery.deliver(TOPIC, {});
  run();
  expect(places).toEqual([{}, {}]);
});

test.each<[what: string, listens: Listening, story: readonly string[]]>([
  ['a trigger that is disabled', { trigger: { enabled: false } }, ['1 skipped it is disabled']],
  [
    'conditions that do not match',
    { trigger: { matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'CHAT' }] } },
    ['1 skipped mediaType does not match (Equal)'],
  ],
  [
    'a workflow that is not published',
    { flow: { active: false } },
    ['1 matched', '1 skipped its workflow is not published'],
  ],
  [
    'a workflow that is gone',
    { trigger: { target: { id: 'gone' } } },
    ['1 matched', '1 skipped its workflow is not published'],
  ],
  [
    'a launch that is refused',
    {
      launch: () => {
        throw new CannotLaunch('wrongInput', 'It has no such input.');
      },
    },
    ['1 matched', '1 skipped It has no such input.'],
  ],
  ['a delay', { trigger: { delayBySeconds: 30 } }, ['1 matched', '31 launched Note']],
  ['no delay', { trigger: { delayBySeconds: 0 } }, ['1 matched', '1 launched Note']],
  ['a delay of a second', { trigger: { delayBySeconds: 1 } }, ['1 matched', '2 launched Note']],
])('%s', (_, listens, expected) => {
  const { delivery, story, run } = listening(listens);
  delivery.deliver(TOPIC, { mediaType: 'VOICE' }, 'c');
  run();
  expect(story).toEqual(expected);
});

test('an error of the org itself is no refusal', () => {
  const { delivery, run } = listening({
    launch: () => {
      throw new Error('broken');
    },
  });
  delivery.deliver(TOPIC, {}, 'c');
  expect(() => run()).toThrow('broken');
});

test.each([
  ['at once', 0, 0, ['0 skipped it was deleted'].map(() => '1 skipped it was deleted')],
  ['in its delay', 30, 10, ['1 matched', '31 skipped it was deleted']],
])('a trigger that is deleted %s launches nothing', (_, delayBySeconds, after, expected) => {
  const { org, delivery, story, run } = listening({ trigger: { delayBySeconds } });
  delivery.deliver(TOPIC, {}, 'c');
  run(after);
  org.remove('trigger', 't');
  run();
  expect(story).toEqual(expected);
});

test.each<[ttl: number | undefined, story: string]>([
  [undefined, '71 matched'],
  [71, '71 matched'],
  [70, '71 skipped the event is 71 s old, more than the 70 s it may be'],
])('an event that comes a minute and eleven seconds late, and may be %s seconds old', (ttl, expected) => {
  const { delivery, story, run } = listening({
    trigger: ttl === undefined ? {} : { eventTTLSeconds: ttl },
    faults: { delayed: 1, delay: 70_000 },
    random: [0.5, 0.5, 0.5, 1],
  });
  delivery.deliver(TOPIC, {}, 'c');
  run();
  expect(story.slice(0, 2)).toEqual(['0 fault.applied delayed', expected]);
});

describe('faults', () => {
  const all: DeliveryFaults = { dropped: 0.5, duplicated: 0.5, delayed: 0.5, delay: 10_000 };

  test.each<[what: string, random: readonly number[], story: readonly string[]]>([
    ['none happens', [0.5, 0.5, 0.5, 0.5], ['1 matched', '1 launched Note']],
    ['the event is dropped', [0.4, 0.4, 0.4, 0.4], ['0 fault.applied dropped']],
    [
      'it comes twice',
      [0.5, 0.4, 0.5, 0.5],
      ['0 fault.applied duplicated', '1 matched', '1 launched Note', '1 matched', '1 launched Note'],
    ],
    ['it comes late', [0.5, 0.5, 0.4, 0.25], ['0 fault.applied delayed', '3.5 matched', '3.5 launched Note']],
    [
      'it comes late, twice',
      [0.5, 0.4, 0.4, 0.25],
      [
        '0 fault.applied duplicated',
        '0 fault.applied delayed',
        '3.5 matched',
        '3.5 launched Note',
        '3.5 matched',
        '3.5 launched Note',
      ],
    ],
  ])('%s', (_, random, expected) => {
    const { delivery, story, run } = listening({ faults: all, random });
    delivery.deliver(TOPIC, {}, 'c');
    run();
    expect(story).toEqual(expected);
  });

  test('an event waits until the next one has overtaken it', () => {
    const { delivery, launches, story, run } = listening({ faults: { reordered: 0.5 } });
    const numbers: number[] = [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.4];
    const ordered = listening({ faults: { reordered: 0.5 }, random: numbers });
    ordered.delivery.deliver(TOPIC, { n: 1 }, 'first');
    ordered.delivery.deliver(TOPIC, { n: 2 }, 'second');
    ordered.run(1);
    expect(ordered.story[0]).toBe('1 fault.applied reordered');
    expect(ordered.places.slice(1)).toEqual(
      ['second', 'second', 'first', 'first'].map((conversationId) => ({ conversationId })),
    );
    ordered.run();
    expect(ordered.launches).toHaveLength(2);
    delivery.deliver(TOPIC, {}, 'c');
    run();
    expect([launches.length, story[0]]).toEqual([1, '1 matched']);
  });

  test('an event that nothing overtakes comes after a while', () => {
    const { delivery, story, run } = listening({ faults: { reordered: 1 } });
    delivery.deliver(TOPIC, {}, 'c');
    run();
    expect(story[0]).toBe('1 fault.applied reordered');
    expect(story.slice(1)).toEqual([expect.stringMatching(/ matched$/), expect.stringMatching(/ launched Note$/)]);
  });
});
