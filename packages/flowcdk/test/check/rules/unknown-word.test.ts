import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

const rule = ruleNamed('unknown-word');
const menu = (dtmf: string): string =>
  `inboundCall:\n  name: x\n  menus:\n    - menu:\n        name: Main\n        choices:\n          - menuDisconnect: { name: Bye, dtmf: ${dtmf} }\n`;
const schedule = (zones: string): string =>
  `- evaluateSchedule: { name: Open?, evaluationType: { schedule: { selectedSchedule: { lit: { name: Open } }, ${zones} } } }`;
const digits = (range: string): string =>
  `- collectInput: { name: Ask, inputData: { var: Flow.x }, digits: { range: { ${range} } } }`;

ruleTest(rule, {
  kind: 'inboundCall',
  valid: {
    ...Object.fromEntries([...'0123456789*#'].map((key) => [`the key ${key}`, menu(`"digit_${key}"`)])),
    'a key that is filled in later': menu('"{{key}}"'),
    'the end of digits': digits('min: 1, max: 4, terminatingDtmf: digit_*'),
    'time zones, bare and as a value': schedule(
      'evaluationTimeZone: America/Chicago, scheduleTimeZone: { lit: Europe/Paris }',
    ),
    'a time zone that the flow finds out': schedule('scheduleTimeZone: { exp: Flow.zone }'),
    'a time zone that is filled in later': schedule('evaluationTimeZone: "{{zone}}"'),
    'a mode that is an expression':
      '- setFlowOutcome: { name: O, flowOutcome: { name: o }, flowOutcomeValue: { exp: Flow.x } }',
  },
  invalid: {
    'a key by its name': [menu('digit_star'), '"digit_star" is not a key of a telephone'],
    'anything else': [menu('foo'), '"foo" is not a key of a telephone'],
    'a key that no telephone has': [menu('digit_11'), '"digit_11" is not a key of a telephone'],
    'a digit alone': [menu('"1"'), '"1" is not a key of a telephone'],
    'a number': [menu('1'), '"1" is not a key of a telephone'],
    'an end of digits that nobody can press': [
      digits('min: 1, max: 4, terminatingDtmf: digit_pound'),
      '"digit_pound" is not a key of a telephone',
    ],
    'a time zone': [schedule('evaluationTimeZone: Europe/Pariss'), '"Europe/Pariss" is not a time zone'],
    'a time zone as a value': [schedule('scheduleTimeZone: { lit: CEST }'), '"CEST" is not a time zone'],
    'a way to read digits back': [
      '- collectInput: { name: Ask, inputData: { var: Flow.x }, digits: { exact: 4 }, verificationType: digits }',
      '"digits" is not a way to read digits back',
    ],
    'a moment to send data': [
      '- setUUIData: { name: Set, uuiData: { lit: x }, mode: Transfer }',
      '"Transfer" is not a moment to send user-to-user information',
    ],
    'a value of an outcome': [
      '- setFlowOutcome: { name: O, flowOutcome: { name: o }, flowOutcomeValue: { lit: success } }',
      '"success" is not a value of a flow outcome',
    ],
    'a way to speak a position': [
      '- playPositionInQueue: { name: P, playbackMode: about }',
      '"about" is not a way to speak a position',
    ],
    'a medium of prompts': [
      'inboundCall:\n  name: x\n  settingsPrompts: { promptMediaToValidate: [{ mediaType: video }] }\n',
      '"video" is not a medium of prompts',
    ],
    'a type of flow': [
      'commonModule:\n  name: x\n  settingsCommonModule: { compatibleFlowTypes: [{ flowType: inboundCall }] }\n',
      '"inboundCall" is not a type of flow',
    ],
  },
});

const [of, none] = ['Allowed: digit_0, digit_1', undefined];

test.each([
  ['digit_star', 'digit_*'],
  ['digit_pound', 'digit_#'],
  ['digit_hash', 'digit_#'],
  ['"1"', 'digit_1'],
  ['1', 'digit_1'],
  ['Digit_9', 'digit_9'],
  ['dtmf_0', 'digit_0'],
  ['digit_11', none],
  ['foo', none],
])('the finding for %s says how it is written: %s', (written, right) => {
  const [finding] = findingsIn(rule, menu(written));

  expect(finding?.help).toMatch(
    new RegExp(`^${right === undefined ? of : `Write ${right.replace('*', '\\*')}\\. ${of}`}`),
  );
});

test('a key is an error, since a telephone has no others; a mode the platform may add is a warning', () => {
  expect(findingsIn(rule, menu('foo')).map(({ severity }) => severity)).toEqual(['error']);
  expect(
    findingsIn(rule, '- setUUIData: { name: Set, uuiData: { lit: x }, mode: later }').map(({ severity }) => severity),
  ).toEqual(['warning']);
});
