import { ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

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
