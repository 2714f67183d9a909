import { type I3Export, readI3 } from '../../src/i3/read-i3';
import type { JsonObject } from '../../src/i3/part';
import { unaccounted, wronglyArrived } from './private/account';
import {
  action,
  audio,
  container,
  declared,
  encoded,
  exp,
  flow,
  list,
  lit,
  noValue,
  path,
  said,
  spoken,
  unused,
  variable,
  workflow,
} from './private/export-file';

/** The export of a JSON, with its account checked. */
function read(json: JsonObject): I3Export {
  const { export: exported, findings } = readI3(encoded(json), 'flow.i3WorkFlow');
  if (!exported) throw new Error(findings.map(({ message }) => message).join('\n'));
  expect(unaccounted(json, exported)).toEqual([]);
  expect(wronglyArrived(json, exported)).toEqual([]);
  return exported;
}

/** The lines of an action, without the flow around it. */
function actionsIn(json: JsonObject): string {
  const lines = read(json).text.split('\n');
  const from = lines.findIndex((line) => line.trim() === 'actions:' || line.trim() === 'startUpTaskActions:');
  const indent = (lines[from + 1] ?? '').search(/\S/);
  return lines
    .slice(from + 1)
    .map((line) => line.slice(indent))
    .join('\n');
}

test('a workflow stands in YAML as the exporter writes it', () => {
  const json = workflow([action('EndWorkflowAction', 'End', { exitReason: noValue('str') })], {
    description: 'Ends.',
    variables: [
      declared('StringVariable', 'Flow.name', noValue('str'), { isInput: true }),
      declared('BoolVariable', 'Flow.known', lit('bln', 'false')),
      declared('IntegerVariable', 'Flow.tries', lit('int', '3'), { isCollection: false }),
      declared('StringVariable', 'Flow.all', noValue('str_coll'), { isCollection: true }),
    ],
  });

  expect(read(json).text).toBe(`workflow:
  name: Support
  description: Ends.
  startUpRef: "/workflow/states/state[Start_10]"
  defaultLanguage: en-us
  supportedLanguages:
    en-us:
      none: true
  variables:
    - stringCollectionVariable:
        name: Flow.all
        initialValue:
          noValue: true
        isInput: false
        isOutput: false
    - booleanVariable:
        name: Flow.known
        initialValue:
          lit: false
        isInput: false
        isOutput: false
    - stringVariable:
        name: Flow.name
        initialValue:
          noValue: true
        isInput: true
        isOutput: false
    - integerVariable:
        name: Flow.tries
        initialValue:
          lit: 3
        isInput: false
        isOutput: false
  settingsErrorHandling:
    errorHandling:
      endWorkflow:
        none: true
  states:
    - state:
        name: Start
        refId: Start_10
        actions:
          - endWorkflow:
              name: End
              exitReason:
                noValue: true
`);
});

