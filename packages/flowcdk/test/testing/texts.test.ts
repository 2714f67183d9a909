import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hours, minutes, seconds } from '../../src';
import { bot, KitProblem, localOrg, type LocalOrgOptions } from '../../src/testing';
import '../../src/testing/jest';
import { messageFlowYaml, workflowYaml } from '../emulator/private/flows';

const ADA = '+33142685300';
const NUMBER = '+447700900101';

const texts = `          - setParticipantData: { name: Write, attributes: [{ attribute: { name: { lit: said }, value: { exp: Message.Message.body } } }] }
          - decision:
              name: An agent?
              condition: { exp: 'Lower(Message.Message.body) == "agent"' }
              outputs:
                "yes": { actions: [{ transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } } }] }
          - sendResponse: { name: Say, messageBody: { exp: 'Append("You typed ", Message.Message.body)' } }`;

/** An org with the message flow Texts, which has a number, and a workflow. */
function textingOrg(options: LocalOrgOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  writeFileSync(join(folder, 'texts.yaml'), messageFlowYaml('Texts', texts));
  writeFileSync(join(folder, 'work.yaml'), workflowYaml('Work'));
  return localOrg({ flows: [folder], ...options });
}

test('a message flow of a file has a number, and a customer writes to it by its name', async () => {
  const org = await textingOrg();
  const thread = org.text({ from: ADA, flow: 'Texts', text: 'Hello' });

  expect(org.published.flows[0]).toMatchObject({ name: 'Texts', number: NUMBER });
  expect(thread.texts).toEqual(['You typed Hello']);
  expect(thread.ended).toBe(true);
  expect(thread).toHaveParticipantData({ said: 'Hello' });
  expect(org.sms).toHaveReceivedOnce(ADA, 'You typed Hello');
});

test('a customer answers an SMS that they got', async () => {
  const org = await textingOrg();
  const thread = org.text({ from: ADA, to: NUMBER, text: 'Hello', name: 'Ada' });
  await org.waits(hours(1));
  const [sms] = org.sms.to(ADA);
  if (!sms) throw new Error('there is no SMS');
  const answer = org.text({ answers: sms, text: 'Thanks' });

  expect(answer.conversationId).toBe(thread.conversationId);
  expect(answer.texts).toEqual(['You typed Hello', 'You typed Thanks']);
});

test('a conversation goes on within the threading window, and another begins after it', async () => {
  const org = await textingOrg({ settings: { threadingWindow: minutes(30) } });
  const thread = org.text({ from: ADA, flow: 'Texts', text: 'One' });
  const { conversationId } = thread;
  await thread.waits(minutes(29));
  thread.writes('Two');
  expect(thread.conversationId).toBe(conversationId);
  await thread.waits(minutes(31));
  thread.writes('Three');
  expect(thread.conversationId).not.toBe(conversationId);
});

test('an agent takes the conversation, writes, and ends it', async () => {
  const org = await textingOrg();
  const thread = org.text({ from: ADA, flow: 'Texts', text: 'agent' });
  expect(thread).toHaveReachedQueue('Support');
  expect(() => thread.agentWrites('Hello')).toThrow('no agent has the conversation');
  org.runtime.acd.answer(thread.conversationId);
  thread.agentWrites('Good morning');
  await thread.untilReceives(/good morning/i);
  thread.writes('Good morning');
  org.runtime.acd.talks.hangUp(thread.conversationId);

  expect(thread.texts).toEqual(['Good morning']);
  expect(thread.timeline()).toMatch(
    /writes “agent”[\s\S]*waits in the queue Support[\s\S]*answers[\s\S]*SMS to \+33142685300: “Good[\s\S]*writes “Good[\s\S]*the conversation is over \(agent\)/,
  );
});

test.each([
  ['ends when the agent has written', { agentAnswersAfter: seconds(20), talksFor: minutes(2) }, true],
  ['waits on in the queue where nobody answers', {}, false],
])('the rest of a conversation happens: it %s', async (_, options, ended) => {
  const org = await textingOrg();
  const thread = org.text({ from: ADA, flow: 'Texts', text: 'agent' });
  await thread.end(options);

  expect(thread.ended).toBe(ended);
  expect(thread.eventsOf('agent.wrappedUp')).toHaveLength(ended ? 1 : 0);
  expect(thread.story).toEqual(thread.events);
});

test('another number leads to the flow as soon as somebody routes it', async () => {
  const org = await textingOrg();
  expect(() => org.text({ from: ADA, to: '+15550100', text: 'Hello' })).toThrow(/is no SMS number of this org/);
  org.routeMessages('+15550100', 'Texts');
  org.routeMessages('+15550100', 'Texts');

  expect(org.text({ from: ADA, to: '+15550100', text: 'Hello' }).texts).toEqual(['You typed Hello']);
});

test.each([
  ["the org has no flow 'Text'. Did you mean 'Texts'?", 'Text'],
  ["no SMS number is routed to the flow 'Work', so nobody can write to it", 'Work'],
])('%s', async (problem, flow) => {
  const org = await textingOrg();
  const write = () => org.text({ from: ADA, flow, text: 'Hello' });

  expect(write).toThrow(KitProblem);
  expect(write).toThrow(problem);
});

test('only a message flow takes messages', async () => {
  const org = await textingOrg();
  expect(() => org.routeMessages('+15550100', 'Work')).toThrow(
    "the org does not route +15550100 to 'Work': flow: messages need an inbound message flow, not a flow of type WORKFLOW",
  );
});

test('only a number writes', async () => {
  const org = await textingOrg();
  expect(() => org.text({ from: 'anonymous', flow: 'Texts', text: 'Hello' })).toThrow("'anonymous' is no number");
});

test('what does not happen fails with the story', async () => {
  const org = await textingOrg();
  const thread = org.text({ from: ADA, flow: 'Texts', text: 'Hello' });
  await expect(thread.untilReceives('nothing')).rejects.toThrow(/waited to receive nothing, but it did not happen/);
});

test('a stand-in plays the bot that a message flow asks; what the customer writes meanwhile is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  const ask = `          - callBotFlow:
              name: Ask
              inputText: { exp: Message.Message.body }
              exitReason: { noValue: true }
              intent: { noValue: true }
              botFlow: { Orders: { ver_latestPublished: { outputs: { Slot.Number: { var: State.number } } } } }
          - sendResponse: { name: Say, messageBody: { exp: 'Append("Order ", State.number, ": ", Message.Message.body)' } }`;
  const variables = `        variables: [{ stringVariable: { name: State.number, initialValue: { noValue: true } } }]\n        actions:`;
  writeFileSync(join(folder, 'texts.yaml'), messageFlowYaml('Texts', ask).replace('        actions:', variables));
  const org = await localOrg({
    flows: [folder],
    services: { 'bot Orders': bot({ intent: 'track', outputs: { 'Slot.Number': '4711' } }).after(seconds(30)) },
  });
  const thread = org.text({ from: ADA, flow: 'Texts', text: 'Where is it?' });
  await thread.waits(seconds(10));
  thread.writes('Hurry');
  await thread.untilReceives(/order 4711/i);

  expect(thread.texts).toEqual(['Order 4711: Where is it?']);
  expect(thread.eventsOf('message.received').map(({ text }) => text)).toEqual(['Where is it?', 'Hurry']);
});
