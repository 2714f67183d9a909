import { foundIn, ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('name-too-long'), {
  valid: { '200 characters': `- endWorkflow: { name: ${'x'.repeat(200)} }` },
  invalid: { '201 characters': [`- endWorkflow: { name: ${'x'.repeat(201)} }`, 'the name has 201 characters'] },
});

const attribute = (name: number, value: number) =>
  `- setConversationData: { name: x, conversationId: { exp: Flow.conversationId }, attributes: [{ attribute: { name: { lit: ${'n'.repeat(name)} }, value: { lit: ${'v'.repeat(value)} } } }] }`;

ruleTest(ruleNamed('attribute-size'), {
  valid: { 'what is safe': attribute(64, 256) },
  invalid: {
    'a long name': [attribute(65, 1), 'the name of the attribute has 65 characters'],
    'a long value': [attribute(1, 257), 'the value of the attribute has 257 characters'],
  },
});

test('a value too long for a bot is an error, as that limit is published', () => {
  const rule = ruleNamed('attribute-size');
  const example =
    '- setParticipantData: { name: x, attributes: [{ attribute: { name: { lit: a }, value: { lit: %s } } }] }';

  expect(foundIn(rule, example.replace('%s', 'v'.repeat(257)), { kind: 'botFlow' })).toMatchObject([
    { severity: 'error' },
  ]);
});

const conversation = (id: string) =>
  `- getConversationData: { name: x, conversationId: { lit: ${id} }, attributes: [] }`;

ruleTest(ruleNamed('conversation-id-too-long'), {
  valid: { '36 characters': conversation('x'.repeat(36)) },
  invalid: { '37 characters': [conversation('x'.repeat(37)), 'the conversation id has 37 characters'] },
});

const loop = (count: string, body = '') =>
  `- loop: { name: x, loopCount: ${count}, outputs: { loop: { actions: [${body}] } } }`;

ruleTest(ruleNamed('loop-count'), {
  valid: { once: loop('{ lit: 1 }'), '99 times': loop('{ lit: 99 }'), 'nobody knows': loop('{ exp: Flow.count }') },
  invalid: {
    never: [loop('{ lit: 0 }'), 'the loop runs 0 times'],
    '100 times': [loop('{ exp: 10 * 10 }'), 'the loop runs 100 times'],
  },
});

const cases = (count: number) =>
  `- switch: { name: x, evaluate: { firstMatch: { string: { value: { exp: Flow.text }, cases: [${Array.from({ length: count }, (_, i) => `{ case: { value: { lit: "${i}" }, actions: [] } }`).join(', ')}] } } } }`;

ruleTest(ruleNamed('switch-cases'), {
  valid: { one: cases(1), '64': cases(64) },
  invalid: { none: [cases(0), 'the switch has no case'], '65': [cases(65), 'the switch has 65 cases'] },
});

const collect = (digits: string, more = '') =>
  `- collectInput: { name: x, inputData: { var: Flow.text }, digits: ${digits}${more} }`;

ruleTest(ruleNamed('collect-input-range'), {
  kind: 'inboundCall',
  valid: {
    '40 digits': collect('{ exact: 40 }'),
    '1 to 40 digits': collect('{ range: { min: 1, max: 40 } }'),
    '99 seconds': collect('{ exact: 4 }', ', noEntryTimeout: { lit: { seconds: 99 } }'),
  },
  invalid: {
    'no digit': [collect('{ exact: 0 }'), '0 digits are asked for'],
    '41 digits': [collect('{ range: { min: 1, max: 41 } }'), '41 digits are asked for'],
    'more than at most': [collect('{ range: { min: 5, max: 4 } }'), 'at least 5 and at most 4 digits are asked for'],
    '100 seconds': [
      collect('{ exact: 4 }', ', interDigitTimeout: { lit: { seconds: 100 } }'),
      'interDigitTimeout is 100 seconds',
    ],
    'half a second': [
      collect('{ exact: 4 }', ', noEntryTimeout: { lit: { ms: 500 } }'),
      'noEntryTimeout is 0.5 seconds',
    ],
  },
});

const menu = (settings: string) => `inboundCall:\n  name: x\n  settingsMenu: { ${settings} }\n`;

ruleTest(ruleNamed('menu-range'), {
  valid: {
    'a minute': menu('menuSelectionTimeout: { lit: { minutes: 1 } }'),
    'no repeat': menu('repeatCount: { lit: 0 }'),
  },
  invalid: {
    'more than a minute': [
      menu('menuSelectionTimeout: { lit: { seconds: 61 } }'),
      'menuSelectionTimeout is 61 seconds',
    ],
    '11 repeats': [menu('repeatCount: { lit: 11 }'), 'the menu is repeated 11 times'],
  },
});

const wait = (duration: string, more = '') => `- wait: { name: x, duration: ${duration}${more} }`;

ruleTest(ruleNamed('wait-too-long'), {
  valid: {
    '72 hours': wait('{ lit: { hours: 72 } }'),
    'a wait that is trimmed': wait('{ lit: { days: 9 } }', ', trimDurationNearMaxRunningTime: { lit: true }'),
  },
  invalid: { '73 hours': [wait('{ exp: "MakeDuration(3, 1, 0, 0)" }'), 'the flow waits 73 hours'] },
});

const outcomes = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `- initializeFlowOutcome: { name: x, flowOutcome: { name: "Outcome ${i}" } }`,
  ).join('\n');

ruleTest(ruleNamed('outcomes-and-milestones'), {
  valid: { '100 outcomes': outcomes(100), 'one, often': `${outcomes(1)}\n`.repeat(101) },
  invalid: { '101 outcomes': [outcomes(101), 'the flow has 101 flow outcomes'] },
});

const updates = (count: number) => '{ updateData: { name: x, statements: [] } }, '.repeat(count);
const nested = (body: number) =>
  loop(
    '{ lit: 99 }',
    `{ loop: { name: y, loopCount: { lit: 99 }, outputs: { loop: { actions: [${updates(body)}] } } } }`,
  );

ruleTest(ruleNamed('too-many-actions'), {
  valid: { '9 901 of them': nested(1), 'turns nobody knows': loop('{ exp: Flow.count }') },
  invalid: {
    '19 702 of them': [nested(2).replace('name: x', 'name: z'), 'up to 19702 actions may be executed in this loop'],
  },
});