describe('a value', () => {
  const shown = (value: JsonObject): string =>
    actionsIn(workflow([action('EndWorkflowAction', 'End', { exitReason: value })]))
      .split('\n')
      .slice(2)
      .map((line) => line.slice(4))
      .join('\n')
      .trimEnd();

  test.each<readonly [string, JsonObject, string]>([
    [
      'an expression keeps its text',
      exp('str', 'If(Flow.a OR b, 1,\n\t2)'),
      'exitReason:\n  exp: "If(Flow.a OR b, 1,\\n\\t2)"',
    ],
    ['pieces of a text are an expression', said('ToCommunication("Hi")'), 'exitReason:\n  exp: ToCommunication("Hi")'],
    ['a literal text', lit('str', 'done'), 'exitReason:\n  lit: done'],
    ['an empty text', lit('str', ''), 'exitReason:\n  lit: ""'],
    ['a number', lit('int', '-7'), 'exitReason:\n  lit: -7'],
    ['a decimal keeps its notation', lit('dec', '1.50'), 'exitReason:\n  lit: 1.50'],
    ['a Boolean', lit('bln', 'true'), 'exitReason:\n  lit: true'],
    ['a duration', lit('dur', 'P0D0H5M0S0F'), 'exitReason:\n  lit:\n    minutes: 5'],
    ['a duration of two units', lit('dur', 'P1D2H0M0S0F'), 'exitReason:\n  lit:\n    days: 1\n    hours: 2'],
    ['no time at all', lit('dur', 'P0D0H0M0S0F'), 'exitReason:\n  lit:\n    seconds: 0'],
    ['a queue has a name', lit('que', 'Orders', '1a2b'), 'exitReason:\n  lit:\n    name: Orders'],
    [
      'a prompt of the platform',
      lit('pmt', 'processing', '__processing__'),
      'exitReason:\n  lit:\n    name: PromptSystem.processing',
    ],
    ['a prompt of the organisation', lit('pmt', 'welcome', '1a2b'), 'exitReason:\n  lit:\n    name: Prompt.welcome'],
    ['a variable', variable('str', 'Flow.name'), 'exitReason:\n  var: Flow.name'],
    [
      'a list',
      list('str_coll', [lit('str', 'a'), exp('str', 'Flow.b')]),
      'exitReason:\n  lit:\n    - lit: a\n    - exp: Flow.b',
    ],
    ['an empty list', list('str_coll', []), 'exitReason:\n  lit: []'],
    ['no value', noValue('str'), 'exitReason:\n  noValue: true'],
    ['a literal without a value', lit('que', ''), 'exitReason:\n  noValue: true'],
    ['a value out of service is left out', unused(lit('str', 'x')), ''],
    ['an empty expression is left out', exp('str', ''), ''],
  ])('%s', (_, value, expected) => {
    expect(shown(value)).toBe(expected);
  });
});

describe('the links between actions', () => {
  test('become nesting, and what follows a branch stands behind it', () => {
    const decide = action('DecisionAction', 'Known?', {
      expression: exp('bln', 'Flow.known'),
      nextAction: 'End',
      paths: [path('__YES__', 'Wait'), path('__NO__')],
    });
    const wait = action('WaitAction', 'Wait', { duration: lit('dur', 'P0D0H0M8S0F'), nextAction: 'Wait more' });
    const more = action('WaitAction', 'Wait more', { duration: exp('dur', 'Flow.time') });

    expect(actionsIn(workflow([decide, more, wait, action('EndWorkflowAction', 'End')]))).toBe(`- decision:
    name: Known?
    condition:
      exp: Flow.known
    outputs:
      "yes":
        actions:
          - wait:
              name: Wait
              duration:
                lit:
                  seconds: 8
          - wait:
              name: Wait more
              duration:
                exp: Flow.time
- endWorkflow:
    name: End
`);
  });

  test('a loop has its body in its one path', () => {
    const loop = action('LoopAction', 'Each', {
      currentIndex: variable('int', 'Flow.i'),
      loopCount: lit('int', '5'),
      path: path('__LOOP__', 'Next'),
    });

    expect(actionsIn(workflow([loop, action('NextLoopAction', 'Next')]))).toContain(`    outputs:
      loop:
        actions:
          - loopNext:
              name: Next
`);
  });

  test('a switch has a case for each condition', () => {
    const choose = action('SwitchAction', 'Which?', {
      switchStyle: 0,
      version: '1.0',
      expression: exp('any', ''),
      cases: [{ name: 'Case 1', referenceId: 'one', value: exp('bln', 'Flow.a') }],
      paths: [path('one', 'End'), path('__DEFAULT__', 'Other end')],
    });

    expect(actionsIn(workflow([choose, action('EndWorkflowAction', 'End'), action('EndWorkflowAction', 'Other end')])))
      .toContain(`    evaluate:
      firstTrue:
        default:
          actions:
            - endWorkflow:
                name: Other end
        cases:
          - case:
              value:
                exp: Flow.a
              actions:
                - endWorkflow:
                    name: End
`);
  });

  test('an action to which no path leads is left out by name', () => {
    const { leftOut } = read(workflow([action('EndWorkflowAction', 'End'), action('EndWorkflowAction', 'Lost')]));

    expect(leftOut.filter(({ rule }) => rule === 'unreachable')).toEqual([
      { path: 'flowSequenceItemList[0].actionList[1]', rule: 'unreachable', where: 'Support / Start' },
    ]);
  });
});

