import { triggerTopic } from '../../../src/check/rules/trigger-topic';
import { ruleTest } from '../graph/private/rule-test';
import { byHand } from '../graph/private/trigger-by-hand';

ruleTest(triggerTopic, {
  valid: { 'a topic that is published': byHand({}) },
  invalid: {
    'a topic nobody has heard of': {
      in: byHand({ topic: 'v2.detail.events.conversation.{id}.voice' }),
      finds: ['trigger Finished: v2.detail.events.conversation.{id}.voice is no topic Flowcdk knows'],
    },
  },
});
