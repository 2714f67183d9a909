import { ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

ruleTest(ruleNamed('template-unescaped'), {
  valid: {
    'an escaped text': dataAction({ body: '{"phone": "${esc.jsonEncode($input.phoneNumber)}"}' }),
    'a number': dataAction({ body: '{"limit": "${input.limit}"}' }),
    'JSON in a text': dataAction({ body: '{"customer": ${input.phoneNumber}}' }),
    'an encoded text in the URL': dataAction({
      url: 'https://a.example/$esc.uriEncode($input.phoneNumber)?p=${esc.url($input.phoneNumber)}',
    }),
    'a number in the URL': dataAction({ url: 'https://a.example/find?limit=${input.limit}' }),
    'a base in front of the URL': dataAction({ url: '${input.phoneNumber}/find' }),
    'a part of the host': dataAction({ url: 'https://${input.phoneNumber}.example/find' }),
    'a condition': dataAction({ body: '{"a": 1#if("$!{input.phoneNumber}" != ""), "b": 2#end}' }),
    'a body that is no JSON': dataAction({
      header: '{ Content-Type: application/x-www-form-urlencoded }',
      body: '"${input.phoneNumber}"',
    }),
  },
  invalid: {
    'a text in the query of the URL': [
      dataAction({ url: 'https://a.example/find?p=$input.phoneNumber' }),
      'the text phoneNumber is put into the query of the URL as it is',
    ],
    'a text in the path of the URL': [
      dataAction({ url: 'https://a.example/${input.phoneNumber}/orders?limit=$input.limit' }),
      'the text phoneNumber is put into the path of the URL as it is',
    ],
    'a text in quotes': [
      dataAction({ body: '{"phone": "${input.phoneNumber}"}' }),
      'the text phoneNumber is put into JSON without escaping it',
    ],
    'a text that is the whole body': [
      dataAction({ body: '"${input.phoneNumber}"' }),
      'the text phoneNumber is put into JSON without escaping it',
    ],
    'a text in quotes, in a body that only the header calls JSON': [
      dataAction({
        header: '{ Content-Type: application/json }',
        body: 'null, "${input.phoneNumber}"',
      }),
      'the text phoneNumber is put into JSON without escaping it',
    ],
    'one behind a condition': [
      dataAction({ body: '{"a": 1#if("$!{input.phoneNumber}" != ""), "b": "x $!input.phoneNumber"#end}' }),
      'the text phoneNumber is put into JSON without escaping it',
    ],
  },
});
