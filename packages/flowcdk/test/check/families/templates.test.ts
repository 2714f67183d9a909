import { foundIn, ruleNamed, ruleTest } from '../private/rule-test';

interface Parts {
  readonly url?: string;
  readonly header?: string;
  readonly body?: string;
  readonly map?: string;
  readonly defaults?: string;
  readonly template?: string;
  readonly input?: string;
  readonly output?: string;
}

const dataAction = ({ url, header, body, map, defaults, template, input, output }: Parts = {}): string =>
  `dataAction: Find customer
input: ${input ?? '{ phoneNumber: string, limit: integer }'}
output: ${output ?? '{ customerId: string, tags: "string[]" }'}
url: ${url ?? 'https://customers.example/find'}
headers: ${header ?? '{}'}
body: ${JSON.stringify(body ?? '{}')}
translationMap: ${map ?? '{ id: $.id, tags: "$.tags[*]" }'}
translationMapDefaults: ${defaults ?? '{}'}
successTemplate: ${JSON.stringify(template ?? '{"customerId": ${id}, "tags": ${tags}}')}
`;

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
});

ruleTest(ruleNamed('template-input-case'), {
  valid: { 'the case of the contract': dataAction({ body: '$input.phoneNumber' }) },
  invalid: {
    'another scope': [dataAction({ body: '$Input.phoneNumber' }), 'Input.phoneNumber is written in another case'],
    'another name': [dataAction({ body: '${input.PhoneNumber}' }), 'input.PhoneNumber is written in another case'],
  },
});

ruleTest(ruleNamed('template-unescaped'), {
  valid: {
    'an escaped text': dataAction({ body: '{"phone": "${esc.jsonEncode($input.phoneNumber)}"}' }),
    'a number': dataAction({ body: '{"limit": "${input.limit}"}' }),
    'JSON in a text': dataAction({ body: '{"customer": ${input.phoneNumber}}' }),
    'a condition': dataAction({ body: '{"a": 1#if("$!{input.phoneNumber}" != ""), "b": 2#end}' }),
    'a body that is no JSON': dataAction({
      header: '{ Content-Type: application/x-www-form-urlencoded }',
      body: '"${input.phoneNumber}"',
    }),
  },
  invalid: {
    'a text in quotes': [
      dataAction({ body: '{"phone": "${input.phoneNumber}"}' }),
      'the text phoneNumber is put into JSON without escaping it',
    ],
    'one behind a condition': [
      dataAction({ body: '{"a": 1#if("$!{input.phoneNumber}" != ""), "b": "x $!input.phoneNumber"#end}' }),
      'the text phoneNumber is put into JSON without escaping it',
    ],
  },
});

ruleTest(ruleNamed('template-default'), {
  valid: { JSON: dataAction({ defaults: `{ id: '""', tags: '[]', n: '0', b: 'false' }` }) },
  invalid: { 'a bare text': [dataAction({ defaults: '{ id: UNKNOWN }' }), 'the default of id is no JSON'] },
});

ruleTest(ruleNamed('json-path-syntax'), {
  valid: { 'a path': dataAction({ map: `{ id: "$.items[?(@.kind == 'main')].id" }` }) },
  invalid: {
    'an open bracket': [
      dataAction({ map: '{ id: "$.items[0" }' }),
      expect.stringMatching(/^the path of id cannot be read/) as unknown as string,
    ],
  },
});

ruleTest(ruleNamed('path-gives-list'), {
  valid: {
    'a definite path': dataAction(),
    'a list for a list': dataAction({ map: '{ id: $.id, tags: $..tag }' }),
    'the first of a list': dataAction({
      map: '{ id: "$..id" }',
      template: '{"customerId": ${successTemplateUtils.firstFromArray("${id}")}}',
    }),
  },
  invalid: {
    'a list for one value': [
      dataAction({ map: '{ id: "$..id" }' }),
      'the path always gives a list, but the output customerId is one value',
    ],
  },
});

ruleTest(ruleNamed('template-output-missing'), {
  valid: { 'all of them': dataAction(), 'the answer as it is': dataAction({ template: '${rawResult}' }) },
  invalid: {
    one: [dataAction({ template: '{"tags": ${tags}}' }), 'the answer has no customerId, which the contract requires'],
  },
});

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

test('a finding in a template shows its line, and says which template of which data action', () => {
  const [finding] = foundIn(
    ruleNamed('template-input-unknown'),
    dataAction({ body: '{\n  "phone": "$input.phone"\n}' }),
  );

  expect(finding).toMatchObject({
    path: 'data action Find customer / body',
    excerpt: { text: '  "phone": "$input.phone"', column: 13, length: 12 },
  });
});
