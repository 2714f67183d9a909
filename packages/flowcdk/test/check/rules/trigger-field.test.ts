import { conversationAcw } from '../../../src/triggers';
import { triggerField } from '../../../src/check/rules/trigger-field';
import { ruleTest } from '../graph/private/rule-test';
import { byHand } from '../graph/private/trigger-by-hand';

ruleTest(triggerField, {
  valid: {
    'a field the event has at times': byHand({
      matchCriteria: [{ jsonPath: 'wrapupCode', operator: 'Exists', value: true }],
    }),
  },
  invalid: {
    'a field of another event': {
      in: byHand({ matchCriteria: [{ jsonPath: 'disconnectType', operator: 'NotEqual', value: 'TRANSFER' }] }),
      finds: [`trigger Finished: events of ${conversationAcw.name} have no field disconnectType`],
    },
  },
});
