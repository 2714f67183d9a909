import { NotRouted } from '../../../../src/emulator/runtime/messages/not-routed';
import type { JsonObject } from '../../../../src/emulator/state/json';
import { pass, topicsOf } from '../private/calls';
import {
  CUSTOMER,
  goodbye,
  inQueueMessageFlowOf,
  messageFlowOf,
  repeats,
  says,
  SMS_NUMBER,
  textingOrg,
  toSupport,
} from '../private/texting';

const HOUR = 3_600;

test('a message starts the flow of its number, and the flow reads the message', () => {
  const org = textingOrg([
    repeats('Message.Message.body'),
    repeats('Message.Message.senderAddress'),
    repeats('Message.Message.targetAddresses[0]'),
    repeats('Message.Message.type'),
    repeats('Message.ConversationId == Interaction.Id'),
    repeats('Message.IsNewConversation'),
    repeats('Message.Language'),
    repeats('Count(Message.Message.attachments)'),
    goodbye,
  ]);
  const conversation = org.write('Hello');

  expect(org.texts()).toEqual(['Hello', CUSTOMER, SMS_NUMBER, 'SMS', 'true', 'true', 'en-us', '0']);
  expect(conversation).toMatchObject({ mediaType: 'MESSAGE', messageType: 'SMS', from: CUSTOMER, to: SMS_NUMBER });
  expect(conversation.endedAt).toBeDefined();
  expect(conversation.participants).toMatchObject([
    { purpose: 'customer', disconnectType: 'PEER' },
    { purpose: 'workflow', endedAt: conversation.endedAt, disconnectType: 'CLIENT' },
  ]);
  expect(org.events('conversation.ended')).toMatchObject([{ by: 'flow', reason: 'PEER' }]);
});

test('a message while something has the conversation starts nothing', () => {
  const org = textingOrg(['- wait: { name: Wait, duration: { lit: { minutes: 5 } } }', says('Done'), goodbye]);
  const first = org.write('One');
  pass(org, 60);
  const second = org.write('Two');
  pass(org, 300);

  expect(second).toBe(first);
  expect(org.events('flow.started')).toHaveLength(1);
  expect(org.events('message.received')).toMatchObject([{ text: 'One' }, { text: 'Two' }]);
  expect(org.org.all('receivedMessage')).toMatchObject([{ text: 'One' }, { text: 'Two' }]);
});

test.each([
  ['within the threading window', 71 * HOUR, true],
  ['after it', 72 * HOUR, false],
])('a reply %s belongs to the same conversation: %s seconds', (_, seconds, same) => {
  const org = textingOrg([repeats('Message.IsNewConversation'), goodbye]);
  const first = org.write('One');
  pass(org, seconds);
  const second = org.write('Two');

  expect(second === first).toBe(same);
  expect(org.texts()).toEqual(['true', String(!same)]);
  expect(second.customer).toMatchObject({ purpose: 'customer', address: CUSTOMER });
  expect(second.participants.filter(({ purpose }) => purpose === 'customer')).toHaveLength(same ? 2 : 1);
});

test.each([
  ['within', 59, true],
  ['after', 60, false],
])('the org may have a window of its own; a reply %s it: %s minutes', (_, minutes, same) => {
  const org = textingOrg([says('Hello'), goodbye]);
  org.put('threadingWindow', { id: 'sms', timeoutInMinutes: 60 });
  const first = org.write('One');
  pass(org, minutes * 60);
  expect(org.write('Two') === first).toBe(same);
});

test('a conversation that goes on is under way', () => {
  const org = textingOrg(['- wait: { name: Wait, duration: { lit: { minutes: 5 } } }', goodbye]);
  const conversation = org.write('One');
  pass(org, 300);
  expect(conversation.endedAt).toBeDefined();
  org.write('Two');
  expect(conversation.endedAt).toBeUndefined();
  org.write('Three');
  expect(org.events('flow.started')).toHaveLength(2);
});

test('the customer is of the division of the flow, and an event tells that they are there', () => {
  const org = textingOrg([says('Hello'), goodbye]);
  const { divisionId, customer } = org.write('One');
  const division = org.org.all('division')[0]?.id;
  expect([divisionId, customer.divisionId]).toEqual([division, division]);
  expect(topicsOf(org)[0]).toBe('customer.start');
  // Nobody wrote participant data, so there are none to keep.
  org.write('Two');
  expect(org.events('attributes.written')).toEqual([]);
});

