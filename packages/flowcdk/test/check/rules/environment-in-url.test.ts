import { literal, spoken } from '../private/portability-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('environment-in-url'), {
  valid: {
    'a host of nobody': literal('https://customers.example/protest/latest'),
    'this machine': literal('http://127.0.0.1:8080/test'),
    'a path only': literal('/api/v2/users'),
  },
  invalid: {
    'a region of Genesys Cloud': [
      literal('https://api.euw2.pure.cloud/x'),
      'the address of api.euw2.pure.cloud names the region of an organisation',
    ],
    'an AWS region': [
      literal('https://abc.execute-api.eu-west-1.amazonaws.com/x'),
      'the address of abc.execute-api.eu-west-1.amazonaws.com names a region',
    ],
    'an environment': [
      literal('see https://crm-test.company.example/x'),
      'the address of crm-test.company.example names an environment',
    ],
  },
});

ruleTest(ruleNamed('environment-in-url'), {
  kind: 'inboundCall',
  valid: { 'what callers hear, and is harmless': spoken('Welcome to our house.') },
  invalid: {
    'what callers hear': [
      spoken('see https://crm-test.company.example/x'),
      'the address of crm-test.company.example names an environment',
    ],
  },
});
