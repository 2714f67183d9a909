import type { MatchOperator } from '../../../../src/triggers';
import type { JsonObject } from '../../../../src/emulator/state/json';
import { criteriaResults } from '../../../../src/emulator/runtime/triggers/criteria';
import { defaultLimits } from '../../../../src/emulator/limits/limits';
import type { RuntimeSettings } from '../../../../src/emulator/runtime/settings';
import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';
import { pass } from '../private/calls';

const TOPIC = 'v2.detail.events.conversation.{id}.customer.end';

const event: JsonObject = {
  eventTime: 1_760_000_000_000,
  conversationId: 'c1',
  mediaType: 'VOICE',
  ani: 'tel:+33142685300',
  interactingDurationMs: 61_000,
  attributes: { 'identification.status': 'SUCCESS' },
  callbackNumbers: ['+331', '+332'],
};

describe('conditions', () => {
  test.each<[jsonPath: string, operator: string, value: unknown, match: boolean]>([
    ['mediaType', 'Equal', 'VOICE', true],
    ['$.mediaType', 'Equal', 'VOICE', true],
    ["$['mediaType']", 'Equal', 'VOICE', true],
    ['mediaType', 'Equal', 'voice', false],
    ['interactingDurationMs', 'Equal', 61_000, true],
    ['interactingDurationMs', 'Equal', '61000', false],
    ['mediaType', 'NotEqual', 'CHAT', true],
    ['mediaType', 'NotEqual', 'VOICE', false],
    ['disconnectType', 'Equal', 'TRANSFER', false],
    // A field that is not there is different from everything.
    ['disconnectType', 'NotEqual', 'TRANSFER', true],
    ['interactingDurationMs', 'GreaterThan', 60_000, true],
    ['interactingDurationMs', 'GreaterThan', 60_999, true],
    ['interactingDurationMs', 'GreaterThan', 61_000, false],
    ['interactingDurationMs', 'GreaterThanOrEqual', 61_000, true],
    ['interactingDurationMs', 'LessThan', 61_000, false],
    ['interactingDurationMs', 'LessThanOrEqual', 61_000, true],
    ['interactingDurationMs', 'LessThanOrEqual', 60_999, false],
    ['mediaType', 'GreaterThan', 1, false],
    ['interactingDurationMs', 'GreaterThan', '60000', false],
    ['mediaType', 'In', ['CHAT', 'VOICE'], true],
    ['mediaType', 'In', ['CHAT'], false],
    ['mediaType', 'NotIn', ['CHAT'], true],
    ['mediaType', 'NotIn', ['CHAT', 'VOICE'], false],
    ['disconnectType', 'NotIn', ['CHAT'], true],
    ['ani', 'Contains', '+33', true],
    ['ani', 'Contains', '+49', false],
    ['callbackNumbers', 'Contains', '+332', true],
    ['interactingDurationMs', 'Contains', 61_000, false],
    ['disconnectType', 'Contains', 'TRANSFER', false],
    ['callbackNumbers', 'All', ['+332', '+331'], true],
    ['callbackNumbers', 'All', ['+332', '+333'], false],
    ['mediaType', 'All', ['VOICE'], false],
    ['ani', 'Exists', true, true],
    ['disconnectType', 'Exists', true, false],
    ['disconnectType', 'Exists', false, true],
    ['callbackNumbers', 'Size', 2, true],
    ['callbackNumbers', 'Size', 1, false],
    ['mediaType', 'Size', 5, true],
    ['mediaType', 'Size', 4, false],
    ['interactingDurationMs', 'Size', 5, false],
    ['mediaType', 'Equal', undefined, false],
    ["attributes['identification.status']", 'Equal', 'SUCCESS', true],
    ['$.callbackNumbers[0]', 'Equal', '+331', true],
    ["$.callbackNumbers[?(@ == '+332')]", 'Size', 1, true],
    ['$.callbackNumbers[*]', 'Contains', '+331', true],
    ['mediaType', 'Resembles', 'VOICE', false],
    ['$.callbackNumbers[', 'Exists', true, false],
  ])('%s %s %j ⇒ %s', (jsonPath, operator, value, match) => {
    const criterion = {
      jsonPath,
      operator: operator as MatchOperator,
      ...(Array.isArray(value) ? { values: value as string[] } : { value: value as string }),
    };
    expect(criteriaResults([criterion], event)).toMatchObject([{ match }]);
  });

  test('a path that cannot be read says what is wrong with it', () => {
    const [result] = criteriaResults([{ jsonPath: '$.a[', operator: 'Exists', value: true }], event);
    expect(result?.problem).toMatch(/^the path /);
  });
});

