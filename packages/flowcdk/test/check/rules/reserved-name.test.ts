import { ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

ruleTest(ruleNamed('reserved-name'), {
  valid: { 'other names': dataAction() },
  invalid: {
    'an input': [dataAction({ input: '{ orgId: string }' }), 'the input orgId has a name the platform uses itself'],
    'a value of the map': [
      dataAction({ map: '{ input: $.id }' }),
      'the translation map has a value input, which success templates know as something else',
    ],
  },
});