test('a data action has its category, its bindings and its contract', () => {
  const property = { type: 'string', name: 'phone', required: true };
  const schema = { type: 'object', properties: { phone: property, mail: { type: 'string', required: false } } };
  const call = action('DataAction', 'Look up', {
    actionName: 'Find customer',
    actionId: 'custom_-_1',
    category: { id: 'CRM', name: 'CRM' },
    useSuggestedTimeout: true,
    processingPrompt: unused(noValue('pmt')),
    timeout: lit('dur', 'P0D0H1M0S0F'),
    inputs: [{ name: 'phone', value: exp('str', 'Flow.phone') }],
    outputs: [
      { name: 'user.id', value: variable('str', 'Flow.id') },
      { name: 'segment', value: noValue('str') },
    ],
    errorBindings: [{ name: 'errorCode', value: noValue('str') }],
    paths: [path('__SUCCESS__', 'End'), path('__FAILURE__'), path('__TIMEOUT__')],
  });
  const known = {
    actionServiceActions: [
      {
        id: 'custom_-_1',
        name: 'Find customer',
        category: 'CRM',
        result: 'ok',
        contract: {
          input: { inputSchemaFlattened: { schema } },
          output: { successSchemaFlattened: { schema }, errorSchemaFlattened: { schema } },
        },
        inputSchema: schema,
        successSchema: schema,
        errorSchema: schema,
      },
    ],
    dataTableTables: [{ id: 't', name: 'Customers', schema, result: 'ok' }],
    contactList: [{ id: 'c', name: 'Campaign', columnNames: ['phone'], result: 'ok' }],
  };
  const json = workflow([call, action('EndWorkflowAction', 'End')], { uiMetaData: known });

  expect(actionsIn(json)).toContain(`    category:
      CRM:
        dataAction:
          Find customer:
            inputs:
              phone:
                exp: Flow.phone
            successOutputs:
              user.id:
                var: Flow.id
              segment:
                noValue: true
            failureOutputs:
              errorCode:
                noValue: true
    outputs:
      success:
        actions:
          - endWorkflow:
              name: End
`);
  const contract = {
    type: 'object',
    properties: { phone: { type: 'string' }, mail: { type: 'string' } },
    required: ['phone'],
  };
  expect(read(json).contracts).toEqual({
    dataActions: [{ category: 'CRM', name: 'Find customer', inputs: contract, outputs: contract, errors: contract }],
    dataTables: [{ name: 'Customers', schema: contract }],
    calledFlows: [],
    contactLists: [{ name: 'Campaign', columns: ['phone'] }],
  });
});