describe('of the conversations that are over the org keeps the newest', () => {
  const ADA = '+33142685301';
  const waits = '- wait: { name: Wait, duration: { lit: { minutes: 5 } } }';

  test('and a message of a customer whose conversation is forgotten begins a new one', () => {
    const org = textingOrg([goodbye], { settings: { keepEnded: 1 } });
    const first = org.write('One');
    org.write('Hello', ADA);
    expect(org.runtime.conversations.has(first.id)).toBe(false);
    expect(org.write('Two')).not.toBe(first);
  });

  test('also where the org wrote first', () => {
    const org = textingOrg([goodbye], { settings: { keepEnded: 1 } });
    const sent = org.runtime.outbox.send({ channel: 'sms', from: SMS_NUMBER, to: CUSTOMER, text: 'Hello' }, {});
    org.write('Hello', ADA);
    expect(org.write('Who is this?').id).not.toBe(sent.conversationId);
  });

  test('but not one that goes on', () => {
    const org = textingOrg([waits, goodbye], { settings: { keepEnded: 1 } });
    const first = org.write('One');
    pass(org, 300);
    expect(org.write('Two')).toBe(first);
    for (const other of [ADA, '+33142685302'])
      org.runtime.calls.end(org.runtime.calls.legOf(org.write('Hello', other).id) as never, 'system');
    expect(org.runtime.conversations.has(first.id)).toBe(true);
  });

  test('and a customer keeps the conversation that is under way when an older one is forgotten', () => {
    const org = textingOrg([waits, goodbye], { settings: { keepEnded: 1, threadingWindow: 0 } });
    org.write('One');
    pass(org, 300);
    const second = org.write('Two');
    org.runtime.calls.end(org.runtime.calls.legOf(org.write('Hello', ADA).id) as never, 'system');
    expect(org.write('Three')).toBe(second);
  });
});

test('without a window each message begins a conversation', () => {
  const org = textingOrg([says('Hello'), goodbye], { settings: { threadingWindow: 0 } });
  expect(org.write('One')).not.toBe(org.write('Two'));
});

test('the customer keeps their participant data while the conversation goes on', () => {
  const read =
    '- getParticipantData: { name: Read, attributes: [{ attribute: { name: { lit: asked }, variable: Flow.asked } }] }';
  const known =
    '- decision: { name: Known?, condition: { exp: IsSet(Flow.asked) }, outputs: { "yes": { actions: [{ sendResponse: { name: Say, messageBody: { lit: again } } }] } } }';
  const write =
    '- setParticipantData: { name: Write, attributes: [{ attribute: { name: { lit: asked }, value: { lit: before } } }] }';
  const org = textingOrg(messageFlowOf([read, known, write, goodbye], { variables: ['asked'] }));
  org.write('One');
  org.write('Two');
  expect(org.texts()).toEqual(['again']);
});

test('an answer to a message that the org sent without an agent goes on with its conversation', () => {
  const org = textingOrg([repeats('Message.IsNewConversation'), goodbye]);
  const sent = org.runtime.outbox.send({ channel: 'sms', from: SMS_NUMBER, to: CUSTOMER, text: 'Hello' }, {});
  pass(org, 10);

  expect(org.write('Who is this?').id).toBe(sent.conversationId);
  expect(org.texts()).toEqual(['Hello', 'false']);
});

test('messages without an agent go on with one conversation within the window, and the customer keeps their data', () => {
  const org = textingOrg([goodbye]);
  const send = (): string | undefined =>
    org.runtime.outbox.send({ channel: 'sms', from: SMS_NUMBER, to: CUSTOMER, text: 'Hello' }, {}).conversationId;
  const conversation = org.write('Hello');
  conversation.data.write(conversation.customer.id, { kept: 'yes' }, 'a test');
  pass(org, HOUR);

  expect([send(), send()]).toEqual([conversation.id, conversation.id]);
  expect(conversation.endedAt).toBeDefined();
  expect([...conversation.data.of(conversation.customer.id)]).toEqual([['kept', 'yes']]);
  pass(org, 73 * HOUR);
  expect(send()).not.toBe(conversation.id);
});

test('a message without an agent can use the conversation under way', () => {
  const org = textingOrg([toSupport]);
  const { id } = org.write('Agent');
  const message = { channel: 'sms', from: SMS_NUMBER, to: CUSTOMER, text: 'Hello' } as const;

  expect(org.runtime.outbox.send({ ...message, useExistingActiveConversation: true }, {}).conversationId).toBe(id);
  expect(org.runtime.outbox.send(message, {}).conversationId).not.toBe(id);
  // The conversation under way keeps the customer.
  expect(org.write('Still there?').id).toBe(id);
});

