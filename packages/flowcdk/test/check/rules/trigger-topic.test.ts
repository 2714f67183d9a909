import { check } from '../../../src/check/check';
import { triggerTopic } from '../../../src/check/rules/trigger-topic';
import { ruleTest } from '../graph/private/rule-test';
import { byHand } from '../graph/private/trigger-by-hand';

const list = 'GET /api/v2/processautomation/triggers/topics lists those of an organisation.';

ruleTest(triggerTopic, {
  valid: { 'a topic that is published': byHand({}) },
  invalid: {
    'a topic nobody has heard of': {
      in: byHand({ topic: 'v2.detail.events.conversation.{id}.voice' }),
      finds: ['trigger Finished: v2.detail.events.conversation.{id}.voice is no topic Flowcdk knows'],
    },
    'a trigger without a topic': {
      in: byHand({ topic: undefined }),
      finds: ['trigger Finished: the trigger has no topic'],
    },
  },
  helps: {
    'a topic that is meant': {
      in: byHand({ topic: 'v2.detail.events.conversation.{id}.acv' }),
      helps: [`Did you mean v2.detail.events.conversation.{id}.acw? ${list}`],
    },
    'a topic that is like no other': { in: byHand({ topic: 'something.else' }), helps: [list] },
    'a trigger without a topic': { in: byHand({ topic: undefined }), helps: [list] },
  },
});

test.each([
  ['no topic, which no organisation takes', undefined, 'error'],
  ['a topic that Flowcdk does not know, which an organisation may', 'something.else', 'warning'],
])('%s', (_, topic, severity) => {
  const project = { files: [], ...byHand({ topic }) };
  expect(check(project, { rules: [triggerTopic] })).toMatchObject([{ severity }]);
});
