import { ruleNamed, ruleTest } from '../private/rule-test';

const conversation = (id: string) =>
  `- getConversationData: { name: x, conversationId: { lit: ${id} }, attributes: [] }`;

ruleTest(ruleNamed('conversation-id-too-long'), {
  valid: { '36 characters': conversation('x'.repeat(36)) },
  invalid: { '37 characters': [conversation('x'.repeat(37)), 'the conversation id has 37 characters'] },
});
