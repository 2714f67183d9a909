import { id, literal, spoken } from '../private/portability-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('secret-in-text'), {
  valid: {
    'an id': literal(id),
    'a long word': literal('Donaudampfschifffahrtsgesellschaftskapitaen'),
    'a credential of the integration':
      'dataAction: x\nheaders: { Authorization: "Bearer ${authResponse.access_token}" }',
    'basic authentication from fields':
      'dataAction: x\nheaders: { Authorization: "Basic ${encoding.base64(\\"${credentials.user}\\")}" }',
  },
  invalid: {
    'a bearer token': [literal('Bearer d41d8cd98f00b204e9800998ecf8427e'), 'this looks like a bearer token'],
    'a key': [literal('api_key=1234567890abcdef'), 'this looks like a key or password'],
    'a key of AWS': [literal(`AKIA${'IOSFODNN7EXAMPLE'}`), 'this looks like an AWS access key'],
    'a user in an address': [
      literal('https://ann:hunter22@company.example/'),
      'this looks like a user name and a password',
    ],
    'a long row of mixed characters': [literal('a8Fk2Lq9Zx7Vb3Nm5Pw1Rt6Yu4Io0Sd2Gh8'), 'this looks like a key'],
    'a header': ['dataAction: x\nheaders: { X-Api-Key: a8Fk2Lq9Zx7Vb3Nm5Pw1Rt6Yu4Io0Sd2Gh8 }', 'this looks like a key'],
  },
});

ruleTest(ruleNamed('secret-in-text'), {
  kind: 'inboundCall',
  valid: { 'what callers hear, and is harmless': spoken('Welcome to our house.') },
  invalid: { 'what callers hear': [spoken('api_key=1234567890abcdef'), 'this looks like a key or password'] },
});
