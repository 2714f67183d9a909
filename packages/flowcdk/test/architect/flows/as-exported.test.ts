import {
  type Actions,
  callLexV2Bot,
  collectInput,
  commonModule,
  disconnect,
  endTask,
  type FlowDefinition,
  flowYaml,
  inboundCall,
  inboundEmail,
  inboundShortMessage,
  integer,
  menu,
  menuTask,
  menuTransferToAcd,
  noValue,
  sendAutoReply,
  sendResponse,
  string,
  switchCases,
  task,
  transferToAcd,
  workflow,
} from 'flowcdk';
import { toData, type YamlData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';

/*
 * Exports of Architect differ by the kind of flow and by their age. Definitions can say what each of them says.
 */

/** The first value of a key in the YAML of a flow, wherever it stands. */
function valueOf(flow: FlowDefinition, key: string): YamlData | undefined {
  const { root } = parseYaml(flowYaml(flow));
  const search = (data: YamlData): YamlData | undefined => {
    if (typeof data !== 'object' || data === null) return undefined;
    if (!Array.isArray(data) && Object.hasOwn(data, key)) return data[key];
    for (const inner of Object.values(data) as YamlData[]) {
      const value = search(inner);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return root ? search(toData(root)) : undefined;
}

const call = (actions: Actions): FlowDefinition =>
  inboundCall({ name: 'Hello', startUp: () => task('Greet', actions) });
const orders = { name: 'Orders' };

describe('variableFlags', () => {
  const flags = (variableFlags: readonly ('isInput' | 'isOutput')[] | undefined) =>
    inboundShortMessage({ name: 'A', variables: { a: string() }, variableFlags, actions: () => [disconnect()] });

  test.each([
    [undefined, { isInput: false, isOutput: false }],
    [[], {}],
    [['isOutput' as const], { isOutput: false }],
  ])('%j at the variables of a flow', (variableFlags, expected) => {
    expect(valueOf(flags(variableFlags), 'stringVariable')).toEqual({
      name: 'Flow.a',
      initialValue: { noValue: true },
      ...expected,
    });
  });

  test('a flag that is true always stands there', () => {
    const flow = workflow({ name: 'A', inputs: { a: string() }, variableFlags: [], actions: () => [disconnect()] });

    expect(valueOf(flow, 'stringVariable')).toMatchObject({ isInput: true });
  });

  test.each([
    [
      'a task',
      () => task('A', { variables: { a: string() }, variableFlags: ['isInput'], actions: () => [disconnect()] }),
    ],
    [
      'a choice of a menu',
      () =>
        menu('Main', {
          audio: 'Press 1.',
          choices: [
            menuTask('A', { variables: { a: string() }, variableFlags: ['isInput'], actions: () => [disconnect()] }),
          ],
        }),
    ],
  ] as const)('at the variables of %s', (_, startUp) => {
    expect(valueOf(inboundCall({ name: 'A', startUp }), 'stringVariable')).toEqual({
      name: 'Task.a',
      initialValue: { noValue: true },
      isInput: false,
    });
  });
});

test.each([
  [
    'a workflow',
    workflow({
      name: 'A',
      inputs: { b: string() },
      variables: { a: integer() },
      variableOrder: ['a', 'b'],
      actions: () => [],
    }),
  ],
  [
    'a common module',
    commonModule({
      name: 'A',
      compatibleFlowTypes: ['workflow'],
      inputs: { b: string() },
      variables: { a: integer() },
      variableOrder: ['a', 'b'],
      actions: () => [endTask()],
    }),
  ],
])('variableOrder puts the variables of %s in an order of their own', (_, flow) => {
  expect((valueOf(flow, 'variables') as readonly object[]).map((item) => Object.keys(item)[0])).toEqual([
    'integerVariable',
    'stringVariable',
  ]);
});

test.each([
  [
    'failureOutputs: false leaves the field out',
    transferToAcd('A', { targetQueue: orders, failureOutputs: false }),
    'failureOutputs',
    undefined,
  ],
  [
    'failureOutputs are unset otherwise',
    transferToAcd('A', { targetQueue: orders }),
    'failureOutputs',
    { errorType: { noValue: true }, errorMessage: { noValue: true } },
  ],
  ['appendSkills', transferToAcd('A', { targetQueue: orders, appendSkills: true }), 'appendSkills', { lit: true }],
  [
    'slots of a Lex bot that the flow does not keep',
    callLexV2Bot('A', {
      region: 'r',
      bot: 'b',
      language: 'en-us',
      alias: 'a',
      intents: { Ask: { slots: { size: noValue } } },
    }),
    'Ask',
    { size: { noValue: true } },
  ],
])('%s', (_, action, key, expected) => {
  expect(valueOf(call([action]), key)).toEqual(expected);
});

test('the terminating key can be part of the digits', () => {
  const flow = inboundCall({
    name: 'A',
    variables: { typed: string() },
    startUp: ({ typed }) =>
      task('Ask', [collectInput('Ask', { inputData: typed, digits: 4, includeTerminatingDtmfInResultData: true })]),
  });

  expect(valueOf(flow, 'includeTerminatingDtmfInResultData')).toBe(true);
});

test('switchCases takes values of any type, in their order', () => {
  const flow = inboundCall({
    name: 'A',
    variables: { tries: integer() },
    startUp: ({ tries }) =>
      task('Switch', [
        switchCases('How often?', tries, [
          [10, [disconnect('Ten')]],
          [2, [disconnect('Two')]],
        ]),
      ]),
  });

  expect(valueOf(flow, 'firstMatch')).toEqual({
    integer: {
      value: { exp: 'Flow.tries' },
      cases: [
        { case: { value: { lit: 10 }, actions: [{ disconnect: { name: 'Ten' } }] } },
        { case: { value: { lit: 2 }, actions: [{ disconnect: { name: 'Two' } }] } },
      ],
    },
  });
});

test.each([
  [{ voice: 'Jill' }, { defaultEngine: { voice: 'Jill' } }],
  [{ voice: 'Jill', engine: 'Genesys TTS' }, { 'Genesys TTS': { voice: 'Jill' } }],
  [{ defaultVoice: true }, { defaultEngine: { defaultVoice: true } }],
  [{}, undefined],
])('the language %j', (language, expected) => {
  const flow = inboundCall({
    name: 'A',
    supportedLanguages: { 'en-us': language },
    startUp: () => task('A', [disconnect()]),
  });

  expect(valueOf(flow, 'textToSpeech')).toEqual(expected);
});

test.each([
  [{ speechRecognition: true }, 'asrEnabledOnFlow', true],
  [{}, 'asrEnabledOnFlow', false],
  [{ listenForExtensionDialing: true }, 'listenForExtensionDialing', { lit: true }],
  [{ processingPrompt: noValue }, 'callData', { processingPrompt: { noValue: true } }],
])('the setting %j', (settings, key, expected) => {
  expect(valueOf(inboundCall({ name: 'A', settings, startUp: () => task('A', [disconnect()]) }), key)).toEqual(
    expected,
  );
});

test('messages and menus say more', () => {
  const message = inboundShortMessage({
    name: 'A',
    actions: () => [sendResponse('A', 'Hello', { messageBodyStyle: 'notice' })],
  });
  const mail = inboundEmail({
    name: 'A',
    actions: () => [sendAutoReply('A', { messageBody: 'Hello', subject: 'Your mail' })],
  });
  const choice = menuTransferToAcd('Orders', { dtmf: 'digit_1', targetQueue: orders, overrideInQueueFlow: 'Waiting' });
  const line = inboundCall({ name: 'A', startUp: () => menu('Main', { audio: 'Press 1.', choices: [choice] }) });

  expect(valueOf(message, 'messageBodyStyle')).toEqual({ lit: 'notice' });
  expect(valueOf(mail, 'subject')).toEqual({ lit: 'Your mail' });
  expect(valueOf(line, 'overrideInQueueFlow')).toEqual({ name: 'Waiting' });
});
