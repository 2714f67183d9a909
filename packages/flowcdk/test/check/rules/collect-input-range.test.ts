import { ruleNamed, ruleTest } from '../private/rule-test';

const collect = (digits: string, more = '') =>
  `- collectInput: { name: x, inputData: { var: Flow.text }, digits: ${digits}${more} }`;

ruleTest(ruleNamed('collect-input-range'), {
  kind: 'inboundCall',
  valid: {
    '40 digits': collect('{ exact: 40 }'),
    '1 to 40 digits': collect('{ range: { min: 1, max: 40 } }'),
    '1 digit at least, which need not be said': collect('{ range: { max: 1 } }'),
    '40 digits at most, which need not be said': collect('{ range: { min: 40 } }'),
    'a second': collect('{ exact: 4 }', ', noEntryTimeout: { lit: { seconds: 1 } }'),
    '99 seconds': collect('{ exact: 4 }', ', noEntryTimeout: { lit: { seconds: 99 } }'),
  },
  invalid: {
    'no digit': [collect('{ exact: 0 }'), '0 digits are asked for'],
    '41 digits, and no end': [collect('{ range: { min: 41 } }'), 'at least 41 and at most 40 digits are asked for'],
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
