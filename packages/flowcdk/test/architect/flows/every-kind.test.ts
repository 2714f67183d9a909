import {
  abortSurveyInvite,
  commonModule,
  digitalBot,
  botFlow,
  disconnect,
  endState,
  endTask,
  endWorkflow,
  exitWorkitemFlow,
  exp,
  type FlowDefinition,
  flushAudio,
  holdMusic,
  inboundCall,
  inboundChat,
  inboundEmail,
  inboundShortMessage,
  inqueueCall,
  inqueueEmail,
  inqueueShortMessage,
  integer,
  type Integer,
  outboundCall,
  secureCall,
  sendAutoReply,
  sendResponse,
  set,
  string,
  surveyInvite,
  task,
  updateData,
  workflow,
  workitem,
} from '../../../src';
import { type FlowKind, flowKinds } from '../../../src/ground/flow-kinds';
import { FlowcdkError } from '../../../src/ground/finding';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { readFlow } from '../../../src/architect/yaml/read-flow';
import { welcome } from '../actions/private/fixtures';
import { flowData, shapeProblems } from './private/flow-data';

const english = { 'en-us': { defaultLanguageSkill: { noValue: true } } };
const greet = task('Greet', [disconnect()]);

const prompts = {
  settingsPrompts: {
    ensureAudioInPrompts: false,
    promptMediaToValidate: [{ mediaType: 'audio' }, { mediaType: 'tts' }],
  },
};

/** What the exporter writes of every call flow. */
const callSettings = {
  settingsActionDefaults: {
    playAudioOnSilence: { timeout: { lit: { seconds: 40 } } },
    detectSilence: { timeout: { lit: { seconds: 40 } } },
    callData: { processingPrompt: { lit: { name: 'PromptSystem.processing' } } },
    collectInput: { noEntryTimeout: { lit: { seconds: 5 } } },
    dialByExtension: { interDigitTimeout: { lit: { seconds: 6 } } },
    transferToUser: { connectTimeout: { noValue: true } },
    transferToNumber: { connectTimeout: { noValue: true } },
    transferToGroup: { connectTimeout: { noValue: true } },
    transferToFlowSecure: { connectTimeout: { lit: { seconds: 15 } } },
  },
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } },
};

const menuSettings = {
  settingsMenu: {
    extensionDialingMaxDelay: { lit: { seconds: 1 } },
    listenForExtensionDialing: { lit: false },
    menuSelectionTimeout: { lit: { seconds: 10 } },
    repeatCount: { lit: 3 },
  },
  ...prompts,
  settingsSpeechRec: {
    completeMatchTimeout: { lit: { ms: 100 } },
    incompleteMatchTimeout: { lit: { ms: 1500 } },
    maxSpeechLengthTimeout: { lit: { seconds: 20 } },
    minConfidenceLevel: { lit: 50 },
    asrCompanyDir: 'none',
    asrEnabledOnFlow: false,
    suppressRecording: false,
  },
};

const greetTask = { task: { name: 'Greet', refId: 'Greet', actions: [{ disconnect: { name: 'Disconnect' } }] } };

interface Row {
  readonly rule: string;
  readonly flow: FlowDefinition;
  readonly data: object;
}

/** Kinds of which no file was seen: they are read, checked and kept, and nothing makes them. */
const unseen = ['voice', 'voicemail', 'voiceSurvey'] as const;

