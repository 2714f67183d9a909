import { ruleNamed, ruleTest } from '../private/rule-test';

const wait = (duration: string, more = '') => `- wait: { name: x, duration: ${duration}${more} }`;

ruleTest(ruleNamed('wait-too-long'), {
  valid: {
    '72 hours': wait('{ lit: { hours: 72 } }'),
    'a wait that is trimmed': wait('{ lit: { days: 9 } }', ', trimDurationNearMaxRunningTime: { lit: true }'),
  },
  invalid: { '73 hours': [wait('{ exp: "MakeDuration(3, 1, 0, 0)" }'), 'the flow waits 73 hours'] },
});