describe('an agent', () => {
  /** Grace has talked with the customer and is free again. */
  function afterTalk(queue: JsonObject = {}) {
    const org = textingOrg([says('Welcome'), toSupport], { queue });
    org.runtime.acd.agents.goOnQueue(org.grace.id);
    const { id } = org.write('Agent');
    pass(org, 1);
    org.runtime.acd.answer(id);
    org.runtime.acd.talks.write(id, 'Good morning');
    org.runtime.acd.talks.hangUp(id);
    org.runtime.acd.talks.endWrapUp(id);
    return { ...org, id };
  }

  test('takes the conversation, writes, and ends it', () => {
    const org = afterTalk();

    expect(org.texts()).toEqual(['Welcome', 'Good morning']);
    expect(org.events('agent.alerted')).toMatchObject([{ agent: 'Grace' }]);
    expect(org.events('conversation.ended')).toMatchObject([{ by: 'agent' }]);
    expect(org.events('audio.started')).toEqual([]);
  });

  test('gets the reply of the customer first, before a flow', () => {
    const org = afterTalk();
    org.write('One more thing');
    pass(org, 1);
    expect(org.events('agent.alerted')).toHaveLength(2);
    expect(org.events('flow.started')).toHaveLength(1);

    expect(org.events('queue.entered').at(-1)).toMatchObject({ queue: 'Support', priority: 0 });

    pass(org, 40);
    // Nobody answered: the flow begins.
    expect(org.events('flow.started')).toHaveLength(2);
    expect(org.texts().slice(2)).toEqual(['Welcome']);
  });

  test('gets the reply while the in-queue flow of the queue runs', () => {
    const org = afterTalk();
    const waiting = org.publish(
      inQueueMessageFlowOf([says('One moment')], ['- wait: { name: Wait, duration: { lit: { minutes: 1 } } }']),
    );
    org.org.put('queue', { ...org.support, messageInQueueFlow: { id: waiting.id } });
    org.write('One more thing');
    pass(org, 1);
    expect(org.texts().at(-1)).toBe('One moment');
    expect(org.events('agent.alerted')).toHaveLength(2);
  });

  test('of a queue without routing to the last agent gets no reply: the flow starts', () => {
    const org = afterTalk({ lastAgentRoutingMode: 'Disabled' });
    org.write('One more thing');
    expect(org.events('flow.started')).toHaveLength(2);
  });

  test('of a queue that was deleted gets no reply: the flow starts', () => {
    const org = afterTalk();
    org.org.remove('queue', org.support.id);
    org.write('One more thing');
    expect(org.events('agent.alerted')).toHaveLength(1);
    expect(org.events('flow.started')).toHaveLength(2);
  });

  test('gets the reply, too, where the conversation has been in a flow since', () => {
    const org = afterTalk();
    org.runtime.acd.agents.goOffQueue(org.grace.id);
    org.write('One more thing');
    org.runtime.calls.end(org.runtime.calls.legOf(org.id) as never, 'system');
    org.runtime.acd.agents.goOnQueue(org.grace.id);
    org.write('Another thing');
    pass(org, 1);
    expect(org.events('flow.started')).toHaveLength(2);
    expect(org.events('agent.alerted')).toHaveLength(2);
  });

  test('who is not free gets no reply: the flow starts', () => {
    const org = afterTalk();
    org.runtime.acd.agents.goOffQueue(org.grace.id);
    org.write('One more thing');
    expect(org.events('flow.started')).toHaveLength(2);
  });

  test.each([
    ['put on hold', (org: ReturnType<typeof afterTalk>) => org.runtime.acd.talks.hold(org.id)],
    [
      'transferred to a number',
      (org: ReturnType<typeof afterTalk>) => org.runtime.acd.talks.transfer(org.id, { number: '+4930123456' }),
    ],
  ])('cannot have messages %s', (what, act) => {
    const org = afterTalk();
    org.write('One more thing');
    pass(org, 1);
    org.runtime.acd.answer(org.id);
    expect(() => act(org)).toThrow(`messages cannot be ${what}`);
  });
});

test.each([
  ['an unknown number', '+15550199', '+15550199 is no SMS number of this org; its numbers: +15550100, +15550101'],
  ['a number that nothing is routed to', '+15550101', 'no message flow is routed to the SMS number +15550101'],
])('%s answers nothing', (_, to, problem) => {
  const org = textingOrg([says('Hello'), goodbye]);
  org.put('smsNumber', { id: 'other', phoneNumber: '+15550101' });
  const write = (): unknown => org.runtime.inbox.receive({ from: CUSTOMER, to, text: 'Hello' });

  expect(write).toThrow(NotRouted);
  expect(write).toThrow(problem);
  expect(org.events('message.unrouted')[0]).toMatchObject({ to, problem: expect.stringContaining(problem) as string });
});

