import { decision } from '../private/expressions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('not-set-argument'), {
  valid: {
    'where it is taken': decision('IsSet(NOT_SET)'),
    compared: decision('Flow.text == NOT_SET'),
    'a variable that may be': decision('Length(Flow.text) > 1'),
    'a chain of thousands': decision(`${'1+'.repeat(15_000)}1 > 2`),
  },
  invalid: {
    'the word': [decision('Length(NOT_SET) > 1'), 'NOT_SET is given to Length, which does not take it'],
    'a cast of it': [decision('Length(ToString(NOT_SET)) > 1'), 'NOT_SET is given to Length, which does not take it'],
    'a number of nothing': [decision('1 + ToInt("") > 1'), 'NOT_SET is given to +, which does not take it'],
    'both ways': [
      decision('Length(If(Flow.flag, ToString(NOT_SET), ToString(NOT_SET))) > 1'),
      'NOT_SET is given to Length, which does not take it',
    ],
  },
});
