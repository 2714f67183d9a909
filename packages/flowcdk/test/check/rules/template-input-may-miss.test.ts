import { ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

const input = '{ phoneNumber: string, limit: integer? }';

ruleTest(ruleNamed('template-input-may-miss'), {
  valid: {
    'an input that is always there': dataAction({ input, url: 'https://a.example/?p=$input.phoneNumber' }),
    'a quiet reference': dataAction({ input, url: 'https://a.example/?limit=$!{input.limit}' }),
    'a part that is left out': dataAction({
      input,
      url: 'https://a.example/find#if("$!{input.limit}" != "")?limit=${input.limit}#end',
    }),
    'an input that the platform fills in': dataAction({ input, body: '${input.rawRequest}' }),
  },
  invalid: {
    'an input in the URL': [
      dataAction({ input, url: 'https://a.example/?limit=${input.limit}' }),
      'the input limit may be missing, and ${input.limit} stands in the url then',
    ],
    'an input in a header': [
      dataAction({ input, header: '{ X-Limit: $input.limit }' }),
      'the input limit may be missing, and $input.limit stands in the header X-Limit then',
    ],
    'an input of a tool': [
      dataAction({ input, body: '{"limit": "${esc.jsonEncode($input.limit)}"}' }),
      'the input limit may be missing, and $input.limit stands in the body then',
    ],
    'an input behind a condition': [
      dataAction({ input, body: '{"a": 1#if($input.limit), "b": 2#end, "limit": ${input.limit}}' }),
      'the input limit may be missing, and ${input.limit} stands in the body then',
    ],
  },
});