const rows: { readonly [K in Exclude<FlowKind, 'botFlow' | 'digitalBot' | (typeof unseen)[number]>]: Row } = {
  workflow: {
    rule: 'inputs, outputs and variables are one list of variables; languages need nothing',
    flow: workflow({
      name: 'Count',
      inputs: { conversationId: string({ description: 'Which one' }) },
      outputs: { answer: string() },
      variables: { tries: integer({ initial: 0 }) },
      actions: ({ tries }) => [updateData('One more', [set(tries, exp<Integer>`${tries} + 1`)]), endWorkflow()],
    }),
    data: {
      name: 'Count',
      startUpRef: '/workflow/states/state[Initial State]',
      defaultLanguage: 'en-us',
      supportedLanguages: { 'en-us': { none: true } },
      variables: [
        {
          stringVariable: {
            name: 'Flow.conversationId',
            description: 'Which one',
            initialValue: { noValue: true },
            isInput: true,
            isOutput: false,
          },
        },
        { stringVariable: { name: 'Flow.answer', initialValue: { noValue: true }, isInput: false, isOutput: true } },
        { integerVariable: { name: 'Flow.tries', initialValue: { lit: 0 }, isInput: false, isOutput: false } },
      ],
      settingsErrorHandling: { errorHandling: { endWorkflow: { none: true } } },
      states: [
        {
          state: {
            name: 'Initial State',
            refId: 'Initial State',
            actions: [
              {
                updateData: {
                  name: 'One more',
                  statements: [{ integer: { variable: 'Flow.tries', value: { exp: 'Flow.tries + 1' } } }],
                },
              },
              { endWorkflow: { name: 'End Workflow', exitReason: { noValue: true } } },
            ],
          },
        },
      ],
    },
  },
  inboundCall: {
    rule: 'it starts with a task or a menu and says all of its settings',
    flow: inboundCall({ name: 'Hello', initialGreeting: 'Good morning.', startUp: () => greet }),
    data: {
      name: 'Hello',
      startUpRef: '/inboundCall/tasks/task[Greet]',
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      initialGreeting: { tts: 'Good morning.' },
      ...callSettings,
      ...menuSettings,
      tasks: [greetTask],
    },
  },
  outboundCall: {
    rule: 'it names its contact list and the wrap-up code for calls it handles itself',
    flow: outboundCall({
      name: 'Call back',
      contactList: { name: 'Missed' },
      wrapupCode: { name: 'Reached' },
      startUp: () => greet,
    }),
    data: {
      name: 'Call back',
      startUpRef: '/outboundCall/tasks/task[Greet]',
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      settingsOutboundCall: { contactList: { lit: { name: 'Missed' } }, wrapupCode: { lit: { name: 'Reached' } } },
      ...callSettings,
      ...menuSettings,
      tasks: [greetTask],
    },
  },
  secureCall: {
    rule: 'it has the form of an inbound call flow',
    flow: secureCall({ name: 'Pay', division: 'Sales', startUp: () => greet }),
    data: {
      name: 'Pay',
      division: 'Sales',
      startUpRef: '/secureCall/tasks/task[Greet]',
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      ...callSettings,
      ...menuSettings,
      tasks: [greetTask],
    },
  },
  inqueueCall: {
    rule: 'its actions stand at the root, and so do the variables of its task',
    flow: inqueueCall({
      name: 'Waiting',
      taskVariables: { turns: integer() },
      holdMusic: welcome,
      actions: ({ turns }) => [updateData('Count', [set(turns, 1)]), holdMusic()],
    }),
    data: {
      name: 'Waiting',
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      settingsInQueueCall: { holdMusic: { lit: { name: 'Prompt.welcome' } } },
      ...callSettings,
      ...prompts,
      startUpTaskActions: [
        { updateData: { name: 'Count', statements: [{ integer: { variable: 'Task.turns', value: { lit: 1 } } }] } },
        {
          holdMusic: {
            name: 'Hold Music',
            prompt: { exp: 'Flow.HoldPrompt' },
            bargeInEnabled: { lit: false },
            playStyle: { entirePrompt: true },
          },
        },
      ],
      startUpTaskVariables: [{ integerVariable: { name: 'Task.turns', initialValue: { noValue: true } } }],
    },
  },
  commonModule: {
    rule: 'its variables have the scope Common; settings of calls are only written for calls',
    flow: commonModule({
      name: 'Resolve',
      compatibleFlowTypes: ['inboundShortMessage', 'workflow'],
      inputs: { email: string() },
      outputs: { contactId: string() },
      actions: ({ email, contactId }) => [updateData('Copy', [set(contactId, email)]), endTask()],
    }),
    data: {
      name: 'Resolve',
      supportedLanguages: { 'en-us': { none: true } },
      variables: [
        { stringVariable: { name: 'Common.email', initialValue: { noValue: true }, isInput: true, isOutput: false } },
        {
          stringVariable: { name: 'Common.contactId', initialValue: { noValue: true }, isInput: false, isOutput: true },
        },
      ],
      settingsCommonModule: { compatibleFlowTypes: [{ flowType: 'inboundshortmessage' }, { flowType: 'workflow' }] },
      startUpTaskActions: [
        {
          updateData: {
            name: 'Copy',
            statements: [{ string: { variable: 'Common.contactId', value: { exp: 'Common.email' } } }],
          },
        },
        { endTask: { name: 'End Task', outputPath: { name: 'default' } } },
      ],
    },
  },
  inboundShortMessage: {
    rule: 'it starts with a state and disconnects when it breaks',
    flow: inboundShortMessage({ name: 'Messages', actions: () => [sendResponse('Hello', 'Hello.'), disconnect()] }),
    data: {
      name: 'Messages',
      startUpRef: '/inboundShortMessage/states/state[Initial State]',
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      settingsErrorHandling: { errorHandling: { disconnect: { none: true } } },
      states: [
        {
          state: {
            name: 'Initial State',
            refId: 'Initial State',
            actions: [
              { sendResponse: { name: 'Hello', messageBody: { lit: 'Hello.' } } },
              { disconnect: { name: 'Disconnect' } },
            ],
          },
        },
      ],
    },
  },
  inboundChat: {
    rule: 'it has the form of an inbound message flow',
    flow: inboundChat({ name: 'Chats', actions: () => [disconnect()] }),
    data: {
      name: 'Chats',
      startUpRef: '/inboundChat/states/state[Initial State]',
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      settingsErrorHandling: { errorHandling: { disconnect: { none: true } } },
      states: [
        {
          state: {
            name: 'Initial State',
            refId: 'Initial State',
            actions: [{ disconnect: { name: 'Disconnect' } }],
          },
        },
      ],
    },
  },
  surveyInvite: {
    rule: 'it starts with a state and invites nobody when it breaks',
    flow: surveyInvite({ name: 'Ask them', actions: () => [abortSurveyInvite('Not today', 'optOut')] }),
    data: {
      name: 'Ask them',
      startUpRef: '/surveyInvite/states/state[Initial State]',
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      settingsErrorHandling: { errorHandling: { abortSend: { none: true } } },
      states: [
        {
          state: {
            name: 'Initial State',
            refId: 'Initial State',
            actions: [{ abortSurveyInvite: { name: 'Not today', disposition: { lit: 'optOut' } } }],
          },
        },
      ],
    },
  },
  inboundEmail: {
    rule: 'it says what happens to a mail it leaves alone',
    flow: inboundEmail({
      name: 'Mails',
      actions: () => [sendAutoReply('We have it', { messageBody: 'Thank you.' }), disconnect()],
    }),
    data: {
      name: 'Mails',
      startUpRef: '/inboundEmail/states/state[Initial State]',
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      settingsInboundEmailHandling: { emailHandling: { disconnect: { none: true } } },
      settingsErrorHandling: { errorHandling: { disconnect: { none: true } } },
      states: [
        {
          state: {
            name: 'Initial State',
            refId: 'Initial State',
            actions: [
              {
                sendAutoReply: {
                  name: 'We have it',
                  from: { noValue: true },
                  replyTo: { noValue: true },
                  cc: { noValue: true },
                  bcc: { noValue: true },
                  messageBody: { lit: 'Thank you.' },
                  replyMode: 'replyToSender',
                },
              },
              { disconnect: { name: 'Disconnect' } },
            ],
          },
        },
      ],
    },
  },
  inqueueShortMessage: {
    rule: 'its two states stand where they are used',
    flow: inqueueShortMessage({ name: 'Waiting', startUp: () => [endState()], periodic: () => [endState()] }),
    data: {
      name: 'Waiting',
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      settingsErrorHandling: { errorHandling: { endInQueueState: { none: true } } },
      startUpState: {
        name: 'Initial State',
        refId: 'Initial State',
        actions: [{ endState: { name: 'End State' } }],
      },
      periodicState: {
        name: 'Recurring State',
        refId: 'Recurring State',
        actions: [{ endState: { name: 'End State' } }],
      },
    },
  },
  inqueueEmail: {
    rule: 'it has the form of an in-queue message flow',
    flow: inqueueEmail({
      name: 'Waiting',
      variables: { tries: integer() },
      startUp: ({ tries }) => [updateData('None yet', [set(tries, 0)]), endState()],
      periodic: () => [endState()],
    }),
    data: {
      name: 'Waiting',
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      variables: [
        { integerVariable: { name: 'Flow.tries', initialValue: { noValue: true }, isInput: false, isOutput: false } },
      ],
      settingsErrorHandling: { errorHandling: { endInQueueState: { none: true } } },
      startUpState: {
        name: 'Initial State',
        refId: 'Initial State',
        actions: [
          {
            updateData: { name: 'None yet', statements: [{ integer: { variable: 'Flow.tries', value: { lit: 0 } } }] },
          },
          { endState: { name: 'End State' } },
        ],
      },
      periodicState: {
        name: 'Recurring State',
        refId: 'Recurring State',
        actions: [{ endState: { name: 'End State' } }],
      },
    },
  },
  workitem: {
    rule: 'it names the type of the workitems it serves',
    flow: workitem({ name: 'Claims', worktype: 'Claim', actions: () => [exitWorkitemFlow()] }),
    data: {
      name: 'Claims',
      startUpRef: '/workitem/states/state[Initial State]',
      worktype: { name: 'Claim' },
      defaultLanguage: 'en-us',
      supportedLanguages: english,
      settingsErrorHandling: { errorHandling: { endFlow: { none: true } } },
      states: [
        {
          state: {
            name: 'Initial State',
            refId: 'Initial State',
            actions: [{ exitWorkitemFlow: { name: 'Exit Workitem Flow' } }],
          },
        },
      ],
    },
  },
};

