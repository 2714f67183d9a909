import { ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

ruleTest(ruleNamed('template-input-case'), {
  valid: { 'the case of the contract': dataAction({ body: '$input.phoneNumber' }) },
  invalid: {
    'another scope': [dataAction({ body: '$Input.phoneNumber' }), 'Input.phoneNumber is written in another case'],
    'another name': [dataAction({ body: '${input.PhoneNumber}' }), 'input.PhoneNumber is written in another case'],
  },
});
