import { ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

ruleTest(ruleNamed('json-path-syntax'), {
  valid: { 'a path': dataAction({ map: `{ id: "$.items[?(@.kind == 'main')].id" }` }) },
  invalid: {
    'an open bracket': [
      dataAction({ map: '{ id: "$.items[0" }' }),
      expect.stringMatching(/^the path of id cannot be read/) as unknown as string,
    ],
  },
});