const table = Object.entries(rows).map(([kind, row]) => ({ kind, ...row }));

describe('definition ⇒ YAML', () => {
  test.each(table)('$kind: $rule', ({ kind, flow, data }) => {
    const written = flowData(flow);

    expect(written).toEqual({ [kind]: data });
    // Architect's exporter has an order, and so have we.
    expect(Object.keys(written[kind] as object)).toEqual(Object.keys(data));
  });

  test.each(table)('$kind is right as a definition and as YAML', ({ flow }) => {
    expect([...flow.problems, ...shapeProblems(flow)]).toEqual([]);
  });

  test.each(table)('$kind says what the API calls it', ({ kind, flow }) => {
    expect([flow.kind, flow.type]).toEqual([kind, kind.toLowerCase()]);
  });

  test('every kind of flow has a row, or refuses, or was never seen', () => {
    expect([...Object.keys(rows), ...unseen, 'botFlow', 'digitalBot'].sort()).toEqual([...flowKinds].sort());
  });
});

test.each(unseen)('a %s is read as far as it is known', (kind) => {
  const text = `${kind}:
  name: V
  startUpRef: "/${kind}/states/state[S_1]"
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  states:
    - state: { name: S, refId: S_1, actions: [disconnect: { name: D }] }
`;
  const { root } = parseYaml(text);
  expect(root && readFlow(root)).toMatchObject({ flow: { kind, name: 'V' }, problems: [] });
});

