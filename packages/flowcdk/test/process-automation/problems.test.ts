import { integer, json, list, oneOf, optional, seconds, string } from '../../src';
import {
  contains,
  conversationAcw,
  conversationAttributes,
  conversationCustomerStart,
  equal,
  eventField,
  exists,
  inboundWebhook,
  isIn,
  type MatchCriterion,
  property,
  type Topic,
  topics,
  trigger,
  type Trigger,
} from '../../src/triggers';
import { findingText } from '../../src/ground/finding';
import { taking } from './private-workflows';

/** What the compiler refuses may still come from JavaScript, or through a cast. */
const loose = (props: Readonly<Record<string, unknown>>): Trigger =>
  trigger({ name: 'Report', topic: conversationAcw, target: taking({}), ...(props as {}) });

const rulesOf = ({ problems }: Trigger): readonly string[] => problems.map(({ rule }) => rule);
const when = (criterion: MatchCriterion, topic: Topic = conversationAcw): Trigger =>
  loose({ topic, when: () => [criterion] });

describe('texts and times', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string[]]>([
    ['no name', { name: ' ' }, ['trigger-name']],
    ['a name of 257 characters', { name: 'x'.repeat(257) }, ['name-too-long']],
    ['a description of 513 characters', { description: 'x'.repeat(513) }, ['description-too-long']],
    ['an age under 10 seconds', { eventTtl: seconds(9) }, ['event-ttl']],
    ['a delay under a minute', { delayBy: seconds(59) }, ['delay-by']],
    ['a delay over a quarter of an hour', { delayBy: seconds(901) }, ['delay-by']],
    ['parts of a second', { delayBy: { ms: 60500 } }, ['delay-by']],
    ['an age and a delay', { eventTtl: seconds(10), delayBy: seconds(60) }, ['trigger-timing']],
  ])('refuse %s', (_, props, rules) => {
    expect(rulesOf(loose(props))).toEqual(rules);
  });

  test.each([{ eventTtl: seconds(10) }, { delayBy: seconds(60) }, { delayBy: seconds(900) }])('take %j', (props) => {
    expect(rulesOf(loose(props))).toEqual([]);
  });
});

describe('inputs of the target', () => {
  test.each([
    ['a name the event does not have', { callerNumber: string() }, ['input-not-in-event']],
    ['a field of another topic', { disconnectType: string() }, ['input-not-in-event']],
    ['a list, which is not handed over', { callbackNumbers: list(string()) }, ['input-not-in-event']],
    ['another type', { eventTime: string() }, ['input-of-another-type']],
    ['fewer values than the field has', { direction: oneOf(['INBOUND']) }, ['input-of-another-type']],
    ['values for a field of any text', { userId: oneOf(['a']) }, ['input-of-another-type']],
    ['a field that is not always there', { wrapupCode: string() }, ['event-field-may-miss']],
  ])('told: %s', (_, inputs, rules) => {
    expect(rulesOf(loose({ target: taking(inputs) }))).toEqual(rules);
  });

  test('a field that may be missing is a warning: the workflow starts all the same', () => {
    expect(loose({ target: taking({ ani: string() }) }).problems).toMatchObject([{ severity: 'warning' }]);
    expect(loose({ target: taking({ ani: optional(string()) }) }).problems).toEqual([]);
  });

  test.each([
    ['no input', {}],
    ['another name', { event: json() }],
    ['another type', { jsonData: string() }],
  ])('told with dataFormat Json: %s', (_, inputs) => {
    expect(rulesOf(loose({ target: taking(inputs), dataFormat: 'Json' }))).toEqual(['trigger-json-input']);
  });

  test('with dataFormat Json other inputs are allowed; one that has to be there is a warning', () => {
    const withOthers = loose({
      target: taking({ jsonData: json(), caller: optional(string()), tries: integer() }),
      dataFormat: 'Json',
    });

    expect(withOthers.problems).toMatchObject([
      { rule: 'input-not-filled', severity: 'warning', message: 'the trigger does not fill the input tries' },
    ]);
  });

  test('an input in another spelling than the field says which field was meant', () => {
    expect(loose({ target: taking({ conversationID: string() }) }).problems).toMatchObject([
      { rule: 'input-not-in-event', help: expect.stringMatching(/^Did you mean conversationId\? /) },
    ]);
  });
});

describe('conditions', () => {
  test.each<[string, Trigger, string[]]>([
    ['a field the event does not have', when(exists(eventField('disconnectType'))), ['criterion-field']],
    ['the same with a path', when(exists(eventField('$.disconnectType'))), ['criterion-field']],
    ['the same in brackets', when(exists(eventField("$['disconnectType']"))), ['criterion-field']],
    ['a property of a text', when(exists(eventField('ani.scheme'))), ['criterion-field']],
    [
      'an unknown property of an object',
      when(exists(eventField('journeyContext.x')), conversationCustomerStart),
      ['criterion-field'],
    ],
    ['a value in the wrong case', when(equal(eventField<string>('mediaType'), 'voice')), ['criterion-value']],
    [
      'one wrong value among others',
      when(isIn(eventField<string>('direction'), ['INBOUND', 'IN'])),
      ['criterion-value'],
    ],
    ['a number for a text', when(equal(eventField<unknown>('userId'), 7)), ['criterion-value']],
    ['more or less of a text', when({ jsonPath: 'ani', operator: 'GreaterThan', value: 1 }), ['criterion-type']],
    ['the size of a text', when({ jsonPath: 'ani', operator: 'Size', value: 1 }), ['criterion-type']],
    ['no values', when(isIn(eventField<string>('direction'), [])), ['criterion-values']],
    ['no path', when(exists(eventField(' '))), ['json-path-syntax']],
  ])('refuse %s', (_, { problems }, rules) => {
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
  });

  test.each<[string, Trigger]>([
    ['a field by its path', when(equal(eventField<string>('$.mediaType'), 'VOICE'))],
    ['an attribute', when(equal(property(eventField('attributes'), 'status'), 'SUCCESS'), conversationAttributes)],
    ['a property of an object', when(exists(eventField('journeyContext.actionId')), conversationCustomerStart)],
    ['an item of a list', when(equal(eventField<string>('callbackNumbers[0]'), '+331'))],
    ['a part of a text', when(contains(eventField<string>('ani'), '+33'))],
    ['a filter over the whole event', when(exists(eventField("$..[?(@ == 'VOICE')]")))],
    ['anything where the payload is not published', when(exists(eventField('x')), inboundWebhook)],
  ])('take %s', (_, { problems }) => {
    expect(problems).toEqual([]);
  });
});

test('every published field can be asked for', () => {
  const triggers = topics.flatMap((topic) =>
    Object.keys(topic.fields ?? {}).map((name) => when(exists(eventField(name)), topic)),
  );

  expect(triggers.flatMap(({ problems }) => problems)).toEqual([]);
});

test('a finding says where, what and what to do', () => {
  const { problems } = when(equal(eventField<string>('direction'), 'inbound'));

  expect(problems.map((problem) => findingText(problem).replace(/^.*?problems\.test\.ts:\d+:\d+/, 'HERE'))).toEqual([
    'HERE  trigger Report: direction is never "inbound"\n' +
      '    Upper and lower case differ. It is: UNKNOWN, INBOUND, OUTBOUND.',
  ]);
});
