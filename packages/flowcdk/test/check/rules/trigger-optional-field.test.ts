import { optional, string as text } from '../../../src';
import { conversationAcw } from '../../../src/triggers';
import { triggerOptionalField } from '../../../src/check/rules/trigger-optional-field';
import { ruleTest } from '../graph/private/rule-test';
import { byHand, report } from '../graph/private/trigger-by-hand';

ruleTest(triggerOptionalField, {
  valid: { 'an input that may be missing, too': byHand({}, report({ wrapupCode: optional(text()) })) },
  invalid: {
    'an input that has to be there': {
      in: byHand({}, report({ wrapupCode: text() })),
      finds: [`trigger Finished: events of ${conversationAcw.name} do not always have wrapupCode`],
    },
  },
});