describe('bots are made in Architect', () => {
  test.each([
    ['botFlow', botFlow, 'callBotFlow'],
    ['digitalBot', digitalBot, 'callDigitalBotFlow'],
  ])('%s refuses and tells what to do', (kind, define, call) => {
    expect(define).toThrow(FlowcdkError);
    expect(define).toThrow(`a flow of kind ${kind} cannot be defined here`);
    expect(define).toThrow(call);
  });
});

test('a common module can do what all of its callers can', () => {
  const { problems } = commonModule({
    name: 'Say it',
    compatibleFlowTypes: ['inboundCall', 'workflow'],
    actions: () => [flushAudio('Let them hear'), endTask()],
  });

  expect(problems).toMatchObject([
    {
      rule: 'action-not-in-flow',
      message: 'flushAudio cannot be used in a flow of kind workflow',
      path: 'Say it / Let them hear',
    },
  ]);
});

test('a common module that callers hear has the settings of calls', () => {
  const spoken = commonModule({ name: 'Say it', compatibleFlowTypes: ['inboundCall'], actions: () => [endTask()] });

  expect(Object.keys(flowData(spoken)['commonModule'] as object)).toEqual([
    'name',
    'supportedLanguages',
    'settingsCommonModule',
    'settingsActionDefaults',
    'settingsPrompts',
    'startUpTaskActions',
  ]);
});
