import { corpus, describeCorpus } from '../../private/corpus';
import { callFlowYaml } from '../private/flows';
import { localOrg, type LocalOrg } from '../private/local-org';
import { addOwnActions, type OwnAction } from '../private/own-actions';

// Published flows that write to people or call them back run their own story to its end in the local org: their data
// actions ask the org's own API, as they do in the cloud.

const SENDER = '+15550100';
const CALLER = '+13175550123';
const NUMBER = '+13175550100';
/** The action of a line that hands its calls to a queue. */
const TO_SUPPORT = '          - transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }';

/** A published flow with values in its placeholders. */
const flowNamed = (file: string, values: Readonly<Record<string, string>>): string =>
  (corpus.get(`GenesysCloudBlueprints__${file}.yaml`) ?? '').replace(
    /\{\{\s*(\w+)\s*\}\}/g,
    (_, name: string) => values[name] ?? name,
  );

const sendMessage = (category: string, name: string): OwnAction => ({
  category,
  name,
  method: 'POST',
  url: '/api/v2/conversations/messages/agentless',
  inputs: { fromAddress: 'string', toAddress: 'string', toAddressMessengerType: 'string', textBody: 'string' },
  body: '${input.rawRequest}',
  outputs: { conversationId: ['string', '$.conversationId'] },
});

async function published(org: LocalOrg, yaml: string): Promise<string> {
  const { flow, messages } = await org.publish(yaml);
  if (!flow) throw new Error(messages.map(({ text }) => text).join('\n'));
  return flow.id;
}

/** A flow answers a number. */
async function answering(org: LocalOrg, flowId: string): Promise<void> {
  await org.post('/api/v2/telephony/providers/edges/didpools', { startPhoneNumber: NUMBER, endPhoneNumber: NUMBER });
  await org.post('/api/v2/architect/ivrs', { name: 'Line', dnis: [NUMBER], openHoursFlow: { id: flowId } });
}

const failures = (org: LocalOrg) =>
  org.runtime.log.events.filter(
    (event) => event.type === 'flow.failed' || (event.type === 'dataAction.step' && !event.success),
  );