/** An org with one trigger whose workflow keeps what it was given. */
function listening(trigger: JsonObject = {}, settings: Partial<RuntimeSettings> = {}, seed = 1) {
  const org = livingOrg({ settings, seed });
  const input = (type: string, name: string): string =>
    `    - ${type}Variable: { name: Flow.${name}, initialValue: { noValue: true }, isInput: true, isOutput: true }`;
  const inputs = [
    input('string', 'conversationId'),
    input('integer', 'interactingDurationMs'),
    input('integer', 'mediaType'),
    input('string', 'disconnectType'),
    input('json', 'jsonData'),
  ];
  const flow = org.publish(workflowYaml('report', '', inputs.join('\n')));
  org.put('trigger', {
    name: 'Report',
    topicName: TOPIC,
    enabled: true,
    target: { type: 'Workflow', id: flow.id },
    ...trigger,
  });
  return {
    ...org,
    flow,
    happens: (more: JsonObject = {}) =>
      org.runtime.triggers.deliver(TOPIC, { ...event, eventTime: org.clock.now(), ...more }, 'c1'),
    /** Seconds after which workflows were launched. */
    launched: () => org.events('trigger.launched').map(({ at }) => (at - START) / 1000),
    outputs: () => org.runtime.executions.all().map(({ outputs }) => outputs),
  };
}

const START = Date.UTC(2026, 0, 5, 12);

test('an event starts the workflow a moment later', () => {
  const org = listening();
  org.happens();
  org.clock.runNow();
  expect(org.launched()).toEqual([1]);
  expect(org.events('trigger.matched')).toMatchObject([{ trigger: 'Report', topic: TOPIC }]);
});

describe('what the workflow gets', () => {
  test('each plain field as the input of the same name; a field of another type, or none, leaves it NOT_SET', () => {
    const org = listening();
    org.happens();
    org.clock.runNow();
    expect(org.outputs()).toEqual([
      {
        'Flow.conversationId': 'c1',
        'Flow.interactingDurationMs': 61_000,
        'Flow.mediaType': null,
        'Flow.disconnectType': null,
        'Flow.jsonData': null,
      },
    ]);
    expect(org.events('trigger.launched')).toMatchObject([{ mismatched: ['mediaType'] }]);
  });

  test('or the whole event as jsonData', () => {
    const org = listening();
    const [trigger] = org.org.all('trigger');
    if (trigger) {
      const workflowTargetSettings = { dataFormat: 'Json' as const };
      org.org.put('trigger', { ...trigger, target: { ...trigger.target, workflowTargetSettings } });
    }
    org.happens();
    org.clock.runNow();
    expect(org.outputs()).toMatchObject([{ 'Flow.conversationId': null, 'Flow.jsonData': { conversationId: 'c1' } }]);
  });
});