describe('a flow that breaks', () => {
  const breaks = repeats('1 / 0');

  test('disconnects', () => {
    const org = textingOrg([breaks, says('never'), goodbye]);
    org.write('Hello');
    expect(org.events('flow.failed')).toMatchObject([{ handling: 'disconnect' }]);
    expect(org.events('conversation.ended')).toMatchObject([{ by: 'system', reason: 'ERROR' }]);
    expect(org.texts()).toEqual([]);
  });

  test('hands over to a queue where its error handling says so', () => {
    const onError = '{ queue: { targetQueue: { lit: { name: Support } } } }';
    const org = textingOrg(messageFlowOf([breaks, goodbye], { onError }));
    org.write('Hello');
    expect(org.events('queue.entered')).toMatchObject([{ queue: 'Support' }]);
  });

  test('goes on in a state where its error handling says so', () => {
    const onError = '{ state: { targetStateRef: "/inboundShortMessage/states/state[Sorry]" } }';
    const sorry = `- state: { name: Sorry, refId: Sorry, actions: [{ sendResponse: { name: Say, messageBody: { lit: Sorry } } }, { disconnect: { name: Over } }] }`;
    const org = textingOrg(messageFlowOf([breaks, goodbye], { onError, states: [sorry] }));
    org.write('Hello');
    expect(org.texts()).toEqual(['Sorry']);
  });

  test('does so after 72 hours', () => {
    const org = textingOrg(['- wait: { name: Wait, duration: { exp: "MakeDuration(4, 0, 0, 0)" } }', goodbye]);
    org.write('Hello');
    pass(org, 73 * HOUR);
    expect(org.events('limit.reached')).toMatchObject([{ limit: 'message.flow.duration.max' }]);
    expect(org.events('conversation.ended')).toMatchObject([{ by: 'system' }]);
  });
});

test('a flow goes to another state for good, and to a task and back', () => {
  const task = `- task: { name: Help, refId: Help, actions: [{ sendResponse: { name: Say, messageBody: { lit: task } } }, { endTask: { name: Back, outputPath: { name: default } } }] }`;
  const next = `- state:
        name: Next
        refId: Next
        actions:
          - callTask: { name: Ask, targetTaskRef: "/inboundShortMessage/tasks/task[Help]" }
          ${says('after')}
          ${goodbye}`;
  const org = textingOrg(
    messageFlowOf(
      [says('first'), '- changeState: { name: Go, targetStateRef: "/inboundShortMessage/states/state[Next]" }'],
      { states: [next], tasks: [task] },
    ),
  );
  org.write('Hello');
  expect(org.texts()).toEqual(['first', 'task', 'after']);
});

test('a flow that runs off its last action ends the conversation', () => {
  const org = textingOrg([says('Hello')]);
  expect(org.write('Hello').endedAt).toBeDefined();
});

test('a flow hands the conversation to another message flow', () => {
  const org = textingOrg([says('one'), goodbye]);
  const other = org.publish(messageFlowOf([says('other'), goodbye], { name: 'Other' }));
  expect(other.type).toBe('INBOUNDSHORTMESSAGE');
  const flow = org.publish(
    messageFlowOf(['- transferToFlow: { name: Go, targetFlow: { name: Other } }', goodbye], { name: 'Texts' }),
  );
  org.put('messageRecipient', { id: 'number', numberId: 'number', flow: { id: flow.id } });
  org.write('Hello');
  expect(org.texts()).toEqual(['other']);
});

test('a message flow cannot jump to a task', () => {
  const task = `- task: { name: Help, refId: Help, actions: [{ endTask: { name: Back, outputPath: { name: default } } }] }`;
  const jump = '- jumpToTask: { name: Go, targetTaskRef: "/inboundShortMessage/tasks/task[Help]" }';
  expect(() => textingOrg(messageFlowOf([jump], { tasks: [task] }))).toThrow(/jumpToTask/);
});

test('a number whose flow is not published any more answers nothing', () => {
  const org = textingOrg([says('Hello'), goodbye]);
  const [flow] = org.org.all('flow');
  if (flow) org.org.put('flow', { ...flow, active: false });
  expect(() => org.write('Hello')).toThrow('the message flow of the SMS number +15550100 is not published');
});
