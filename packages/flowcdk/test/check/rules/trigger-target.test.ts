import { conversationAcw } from '../../../src/triggers';
import { triggerTarget } from '../../../src/check/rules/trigger-target';
import type { MaybeTrigger } from '../../../src/check/triggers';
import { ruleTest } from '../graph/private/rule-test';
import { byHand } from '../graph/private/trigger-by-hand';

ruleTest(triggerTarget, {
  valid: { 'a workflow that exists already': byHand({ target: { name: 'theirs', existing: true } }) },
  invalid: {
    'no target at all': {
      in: { definitions: [{ definition: 'trigger', name: 'Finished', topic: conversationAcw } as MaybeTrigger] },
      finds: ['trigger Finished: the trigger has no target'],
    },
    'a workflow that is not there': {
      in: byHand({ target: { name: 'gone' } }),
      finds: ['trigger Finished: there is no workflow gone'],
    },
  },
});
