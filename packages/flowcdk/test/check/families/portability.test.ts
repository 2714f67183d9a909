import { ruleNamed, ruleTest } from '../private/rule-test';

const literal = (text: string) =>
  `- updateData: { name: x, statements: [{ string: { variable: Flow.text, value: { lit: ${JSON.stringify(text)} } } }] }`;
const expression = (text: string) =>
  `- updateData: { name: x, statements: [{ string: { variable: Flow.text, value: { exp: ${JSON.stringify(text)} } } }] }`;
const spoken = (text: string) => `- playAudio: { name: x, audio: { tts: ${JSON.stringify(text)} } }`;
const id = '1b4e28ba-2fa1-4d3b-a3f5-9a2d6c1e7f10';

ruleTest(ruleNamed('hard-coded-id'), {
  valid: { 'a name': literal('Support'), 'the name of an action': `- endWorkflow: { name: End ${id} }` },
  invalid: {
    'a literal': [literal(id), `the id ${id} is written into the text`],
    'a text in an expression': [expression(`FindQueueById("${id}").name`), `the id ${id} is written into the text`],
    'a template': [`dataAction: x\nurl: /api/v2/routing/queues/${id}`, `the id ${id} is written into the text`],
  },
});

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

ruleTest(ruleNamed('hard-coded-phone-number'), {
  kind: 'inboundCall',
  valid: {
    'what callers hear': spoken('Please dial +49 30 1234567.'),
    digits: literal('4930123456789'),
    'a sum': expression('ToString(Flow.count +12345678)'),
  },
  invalid: {
    'a number': [literal('+493012345678'), 'the telephone number +493012345678 is written into the flow'],
    'with spaces': [
      literal('tel:+49 (30) 1234-567'),
      'the telephone number +49 (30) 1234-567 is written into the flow',
    ],
  },
});

ruleTest(ruleNamed('hard-coded-email'), {
  kind: 'inboundCall',
  valid: { 'what callers hear': spoken('Write to help@company.example.'), 'no address': literal('a @ b') },
  invalid: {
    'an address': [
      expression('FindUser("ann.lee@company.example").id'),
      'the address ann.lee@company.example is written into the flow',
    ],
  },
});

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
