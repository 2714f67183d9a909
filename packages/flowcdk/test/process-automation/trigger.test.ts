import { integer, json, minutes, oneOf, optional, seconds, string } from '../../src';
import { canonicalMatchCriteria, conversationAcw, equal, inboundWebhook, isIn, trigger } from '../../src/triggers';
import { taking } from './private-workflows';

const report = taking({ conversationId: string(), eventTime: integer(), wrapupCode: optional(string()) });

test('hands the fields of an event to the inputs of the same names', () => {
  const finished = trigger({
    name: 'Report finished call',
    description: 'Tells the back office',
    topic: conversationAcw,
    when: (event) => [equal(event.mediaType, 'VOICE'), isIn(event.direction, ['INBOUND', 'OUTBOUND'])],
    target: report,
    eventTtl: minutes(5),
  });

  expect(finished).toMatchObject({
    definition: 'trigger',
    name: 'Report finished call',
    description: 'Tells the back office',
    topic: { name: 'v2.detail.events.conversation.{id}.acw' },
    dataFormat: 'TopLevelPrimitives',
    eventTtlSeconds: 300,
    enabled: true,
    problems: [],
  });
  expect(canonicalMatchCriteria(finished.matchCriteria)).toBe(
    '[{"jsonPath":"mediaType","operator":"Equal","value":"VOICE"},' +
      '{"jsonPath":"direction","operator":"In","values":["INBOUND","OUTBOUND"]}]',
  );
  expect(finished.uses).toEqual([report]);
});

test('without conditions every event counts, at once and however late', () => {
  const every = trigger({ name: 'Every', topic: conversationAcw, target: report });

  expect(every.matchCriteria).toEqual([]);
  expect(every).not.toHaveProperty('eventTtlSeconds');
  expect(every).not.toHaveProperty('delayBySeconds');
});

test('may wait before it starts, and be switched off', () => {
  expect(
    trigger({ name: 'Later', topic: conversationAcw, target: report, delayBy: seconds(90), enabled: false }),
  ).toMatchObject({ delayBySeconds: 90, enabled: false, problems: [] });
});

test('hands the whole event to one input', () => {
  const whole = taking({ jsonData: json() });

  expect(trigger({ name: 'Whole', topic: conversationAcw, target: whole, dataFormat: 'Json' })).toMatchObject({
    dataFormat: 'Json',
    problems: [],
  });
});

test('where a payload is not published, the inputs are not checked', () => {
  expect(trigger({ name: 'Hook', topic: inboundWebhook, target: taking({ order: string() }) }).problems).toEqual([]);
});

test('an input may name a field of few values by these values or as text', () => {
  const target = taking({ direction: oneOf(['UNKNOWN', 'INBOUND', 'OUTBOUND']), mediaType: string() });

  expect(trigger({ name: 'Directions', topic: conversationAcw, target }).problems).toEqual([]);
});
