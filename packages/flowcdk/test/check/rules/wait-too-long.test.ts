import { ruleNamed, ruleTest } from '../private/rule-test';

const wait = (duration: string, more = '') => `- wait: { name: x, duration: ${duration}${more} }`;

ruleTest(ruleNamed('wait-too-long'), {
  valid: {
    '72 hours': wait('{ lit: { hours: 72 } }'),
    'a wait that is trimmed': wait('{ lit: { days: 9 } }', ', trimDurationNearMaxRunningTime: { lit: true }'),
  },
  invalid: { '73 hours': [wait('{ exp: "MakeDuration(3, 1, 0, 0)" }'), 'the flow waits 73 hours'] },
  helps: {
    'a flow that waits': [
      wait('{ lit: { hours: 73 } }'),
      'It may wait 72 hours in all. Launch a new flow then, for instance by a schedule, or let the wait be trimmed.',
    ],
  },
});

ruleTest(ruleNamed('wait-too-long'), {
  kind: 'surveyInvite',
  valid: { 'an hour in an invitation to a survey': wait('{ lit: { hours: 1 } }') },
  invalid: { 'more than an hour': [wait('{ lit: { minutes: 61 } }'), 'the flow waits 61 minutes'] },
  helps: { 'more than an hour': [wait('{ lit: { minutes: 61 } }'), 'An invitation to a survey may wait one hour.'] },
});