describe('what keeps a trigger from starting', () => {
  test.each<[what: string, trigger: JsonObject, why: string]>([
    ['it is disabled', { enabled: false }, 'it is disabled'],
    [
      'one of its conditions does not hold',
      {
        matchCriteria: [
          { jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' },
          { jsonPath: 'ani', operator: 'Contains', value: '+49' },
        ],
      },
      'ani does not match (Contains)',
    ],
    ['its workflow is gone', { target: { type: 'Workflow', id: 'gone' } }, 'its workflow is not published'],
  ])('%s', (_, trigger, why) => {
    const org = listening(trigger);
    org.happens();
    org.clock.runNow();
    expect(org.events('trigger.skipped')).toMatchObject([{ trigger: 'Report', why }]);
    expect(org.launched()).toEqual([]);
  });

  test('events of other topics do not concern it', () => {
    const org = listening({ topicName: 'v2.detail.events.conversation.{id}.acw' });
    org.happens();
    org.clock.runNow();
    expect(org.events('trigger.skipped')).toEqual([]);
  });
});

describe('time', () => {
  test('a delay postpones the launch; a trigger that was disabled meanwhile does not start', () => {
    const org = listening({ delayBySeconds: 60 });
    org.happens();
    pass(org, 10);
    org.happens();
    pass(org, 55);
    const [trigger] = org.org.all('trigger');
    if (trigger) org.org.put('trigger', { ...trigger, enabled: false });
    org.clock.runNow();
    expect(org.launched()).toEqual([61]);
    expect(org.events('trigger.skipped')).toMatchObject([{ why: 'it is disabled' }]);
  });

  test.each<[latency: number, launched: readonly number[]]>([
    [10, [10]],
    [10.001, []],
    [11, []],
  ])('an event older than its time to live is dropped: it comes after %s s', (latency, launched) => {
    const org = listening({ eventTTLSeconds: 10 }, { eventLatency: latency * 1000 });
    org.happens();
    org.clock.runNow();
    expect(org.launched()).toEqual(launched);
  });
});

describe('limits', () => {
  test.each<[what: string, limits: Partial<typeof defaultLimits>, launched: number, limit: string]>([
    [
      'all in a minute',
      { 'event.orchestration.workflow.invocations.per.minute': 5, 'distinct.target.ratio': 100 },
      5,
      'event.orchestration.workflow.invocations.per.minute',
    ],
    [
      'all in an hour',
      { 'event.orchestration.workflow.invocations.per.hour': 3 },
      3,
      'event.orchestration.workflow.invocations.per.hour',
    ],
    [
      'one workflow takes no more than its share of a minute',
      { 'event.orchestration.workflow.invocations.per.minute': 10 },
      8,
      'distinct.target.ratio',
    ],
  ])('%s', (_, limits, launched, limit) => {
    const org = listening({}, { limits: { ...defaultLimits, ...limits } as never });
    for (let i = 0; i < 12; i += 1) org.happens();
    org.clock.runNow();
    expect(org.launched()).toHaveLength(launched);
    expect(org.events('limit.reached')[0]).toMatchObject({ limit, what: 'trigger Report' });
  });

  test('events that are filtered out do not count, and a new minute counts anew', () => {
    const limits = {
      ...defaultLimits,
      'event.orchestration.workflow.invocations.per.minute': 2,
      'distinct.target.ratio': 100,
    } as never;
    const org = listening(
      { matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' }] },
      { limits },
    );
    for (let i = 0; i < 5; i += 1) org.happens({ mediaType: 'CHAT' });
    for (let i = 0; i < 3; i += 1) org.happens();
    pass(org, 61);
    org.happens();
    org.clock.runNow();
    expect(org.launched()).toHaveLength(3);
  });
});

describe('what goes wrong on the way', () => {
  const events = (deliveryFaults: RuntimeSettings['deliveryFaults'], seed = 1) => {
    const org = listening({}, { ...(deliveryFaults ? { deliveryFaults } : {}) }, seed);
    for (let i = 0; i < 40; i += 1) {
      org.happens({ conversationId: `c${i}` });
      pass(org, 5);
    }
    org.clock.runNow();
    return { org, ids: org.outputs().map((outputs) => String(outputs?.['Flow.conversationId'])) };
  };
  const inOrder = Array.from({ length: 40 }, (_, i) => `c${i}`);

  test('nothing, unless it is planned', () => expect(events(undefined).ids).toEqual(inOrder));

  test.each<[what: string, faults: NonNullable<RuntimeSettings['deliveryFaults']>]>([
    ['dropped', { dropped: 0.3 }],
    ['duplicated', { duplicated: 0.3 }],
    ['delayed', { delayed: 0.3 }],
    ['reordered', { reordered: 0.3 }],
  ])('%s', (what, faults) => {
    const { org, ids } = events(faults);
    const applied = org.events('fault.applied').length;
    expect(applied).toBeGreaterThan(4);
    expect(org.events('fault.applied').every((fault) => fault.what === what && fault.to === 'trigger Report')).toBe(
      true,
    );
    expect(ids).toHaveLength(40 + (what === 'dropped' ? -applied : what === 'duplicated' ? applied : 0));
    if (what === 'delayed' || what === 'reordered') {
      expect(ids).not.toEqual(inOrder);
      expect([...ids].sort()).toEqual([...inOrder].sort());
    }
  });

  test('an event that is to be overtaken comes right behind the next one, or after half a minute', () => {
    const org = listening({}, { deliveryFaults: { reordered: 1 } });
    org.happens({ conversationId: 'first' });
    org.happens({ conversationId: 'second' });
    org.clock.runNow();
    expect(org.outputs().map((outputs) => outputs?.['Flow.conversationId'])).toEqual(['second', 'first']);
    org.happens({ conversationId: 'alone' });
    org.clock.runNow();
    expect(org.launched()).toEqual([1, 1, 1 + 1 + 30]);
  });

  test('one seed gives the same faults, another one others', () => {
    const faults = { dropped: 0.2, duplicated: 0.2, delayed: 0.2, reordered: 0.2 };
    expect(events(faults, 1).ids).toEqual(events(faults, 1).ids);
    expect(events(faults, 1).ids).not.toEqual(events(faults, 2).ids);
  });

  test('the plan may change while the org lives', () => {
    const org = listening();
    org.runtime.triggers.faults = { dropped: 1 };
    org.happens();
    org.clock.runNow();
    expect(org.launched()).toEqual([]);
  });
});
