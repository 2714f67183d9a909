import {
  callTask,
  changeState,
  disconnect,
  endTask,
  endWorkflow,
  inboundCall,
  jumpToMenu,
  jumpToTask,
  loopExit,
  menu,
  menuDisconnect,
  menuJumpToMenu,
  menuJumpToTask,
  menuPreviousMenu,
  menuRepeatMenu,
  menuTask,
  menuTransferToAcd,
  type Menu,
  playAudio,
  seconds,
  set,
  state,
  string,
  task,
  type Task,
  updateData,
  workflow,
} from '../../../src';
import { menuChoices } from '../../../src/architect/containers';
import { refIds } from '../../../src/architect/flows/definition';
import { orders } from '../actions/private/fixtures';
import { flowData, shapeProblems } from './private/flow-data';

const unset = { noValue: true };

const ofMenu = (main: Menu) => inboundCall({ name: 'Line', startUp: () => main });

describe('a menu', () => {
  const later: Task = task('Later', [disconnect()]);
  const main: Menu = menu('Main', {
    audio: 'Press 1 for orders.',
    menuSelectionTimeout: seconds(8),
    choices: [
      menuTransferToAcd('Orders', {
        dtmf: 'digit_1',
        speechRecTerms: { 'en-us': ['orders'] },
        targetQueue: orders,
        preTransferAudio: 'One moment.',
        onFailure: [disconnect()],
      }),
      menuTask('Say it', { dtmf: 'digit_2', actions: [playAudio('It', 'Here it is.')] }),
      menuJumpToTask('Later', { dtmf: 'digit_3', targetTask: () => later }),
      menuJumpToMenu('Again', { dtmf: 'digit_4', targetMenu: () => main }),
      menuRepeatMenu('Repeat', { dtmf: 'digit_*' }),
      menuPreviousMenu('Back', { dtmf: 'digit_#' }),
      menuDisconnect('Bye', { dtmf: 'digit_9', globalDtmf: true, refId: 'bye' }),
    ],
  });
  const data = flowData(ofMenu(main))['inboundCall'] as unknown as {
    readonly menus: readonly [{ readonly menu: object }];
  };

  test('says what its choices are, in their order', () => {
    const key = (dtmf: string) => ({ dtmf, globalDtmf: false, globalSpeechRecTerms: false });

    expect(data.menus[0].menu).toEqual({
      name: 'Main',
      refId: 'Main',
      audio: { tts: 'Press 1 for orders.' },
      settingsMenu: {
        extensionDialingMaxDelay: unset,
        listenForExtensionDialing: unset,
        menuSelectionTimeout: { lit: { seconds: 8 } },
        repeatCount: unset,
      },
      settingsSpeechRec: {
        completeMatchTimeout: unset,
        incompleteMatchTimeout: unset,
        maxSpeechLengthTimeout: unset,
        minConfidenceLevel: unset,
      },
      choices: [
        {
          menuTransferToAcd: {
            name: 'Orders',
            ...key('digit_1'),
            speechRecTerms: { 'en-us': { terms: ['orders'] } },
            targetQueue: { lit: { name: 'Orders' } },
            preTransferAudio: { tts: 'One moment.' },
            priority: { lit: 0 },
            preferredAgents: unset,
            languageSkill: unset,
            failureOutputs: { errorType: unset, errorMessage: unset },
            outputs: { failure: { actions: [{ disconnect: { name: 'Disconnect' } }] } },
          },
        },
        {
          menuTask: {
            name: 'Say it',
            ...key('digit_2'),
            task: { actions: [{ playAudio: { name: 'It', audio: { tts: 'Here it is.' } } }] },
          },
        },
        { menuJumpToTask: { name: 'Later', ...key('digit_3'), targetTaskRef: '/inboundCall/tasks/task[Later]' } },
        { menuJumpToMenu: { name: 'Again', ...key('digit_4'), targetMenuRef: '/inboundCall/menus/menu[Main]' } },
        { menuRepeatMenu: { name: 'Repeat', ...key('digit_*') } },
        { menuPreviousMenu: { name: 'Back', ...key('digit_#') } },
        { menuDisconnect: { name: 'Bye', refId: 'bye', ...key('digit_9'), globalDtmf: true } },
      ],
    });
  });

  test('brings along what its choices lead to', () => {
    expect(data).toMatchObject({ tasks: [{ task: { name: 'Later' } }] });
  });

  test('is read without a problem', () => {
    expect(shapeProblems(ofMenu(main))).toEqual([]);
  });

  test('has a form for every choice published flows use', () => {
    expect(Object.keys(menuChoices)).toEqual(
      expect.arrayContaining(['menuDisconnect', 'menuTask', 'menuJumpToTask', 'menuTransferToAcd']),
    );
  });
});