describe('a call flow', () => {
  const greet = container('Task', 'Greet', [
    action('PlayAudioAction', 'Hello', { prompts: spoken('Say "hello"'), nextAction: 'Bye' }),
    action('DisconnectAction', 'Bye'),
  ]);
  const menu = container('Menu', 'Main', [], {
    trackingId: 12,
    defaultMenuChoice: 'c1',
    prompts: spoken('Press 1'),
    menuChoiceList: [
      {
        id: 'c1',
        name: 'Greet them',
        digit: 1,
        speechRecTerms: { 'en-US': ['hello'] },
        action: action('TaskAction', 'Greet them', { taskReference: 'Greet', trackingId: 13 }),
      },
      {
        id: 'c2',
        name: 'Bye',
        digit: '*',
        globalDtmf: true,
        speechRecTerms: { 'en-US': [] },
        action: action('DisconnectAction', 'Bye'),
      },
    ],
  });

  test('a menu has its choices, and the task of a choice inside', () => {
    const json = flow('inboundcall', [menu, greet], { errorHandling: { handlingType: 'Disconnect' } });

    expect(read(json).text).toContain(`        choices:
          - menuTask:
              name: Greet them
              refId: Greet them_13
              dtmf: digit_1
              globalDtmf: false
              globalSpeechRecTerms: false
              task:
                actions:
                  - playAudio:
                      name: Hello
                      audio:
                        tts: Say "hello"
                  - disconnect:
                      name: Bye
              speechRecTerms:
                en-us:
                  terms:
                    - hello
          - menuDisconnect:
              name: Bye
              dtmf: digit_*
              globalDtmf: true
              globalSpeechRecTerms: false
        defaultChildMenuRef: "./choices/menuTask[Greet them_13]"
`);
  });

  test.each([
    ['AudioPlaybackOptions(ToAudioTTS("Hi"), true)', false, 'tts: Hi'],
    ['AudioPlaybackOptions(ToAudioTTS("Hi"), false)', false, 'exp: AudioPlaybackOptions(ToAudioTTS("Hi"), false)'],
    ['AudioPlaybackOptions(ToAudioTTS("Hi"), true)', true, 'exp: AudioPlaybackOptions(ToAudioTTS("Hi"), true)'],
    ['ToAudio(Prompt.welcome)', false, 'prompt: Prompt.welcome'],
    ['If(Flow.a, ToAudioTTS("a"), ToAudioTTS("b"))', false, 'exp: If(Flow.a, ToAudioTTS("a"), ToAudioTTS("b"))'],
  ])('audio %s, written by hand: %s', (text, isWritten, expected) => {
    const json = flow('inboundcall', [
      container('Task', 'Greet', [action('PlayAudioAction', 'Hello', { prompts: audio(text, isWritten) })]),
    ]);

    expect(read(json).text).toContain(`audio:\n                ${expected}\n`);
  });

  test('a reference leads to the container, whatever its place', () => {
    const jump = container('Task', 'First', [
      action('TransferTaskAction', 'Jump', { taskReference: 'Greet', taskName: 'Greet' }),
    ]);

    expect(read(flow('inboundcall', [jump, greet])).text).toContain(
      'targetTaskRef: "/inboundCall/tasks/task[Greet_10]"',
    );
  });

  test('a barge-in that is switched off and stands in no expression is named', () => {
    const prompts = { ...spoken('Hello'), bargeInExpression: lit('bln', 'false') };
    const json = flow('inboundcall', [container('Task', 'Greet', [action('PlayAudioAction', 'Hello', { prompts })])]);

    expect(read(json).leftOut.filter(({ rule }) => rule === 'lost')).toEqual([
      {
        path: 'flowSequenceItemList[0].actionList[0].prompts.bargeInExpression',
        rule: 'lost',
        where: 'Support / Greet / Hello',
      },
    ]);
  });
});

test('an in-queue flow has its actions at its root', () => {
  const hold = action('HoldMusicAction', 'Music', {
    playForDuration: false,
    duration: lit('dur', 'P0D0H1M0S0F'),
    prompt: exp('pmt', 'Flow.HoldPrompt'),
    bargeInExpression: lit('bln', 'false'),
  });

  expect(read(flow('inqueuecall', [container('LoopTask', 'In-Queue Task', [hold])])).text)
    .toContain(`  startUpTaskActions:
    - holdMusic:
        name: Music
        prompt:
          exp: Flow.HoldPrompt
        bargeInEnabled:
          lit: false
        playStyle:
          entirePrompt: true
`);
});

