import { integer, string as text } from '../../../src';
import { conversationAcw } from '../../../src/triggers';
import { triggerInput } from '../../../src/check/rules/trigger-input';
import { ruleTest } from '../graph/private/rule-test';
import { byHand, report } from '../graph/private/trigger-by-hand';

ruleTest(triggerInput, {
  valid: { 'an input of the name and type of a field': byHand({}, report({ eventTime: integer() })) },
  invalid: {
    'an input the event does not have': {
      in: byHand({}, report({ callId: text() })),
      finds: [`trigger Finished: events of ${conversationAcw.name} have no plain field for the input callId`],
    },
    'an input of another type': {
      in: byHand({}, report({ eventTime: text() })),
      finds: ['trigger Finished: the input eventTime is string, but the field of the event is integer'],
    },
  },
});