describe('a container', () => {
  test('has variables that live as long as it runs', () => {
    const greet = task('Greet', {
      variables: { who: string() },
      outputPaths: ['unknown'],
      actions: ({ who }) => [updateData('Nobody yet', [set(who, 'nobody')]), endTask('Nobody', 'unknown')],
    });

    expect(flowData(inboundCall({ name: 'Line', startUp: () => greet }))).toMatchObject({
      inboundCall: {
        tasks: [
          {
            task: {
              name: 'Greet',
              refId: 'Greet',
              variables: [{ stringVariable: { name: 'Task.who', initialValue: unset } }],
              actions: [
                { updateData: { statements: [{ string: { variable: 'Task.who', value: { lit: 'nobody' } } }] } },
                { endTask: { outputPath: { name: 'unknown' } } },
              ],
              outputPaths: [{ outputPath: { name: 'unknown' } }],
            },
          },
        ],
      },
    });
  });

  test('that is referred to twice is written once, where it was met first', () => {
    const bye = task('Bye', [disconnect()]);
    const start = task('Start', [callTask('Once', bye), jumpToTask('Twice', bye)]);

    expect(flowData(inboundCall({ name: 'Line', startUp: () => start }))).toMatchObject({
      inboundCall: { tasks: [{ task: { name: 'Start' } }, { task: { name: 'Bye' } }] },
    });
  });

  test('may refer back to where it came from', () => {
    const main: Menu = menu('Main', {
      audio: 'Press 1.',
      choices: [menuTask('Back', { dtmf: 'digit_1', actions: [jumpToMenu('Back', () => main)] })],
    });

    expect(flowData(ofMenu(main))).toMatchObject({
      inboundCall: { startUpRef: '/inboundCall/menus/menu[Main]', menus: [{ menu: { name: 'Main' } }] },
    });
  });

  test('is frozen to its leaves', () => {
    const choice = menuTask('Back', { dtmf: 'digit_1', speechRecTerms: { 'en-us': ['back'] }, actions: [loopExit()] });
    const choices = [choice];
    const main = menu('Main', { audio: 'Press 1.', choices });

    expect(Object.isFrozen(choice.content?.task?.actions)).toBe(true);
    expect(Object.isFrozen(main.settingsMenu)).toBe(true);
    expect(Object.isFrozen(choices)).toBe(false);
  });
});

describe('refIds', () => {
  const idsOf = (flow: Parameters<typeof flowData>[0]) => [...refIds(flow.tree).values()];

  test('come from names, and a number tells equal names apart', () => {
    const last = state('Ask', [endWorkflow()]);
    const middle = state('Ask', [changeState('On', last)]);
    const flow = workflow({ name: 'x', startUp: () => state('Ask', [changeState('On', middle)]) });

    expect(idsOf(flow)).toEqual(['Ask', 'Ask_2', 'Ask_3']);
  });

  test('are told apart for each kind of container on its own', () => {
    const ask = task('Ask', [disconnect()]);
    const flow = ofMenu(
      menu('Ask', { audio: 'x', choices: [menuJumpToTask('1', { dtmf: 'digit_1', targetTask: ask })] }),
    );

    expect(idsOf(flow)).toEqual(['Ask', 'Ask']);
  });

  test('hold nothing that would end a reference', () => {
    const flow = workflow({ name: 'x', startUp: () => state('Ask [again] and/or leave', [endWorkflow()]) });

    expect(idsOf(flow)).toEqual(['Ask  again  and or leave']);
  });

  test('that were given are never changed, and never taken by another', () => {
    const later = state('Later', { refId: 'Ask', actions: () => [endWorkflow()] });
    const flow = workflow({ name: 'x', startUp: () => state('Ask', [changeState('On', later)]) });

    expect(idsOf(flow)).toEqual(['Ask_2', 'Ask']);
    expect(flowData(flow)).toMatchObject({ workflow: { startUpRef: '/workflow/states/state[Ask_2]' } });
  });

  test('of a container without a name are its kind', () => {
    expect(idsOf(workflow({ name: 'x', startUp: () => state('', [endWorkflow()]) }))).toEqual(['state']);
  });

  test('are the same every time', () => {
    const build = () => workflow({ name: 'x', startUp: () => state('A', [changeState('On', state('A', []))]) });

    expect(idsOf(build())).toEqual(idsOf(build()));
  });

  test('that are given twice are an error', () => {
    const second = state('Second', { refId: 'one', actions: () => [endWorkflow()] });
    const flow = workflow({
      name: 'Flow',
      startUp: () => state('First', { refId: 'one', actions: () => [changeState('On', second)] }),
    });

    expect(flow.problems).toMatchObject([
      {
        rule: 'ref-id-twice',
        severity: 'error',
        message: 'the state has the refId "one", and so has "First"',
        path: 'Flow / Second',
      },
    ]);
  });

  test.each(['', 'a]b', 'a/b'])('must be able to stand in a reference: %j cannot', (refId) => {
    const flow = workflow({ name: 'Flow', startUp: () => state('First', { refId, actions: () => [endWorkflow()] }) });

    expect(flow.problems).toMatchObject([{ rule: 'ref-id', path: 'Flow / First' }]);
  });
});