describe('a bot', () => {
  const ask = action('AskForNLUIntentAction', 'What?', {
    question: said('ToCommunication("What?")'),
    noInputs: [said('ToCommunication("Hm?")')],
    noMatches: [],
    voiceEndOfInputTimeout: noValue('dur'),
    paths: [
      path('i1', 'Out', { isDynamicBranch: true, disabled: false, label: 'Buy' }),
      path('__KNOWLEDGE__', undefined, { outOfService: true }),
    ],
  });
  const nlu = {
    intents: { Buy: { confirmation: said('ToCommunication("Buy?")') } },
    rawNluCompressionFormat: 'none',
    rawNlu: JSON.stringify({
      language: 'en-us',
      description: 'made from a template',
      intents: [
        { name: 'Buy', utterances: [{ id: 'u1', segments: [{ text: 'I want one' }] }], entityNameReferences: [] },
      ],
      entities: [],
      entityTypes: [],
    }),
    mappings: { slotToSlotVariables: {} },
  };

  test('has its intents, its questions and its training', () => {
    const json = flow('bot', [container('BotState', 'Talk', [ask, action('ExitBotFlowAction', 'Out')])], {
      botFlowSettings: { engineVersion: '3.0', nluDomainId: 'd' },
      nluMetaData: nlu,
      knowledgeSettings: { knowledge: null, knowledgeConfirmation: said('ToCommunication("Ok?")') },
    });
    const { text, kept } = read(json);

    expect(kept).toEqual([]);
    expect(text).toContain(`              outputs:
                intents:
                  - intent:
                      name: Buy
                      actions:
                        - exitBotFlow:
                            name: Out
                      enabled: true
                knowledge:
                  enabled: false
`);
    expect(text).toContain('  settingsKnowledge:\n    none: true\n');
    expect(text).toContain('                - text: I want one\n');
  });
});

test('a common module travels in the export of its caller, and is a flow of its own', () => {
  const module = flow('commonmodule', [container('CommonModuleTask', 'Module', [action('EndTaskAction', 'End')])], {
    name: 'Resolve',
  });
  const call = action('CallCommonModuleAction', 'Resolve them', {
    flowId: 'm',
    flowName: 'Resolve',
    flowVersion: '2.0',
    flowLatestVersion: true,
    inputs: [{ name: 'Common.id', value: exp('str', 'Flow.id') }],
    outputs: [],
    paths: [],
  });
  const json = workflow([call], { commonModules: [{ id: 'm', name: 'Resolve', version: '2.0', model: module }] });

  expect(read(json).commonModules.map(({ kind, name }) => ({ kind, name }))).toEqual([
    { kind: 'commonModule', name: 'Resolve' },
  ]);
  expect(actionsIn(json)).toContain('ver_latestPublished:\n          inputs:\n            Common.id:');
});

describe('what is not known', () => {
  test('an action stands under its name in the export, with its settings and its paths', () => {
    const unknown = action('SolveRiddleAction', 'Solve', {
      riddle: lit('str', 'What walks?'),
      tries: 3,
      deep: { inner: [{ answer: exp('str', 'Flow.a') }] },
      paths: [path('__SOLVED__', 'End')],
    });
    const json = workflow([unknown, action('EndWorkflowAction', 'End')]);

    expect(actionsIn(json)).toBe(`- solveRiddle:
    name: Solve
    outputs:
      solved:
        actions:
          - endWorkflow:
              name: End
    riddle:
      lit: What walks?
    tries: 3
    deep:
      inner:
        - answer:
            exp: Flow.a
`);
    expect(read(json).kept).toEqual([
      {
        path: 'flowSequenceItemList[0].actionList[0]',
        what: 'action',
        name: 'SolveRiddleAction',
        where: 'Support / Start / Solve',
      },
    ]);
  });

  test.each<readonly [string, JsonObject, string]>([
    ['of an action', workflow([action('DisconnectAction', 'Bye', { fade: lit('bln', 'true') })]), 'fade'],
    ['of a flow', workflow([action('DisconnectAction', 'Bye')], { mood: 'good' }), 'mood'],
    [
      'of a variable',
      workflow([action('DisconnectAction', 'Bye')], {
        variables: [declared('StringVariable', 'Flow.a', noValue('str'), { isSecure: true })],
      }),
      'isSecure',
    ],
    [
      'of a container',
      flow('workflow', [container('State', 'Start', [action('DisconnectAction', 'Bye')], { colour: 'red' })]),
      'colour',
    ],
    [
      'of error handling',
      workflow([action('DisconnectAction', 'Bye')], { errorHandling: { handlingType: 'EndWorkflow', tries: 3 } }),
      'tries',
    ],
  ])('a setting %s stands under its name, and is named', (_, json, name) => {
    const { text, kept } = read(json);

    expect(text).toMatch(new RegExp(`^ +${name}:`, 'm'));
    expect(kept).toEqual([expect.objectContaining({ what: 'setting', name }) as unknown]);
  });
});
