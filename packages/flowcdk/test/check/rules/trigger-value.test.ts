import { triggerValue } from '../../../src/check/rules/trigger-value';
import { ruleTest } from '../graph/private/rule-test';
import { byHand } from '../graph/private/trigger-by-hand';

ruleTest(triggerValue, {
  valid: { 'any id': byHand({ matchCriteria: [{ jsonPath: 'queueId', operator: 'Equal', value: 'x' }] }) },
  invalid: {
    'an enum in the wrong case': {
      in: byHand({ matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'voice' }] }),
      finds: ['trigger Finished: mediaType is never "voice"'],
    },
  },
});