describeCorpus('published flows that write to people', () => {
  test('a caller whose call was cut off gets an SMS that offers a callback', async () => {
    const org = localOrg();
    await addOwnActions(org, ['conversation:message:create'], [sendMessage('Own', 'Send')]);
    const workflow = await published(
      org,
      flowNamed('automatic-offer-callback-for-disconnected-call__Send_SMS_to_Schedule_Callback', {
        flow_name: 'Offer a callback',
        division: 'Home',
        data_action_category: 'Own',
        agentless_sms_data_action_name: 'Send',
        sms_number: SENDER,
      }),
    );
    await org.post('/api/v2/processautomation/triggers', {
      name: 'Cut off',
      topicName: 'v2.detail.events.conversation.{id}.customer.end',
      enabled: true,
      target: { type: 'Workflow', id: workflow, workflowTargetSettings: { dataFormat: 'TopLevelPrimitives' } },
      matchCriteria: [
        { jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' },
        { jsonPath: 'disconnectType', operator: 'In', values: ['UNKNOWN', 'SYSTEM', 'ERROR'] },
      ],
    });
    await org.create('/api/v2/routing/queues', { name: 'Support' });
    await answering(org, await published(org, callFlowYaml('Line', TO_SUPPORT)));
    const call = await org.create('/flowcdk/calls', { from: CALLER, to: NUMBER });
    await org.post(`/api/v2/conversations/${call}/disconnect`);
    await org.wait(60_000);

    expect(failures(org)).toEqual([]);
    expect(org.org.all('sentMessage')).toMatchObject([
      {
        channel: 'sms',
        from: SENDER,
        to: CALLER,
        text: expect.stringContaining('CALLBACK') as string,
        status: 'delivery-success',
      },
    ]);
  });

  test('a caller who waits and presses 1 gets an SMS with an address to write to', async () => {
    const org = localOrg();
    await addOwnActions(org, ['conversation:message:create'], [sendMessage('Own', 'Send')]);
    const inQueue = await published(
      org,
      flowNamed('switch-voice-to-web-messaging__Switch_to_Web_Messaging_via_SMS', {
        flow_name: 'Switch',
        division: 'Home',
        default_language: 'en-us',
        data_action_category: 'Own',
        send_agentless_message_data_action: 'Send',
        sms_number: SENDER,
      }),
    );
    await org.create('/api/v2/routing/queues', { name: 'Support', queueFlow: { id: inQueue } });
    await answering(org, await published(org, callFlowYaml('Line', TO_SUPPORT)));
    const call = await org.create('/flowcdk/calls', { from: CALLER, to: NUMBER });
    org.runtime.log.listenTo(['input.awaited'], () =>
      org.runtime.clock.after(500, () => org.runtime.calls.legOf(call)?.line.press('1')),
    );
    await org.wait(180_000);

    expect(failures(org)).toEqual([]);
    expect(org.org.all('sentMessage')).toMatchObject([
      {
        channel: 'sms',
        to: CALLER,
        text: expect.stringContaining(`?cId=${call}`) as string,
        origin: call,
        status: 'delivery-success',
      },
    ]);
    expect(org.runtime.log.events.filter(({ type }) => type === 'call.ended')).toMatchObject([{ by: 'flow' }]);
  });
});

describeCorpus('a published workflow that holds a place in a queue with a callback', () => {
  const category = '<integrationName>';

  /** The workflow, a queue, and what it asks. Contact lists are not emulated: a service takes the contact. */
  async function withWorkbin() {
    const org = localOrg();
    const queue = await org.create('/api/v2/routing/queues', { name: 'Support' });
    const callbacks = '/api/v2/conversations/callbacks';
    await addOwnActions(
      org,
      ['conversation:callback:create', 'conversation:communication:view', 'conversation:communication:disconnect'],
      [
        {
          category,
          name: 'Create placeholder callback',
          method: 'POST',
          url: callbacks,
          inputs: { queueId: 'string', callbackNumber: 'string' },
          body: '{"queueId": "${input.queueId}", "callbackNumbers": ["${input.callbackNumber}"]}',
          whole: { conversation: { type: 'object', properties: { id: { type: 'string' } } } },
        },
        {
          category,
          name: 'Get interaction state',
          method: 'GET',
          url: '/api/v2/conversations/${input.conversationId}',
          inputs: { conversationId: 'string' },
          outputs: { state: ['string', '$.participants[0].callbacks[0].state'] },
        },
      ],
    );
    const web = await org.create('/api/v2/integrations', { integrationType: { id: 'custom-rest-actions' } });
    await org.patch(`/api/v2/integrations/${web}`, { intendedState: 'ENABLED' });
    await org.create('/api/v2/integrations/actions', {
      name: 'Add contact to contact list',
      category,
      integrationId: web,
      contract: {
        input: {
          inputSchema: { type: 'object', properties: { contactListId: { type: 'string' }, data: { type: 'string' } } },
        },
        output: { successSchema: { type: 'object', properties: {} } },
      },
      config: {
        request: { requestType: 'POST', requestUrlTemplate: 'https://customers.example/contacts' },
        response: { successTemplate: '${rawResult}' },
      },
    });
    const yaml = flowNamed('automated-callback-blueprint__Proactive_callback_workbin', {});
    const flowId = await published(org, yaml.replace('<callbackQueueId>', queue));
    const launched = await org.create('/api/v2/flows/executions', {
      flowId,
      inputData: { 'Flow.phone': CALLER, 'Flow.delay': '5' },
    });
    await org.wait(1_000);
    const [callback] = org.org.all('callback');
    const exit = () => org.runtime.executions.get(launched)?.completionReason;
    return { org, callback, exit };
  }

  test('the callback keeps its place until the customer is called', async () => {
    const { org, callback, exit } = await withWorkbin();
    expect(callback).toMatchObject({ state: 'waiting', callbackNumbers: [CALLER] });
    await org.wait(301_000);

    expect(failures(org)).toEqual([]);
    expect(exit()).toBe('Success');
  });

  test('where somebody cancels the callback meanwhile, the workflow sees it', async () => {
    const { org, callback, exit } = await withWorkbin();
    await org.patch(`/api/v2/conversations/callbacks/${callback?.id}`, { state: 'disconnected' });
    await org.wait(301_000);

    expect(exit()).toBe('CallbackCanceled');
  });
});

describeCorpus('a published message flow that a customer answers an SMS with', () => {
  const NAME = 'automatic-offer-callback-for-disconnected-call__SMS_Schedule_Callback';

  /** The message flow behind the number that the SMS comes from, and what it asks. */
  async function withOffer() {
    const org = localOrg();
    const number = await org.create('/api/v2/routing/sms/phonenumbers', {
      phoneNumber: SENDER,
      phoneNumberType: 'local',
      countryCode: 'US',
    });
    const callbacks = await org.create('/api/v2/routing/queues', { name: 'Callbacks' });
    const support = await org.create('/api/v2/routing/queues', { name: 'Support' });
    await addOwnActions(
      org,
      ['conversation:callback:create', 'conversation:message:create'],
      [
        sendMessage('Own', 'Send'),
        {
          category: 'Own',
          name: 'Create callback',
          method: 'POST',
          url: '/api/v2/conversations/callbacks',
          inputs: { queueId: 'string', callbackNumber: 'string' },
          body: '{"queueId": "${input.queueId}", "callbackNumbers": ["${input.callbackNumber}"]}',
          outputs: {},
        },
      ],
    );
    const flow = await published(
      org,
      flowNamed(NAME, {
        flow_name: 'Answers',
        division: 'Home',
        default_language: 'en-us',
        sms_queue: 'Support',
        data_action_category: 'Own',
        create_callback_data_action_name: 'Create callback',
        callback_queue: callbacks,
      }),
    );
    await org.put(`/api/v2/routing/message/recipients/${number}`, { flow: { id: flow } });
    const offer = await org.post('/api/v2/conversations/messages/agentless', {
      fromAddress: SENDER,
      toAddress: CALLER,
      toAddressMessengerType: 'sms',
      textBody: 'Text CALLBACK to be called back',
    });
    await org.wait(60_000);
    const write = (text: string) => org.create('/flowcdk/messages', { from: CALLER, to: SENDER, text });
    const texts = () => org.org.all('sentMessage').map(({ text }) => text);
    return { org, support, write, texts, offered: (offer.body as { readonly conversationId: string }).conversationId };
  }

  test('CALLBACK creates a callback, and an SMS says so', async () => {
    const { org, write, texts, offered } = await withOffer();
    const conversation = await write('CALLBACK');
    await org.wait(10_000);

    expect(failures(org)).toEqual([]);
    expect(conversation).toBe(offered);
    expect(org.org.all('callback')).toMatchObject([{ callbackNumbers: [CALLER], state: 'waiting' }]);
    expect(texts().slice(1)).toEqual(['We will call you back as soon as possible']);
    expect(org.runtime.conversations.get(conversation)?.endedAt).toBeDefined();
  });

  test('both published flows together: from the call that was cut off to the callback that reaches the customer', async () => {
    const { org, support, write } = await withOffer();
    await org.post(`/api/v2/processautomation/triggers`, {
      name: 'Cut off',
      topicName: 'v2.detail.events.conversation.{id}.customer.end',
      enabled: true,
      target: {
        type: 'Workflow',
        id: await published(
          org,
          flowNamed('automatic-offer-callback-for-disconnected-call__Send_SMS_to_Schedule_Callback', {
            flow_name: 'Offer a callback',
            division: 'Home',
            data_action_category: 'Own',
            agentless_sms_data_action_name: 'Send',
            sms_number: SENDER,
          }),
        ),
        workflowTargetSettings: { dataFormat: 'TopLevelPrimitives' },
      },
      matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' }],
    });
    await answering(org, await published(org, callFlowYaml('Line', TO_SUPPORT)));
    const call = await org.create('/flowcdk/calls', { from: CALLER, to: NUMBER });
    await org.post(`/api/v2/conversations/${call}/disconnect`);
    await org.wait(60_000);
    const [, offer] = org.org.all('sentMessage');
    const thread = await write('Callback');
    await org.wait(5_000);
    const [callback] = org.org.all('callback');
    await org.put(`/flowcdk/calls/${callback?.id}/agents`, { answersAfter: 1_000, talksFor: 30_000, wrapsUpIn: 1_000 });
    await org.wait(120_000);

    expect(support).toEqual(expect.any(String));
    expect(offer).toMatchObject({ to: CALLER, conversationId: thread, origin: call });
    expect(failures(org)).toEqual([]);
    expect(org.org.get('callback', callback?.id ?? '')).toMatchObject({
      callbackNumbers: [CALLER],
      outcome: 'reached',
    });
  });

  test('agent leads to an agent of the queue, who writes back', async () => {
    const { org, write, texts, support } = await withOffer();
    const user = await org.create('/api/v2/users', { name: 'Grace', email: 'grace@local.example' });
    await org.post(`/api/v2/routing/queues/${support}/members`, [{ id: user }]);
    await org.put(`/flowcdk/agents/${user}`, { onQueue: true });
    const conversation = await write('agent');
    await org.wait(1_000);
    await org.post(`/flowcdk/calls/${conversation}/agent/answer`);
    org.runtime.acd.talks.write(conversation, 'Good morning');
    await org.wait(1_000);

    expect(failures(org)).toEqual([]);
    expect(texts().slice(1)).toEqual(['Connecting you to an agent now', 'Good morning']);
    expect(org.runtime.acd.agents.state(user)).toBe('INTERACTING');
  });

  test('everything else comes back', async () => {
    const { org, write, texts } = await withOffer();
    await write('What is this?');
    await org.wait(1_000);

    expect(failures(org)).toEqual([]);
    expect(texts().slice(1)).toEqual(['You typed What is this?']);
  });
});
