import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

ruleTest(ruleNamed('template-input-unknown'), {
  valid: {
    'inputs of the contract': dataAction({
      body: '{"phone": "${esc.jsonEncode($input.phoneNumber)}", "limit": ${input.limit}}',
    }),
    'what the platform fills in': dataAction({ body: '${input.rawRequest}' }),
    'another case, which is another rule’s': dataAction({ body: '$!{Input.PhoneNumber}' }),
  },
  invalid: {
    'one in the body': [dataAction({ body: '{"phone": "$!{input.phone}"}' }), 'there is no input phone'],
    'one in the URL and in a header': [
      dataAction({ url: 'https://x.example/${input.id}', header: '{ X-Id: "$input.id" }' }),
      'there is no input id',
      'there is no input id',
    ],
  },
  helps: {
    'a name that is meant': [
      dataAction({ body: '$input.phoneNumbr' }),
      'Did you mean phoneNumber? Inputs are: phoneNumber, limit.',
    ],
    'a name that is like no other': [dataAction({ body: '$input.street' }), 'Inputs are: phoneNumber, limit.'],
    'a data action without inputs': [dataAction({ body: '$input.street', input: '{}' }), 'Inputs are: none.'],
  },
});

test('a finding in a template shows its line, and says which template of which data action', () => {
  const [finding] = findingsIn(
    ruleNamed('template-input-unknown'),
    dataAction({ body: '{\n  "phone": "$input.phone"\n}' }),
  );

  expect(finding).toMatchObject({
    path: 'data action Find customer / body',
    excerpt: { text: '  "phone": "$input.phone"', column: 13, length: 12 },
  });
});
