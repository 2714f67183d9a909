import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import { personalDataAttribute } from '../../../src/check/rules/personal-data-attribute';
import { rules } from '../../../src/check/rules';
import { call } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const write = (name: string): string =>
  call(
    `- setParticipantData: { name: Write, attributes: [attribute: { name: { lit: ${name} }, value: { lit: x } }] }\n- disconnect: { name: Bye }`,
  );

const message = (name: string): string =>
  `flow / Task / Write: ${name} sounds like personal data, and analytics keeps it with the conversation`;

const twice = write('customerName').replace(
  'attributes: [',
  'attributes: [attribute: { name: { lit: customerName }, value: { lit: y } }, ',
);

ruleTest(personalDataAttribute, {
  valid: {
    'an id': write('identification.customerId'),
    'a name of something': write('queueName'),
    'a word that only contains one': write('support.pinnedTopic'),
    'a flag about personal data': write('emailConfirmed'),
  },
  invalid: {
    'a name that is written twice, once': { in: twice, finds: [message('customerName')] },
    ...Object.fromEntries(
      ['identification.customerName', 'Email', 'caller_phone_number', 'firstName', 'billingAddress', 'dateOfBirth'].map(
        (name) => [name, { in: write(name), finds: [message(name)] }],
      ),
    ),
  },
});

test('what is meant to be is silenced by its path, with the reason', () => {
  const files = [readFile('flow.yaml', write('customerName'))];
  const silenced = [
    { rule: 'personal-data-attribute', path: 'flow / Task / Write', reason: 'The agent greets by name.' },
  ];
  const only = rules.filter(({ name }) => name === 'personal-data-attribute' || name === 'silencing');
  expect(check({ files, definitions: [] }, { silenced, rules: only })).toEqual([]);
});
