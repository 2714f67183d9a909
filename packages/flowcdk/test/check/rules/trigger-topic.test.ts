import type { Definition } from '../../../src/architect/definition';
import { check } from '../../../src/check/check';
import { triggerTopic } from '../../../src/check/rules/trigger-topic';
import { ruleTest } from '../graph/private/rule-test';
import { byHand } from '../graph/private/trigger-by-hand';

const withoutTopic: { readonly definitions: readonly Definition[] } = {
  definitions: [{ definition: 'trigger', name: 'Finished' }],
};
const list = 'GET /api/v2/processautomation/triggers/topics lists those of an organisation.';

ruleTest(triggerTopic, {
  valid: { 'a topic that is published': byHand({}) },
  invalid: {
    'a topic nobody has heard of': {
      in: byHand({ topic: 'v2.detail.events.conversation.{id}.voice' }),
      finds: ['trigger Finished: v2.detail.events.conversation.{id}.voice is no topic Flowcdk knows'],
    },
    'a trigger without a topic': {
      in: withoutTopic,
      finds: ['trigger Finished: the trigger has no topic'],
    },
  },
  helps: {
    'a topic that is meant': {
      in: byHand({ topic: 'v2.detail.events.conversation.{id}.acv' }),
      helps: [`Did you mean v2.detail.events.conversation.{id}.acw? ${list}`],
    },
    'a topic that is like no other': { in: byHand({ topic: 'something.else' }), helps: [list] },
    'a trigger without a topic': { in: withoutTopic, helps: [list] },
  },
});

test.each<[what: string, example: { readonly definitions: readonly Definition[] }, severity: string]>([
  ['no topic, which no organisation takes', withoutTopic, 'error'],
  ['a topic that Flowcdk does not know, which an organisation may', byHand({ topic: 'something.else' }), 'warning'],
])('%s', (_, example, severity) => {
  expect(check({ files: [], ...example }, { rules: [triggerTopic] })).toMatchObject([{ severity }]);
});
