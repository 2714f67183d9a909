import { callTask, decision, disconnect, endTask, exp, inboundCall, task as taskOf } from '../../../src';
import { graphOf, nameOf, pathOf } from '../../../src/check/graph';
import { edgesOf, flowIn } from './private/edges';

/** A workflow whose only state runs these actions. */
const workflow = (actions: string): string => `
workflow:
  name: greet
  startUpRef: /workflow/states/state[S]
  states:
    - state:
        name: State
        refId: S
        actions:
${indented(actions, 10)}`;

const indented = (text: string, by: number): string =>
  text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');

test('actions of a list follow each other; an ending action ends the flow', () => {
  expect(
    edgesOf(
      workflow(`
- updateData: { name: Count }
- endWorkflow: { name: Done }`),
    ),
  ).toEqual(['start –start→ [State]', '[State] –next→ Count', 'Count –next→ Done', 'Done –end→ end']);
});

test('an output without actions goes on after its action, as does the end of one with actions', () => {
  expect(
    edgesOf(
      workflow(`
- callData:
    name: Ask
    outputs:
      failure: { actions: [updateData: { name: Note it }] }
- endWorkflow: { name: Done }`),
    ),
  ).toEqual([
    'start –start→ [State]',
    '[State] –next→ Ask',
    'Ask –success→ Done',
    'Ask –failure→ Note it',
    'Ask –timeout→ Done',
    'Done –end→ end',
    'Note it –next→ Done',
  ]);
});

test('the last action of a state leads off its end', () => {
  expect(edgesOf(workflow(`- updateData: { name: Count }`))).toContain('Count –next→ end of [State]');
});

test('a decision has two ways, a switch one for each case and one for none of them', () => {
  expect(
    edgesOf(
      workflow(`
- decision: { name: Known?, outputs: { "yes": { actions: [endWorkflow: { name: Yes }] } } }
- switch:
    name: Which?
    evaluate:
      firstTrue:
        cases:
          - case: { value: { exp: Flow.a }, actions: [endWorkflow: { name: First }] }
          - case: { value: { exp: Flow.b }, actions: [] }
- endWorkflow: { name: Done }`),
    ),
  ).toEqual(
    expect.arrayContaining([
      'Known? –yes→ Yes',
      'Known? –no→ Which?',
      'Which? –case 1→ First',
      'Which? –case 2→ Done',
      'Which? –default→ Done',
    ]),
  );
});

test('a loop turns until it is done; loopNext and loopExit leave the turn', () => {
  expect(
    edgesOf(
      workflow(`
- loop:
    name: Try
    loopCount: { lit: 3 }
    outputs:
      loop:
        actions:
          - decision:
              name: Enough?
              outputs:
                "yes": { actions: [loopExit: { name: Stop }] }
                "no": { actions: [loopNext: { name: Again }] }
- endWorkflow: { name: Done }`),
    ),
  ).toEqual([
    'start –start→ [State]',
    '[State] –next→ Try',
    'Try –loop→ Enough?',
    'Done –end→ end',
    'turn of Try –turn→ Enough?',
    'turn of Try –done→ Done',
    'Enough? –yes→ Stop',
    'Enough? –no→ Again',
    'Stop –exit→ Done',
    'Again –next turn→ turn of Try',
  ]);
});

test('a loop with a number of turns known only when the flow runs may run none', () => {
  const loop = `- loop: { name: Try, loopCount: { exp: Flow.n }, outputs: { loop: { actions: [wait: { name: Wait }] } } }`;
  expect(edgesOf(workflow(`${loop}\n- endWorkflow: { name: Done }`))).toContain('Try –skip→ Done');
});

const calls = `
inboundCall:
  name: calls
  startUpRef: ./tasks/task[main]
  tasks:
    - task:
        name: Main
        refId: main
        actions:
          - callTask:
              name: Look up
              targetTaskRef: /inboundCall/tasks/task[look]
              outputs: { paths: [path: { name: Known, actions: [disconnect: { name: Bye }] }] }
          - jumpToMenu: { name: Choose, targetMenuRef: "./menus/menu[m]" }
    - task:
        name: Look
        refId: look
        actions:
          - decision:
              name: Known?
              outputs: { "yes": { actions: [endTask: { name: Yes, outputPath: { name: Known } }] } }
          - endTask: { name: No, outputPath: { name: default } }
  menus:
    - menu:
        name: Menu
        refId: m
        choices:
          - menuDisconnect: { name: Hang up }
          - menuTask: { name: Ask, task: { actions: [transferToAcd: { name: To agents }] } }
          - menuRepeatMenu: { name: Again }`;

test('a called task goes back to its caller by the output it ended with', () => {
  expect(edgesOf(calls)).toEqual(
    expect.arrayContaining([
      'Look up –call→ [Look]',
      'Yes –end→ return from [Look] by Known',
      'No –end→ return from [Look] by default',
      'Look up –Known→ Bye through return from [Look] by Known',
      'Look up –default→ Choose through return from [Look] by default',
    ]),
  );
});

test('a menu leads to its choices, a choice to its own task', () => {
  expect(edgesOf(calls)).toEqual(
    expect.arrayContaining([
      'Choose –jump→ [Menu]',
      '[Menu] –choose→ Hang up',
      '[Menu] –choose→ Ask',
      '[Menu] –no choice→ end',
      'Hang up –end→ end',
      'Ask –next→ To agents',
      'Again –again→ [Menu]',
    ]),
  );
});

test('a transfer ends the flow unless it fails', () => {
  expect(edgesOf(calls)).toEqual(
    expect.arrayContaining(['To agents –success→ end', 'To agents –failure→ end of [Menu]']),
  );
});

test('the path of an action in a choice names the menu and the choice', () => {
  const node = graphOf(flowIn(calls)).nodes.find((at) => nameOf(at) === 'To agents');
  expect(node && pathOf(node, 'calls')).toBe('calls / Menu / Ask / To agents');
});

test('the start of a flow has the path of the flow', () => {
  const { start } = graphOf(flowIn(calls));
  expect(pathOf(start, 'calls')).toBe('calls');
});

test('a task that never goes back closes the way behind its call', () => {
  const { nodes, isReachable } = graphOf(
    flowIn(`
inboundCall:
  name: calls
  startUpRef: ./tasks/task[main]
  tasks:
    - task:
        refId: main
        actions:
          - callTask: { name: Call, targetTaskRef: "./tasks/task[bye]" }
          - playAudio: { name: Never heard }
    - task: { refId: bye, actions: [disconnect: { name: Bye }] }`),
  );
  expect(nodes.filter((node) => node.kind === 'action' && !isReachable(node)).map(nameOf)).toEqual(['Never heard']);
});

test('a task that calls itself goes on behind that call, as its caller does', () => {
  const again = 'callTask: { name: Again, targetTaskRef: "./tasks/task[T]" }';
  const yaml = callFlow(`callTask: { name: Call, targetTaskRef: "./tasks/task[T]" }, ${end}`, [
    task(
      'T',
      `decision: { name: Enough?, outputs: { "yes": { actions: [${returns}] }, "no": { actions: [${again}, playAudio: { name: Say }, ${returns}] } } }`,
    ),
  ]);
  const { nodes, isReachable } = graphOf(flowIn(yaml));
  expect(nodes.filter((node) => node.kind === 'action' && !isReachable(node)).map(nameOf)).toEqual([]);
});

test('error handling that names a container can be reached at any time', () => {
  const edges = edgesOf(`
inboundCall:
  name: calls
  startUpRef: ./tasks/task[main]
  settingsErrorHandling: { errorHandling: { task: { targetTaskRef: "./tasks/task[sorry]" } } }
  tasks:
    - task: { name: Main, refId: main, actions: [disconnect: { name: Bye }] }
    - task: { name: Sorry, refId: sorry, actions: [disconnect: { name: Sorry }] }`);
  expect(edges).toEqual(expect.arrayContaining(['start –error→ error', 'error –handle→ [Sorry]']));
});

test('in-queue flows begin again as long as somebody waits', () => {
  expect(edgesOf('inqueueCall: { name: q, startUpTaskActions: [holdMusic: { name: Music }] }')).toEqual([
    'start –start→ [Starting task]',
    '[Starting task] –next→ Music',
    'end of [Starting task] –again→ [Starting task]',
    'Music –next→ end of [Starting task]',
  ]);
});

test('an output of a bot that is switched off is no way', () => {
  const edges = edgesOf(`
botFlow:
  name: bot
  startUpRef: ./bots/bot[b]
  bots:
    - bot:
        refId: b
        actions:
          - askForSlot: { name: Number?, outputs: { maxNoInputs: { enabled: false }, maxNoMatches: { enabled: true, actions: [] } } }
          - exitBotFlow: { name: Exit }`);
  expect(edges.filter((edge) => edge.startsWith('Number?'))).toEqual([
    'Number? –maxNoMatches→ Exit',
    'Number? –success→ Exit',
  ]);
});

test('the last action of a bot leads off its end, which ends the flow', () => {
  const yaml = `
botFlow:
  name: bot
  startUpRef: ./bots/bot[b]
  bots: [bot: { name: Bot, refId: b, actions: [updateData: { name: Count }] }]`;
  expect(edgesOf(yaml)).toEqual([
    'start –start→ [Bot]',
    '[Bot] –next→ Count',
    'end of [Bot] –end→ end',
    'Count –next→ end of [Bot]',
  ]);
});

/** The ways out of a place, or into it: `Try –skip→ Done`. */
const from = (yaml: string, place: string): readonly string[] =>
  edgesOf(yaml).filter((edge) => edge.startsWith(`${place} –`));
const into = (yaml: string, place: string): readonly string[] =>
  edgesOf(yaml).filter((edge) => edge.endsWith(`→ ${place}`));

const task = (name: string, actions: string): string =>
  `- task: { name: ${name}, refId: ${name}, actions: [${actions}] }`;
const end = 'disconnect: { name: Bye }';
const returns = 'endTask: { name: Back, outputPath: { name: default } }';

describe('where a flow begins', () => {
  test('a reference that leads nowhere ends it', () =>
    expect(from(workflow('- endWorkflow: { name: Done }').replace('state[S]', 'state[X]'), 'start')).toEqual([
      'start –start→ end',
    ]));

  test('a container can be named by its name; a refId comes first', () => {
    const yaml = `
workflow:
  name: flow
  startUpRef: ./states/state[Second]
  states:
    - state: { name: First, refId: a, actions: [endWorkflow: { name: One }] }
    - state: { name: Second, refId: b, actions: [endWorkflow: { name: Two }] }`;
    expect(from(yaml, 'start')).toEqual(['start –start→ [Second]']);
    expect(from(yaml.replace('refId: a', 'refId: Second'), 'start')).toEqual(['start –start→ [First]']);
  });

  test('a common module runs its task once', () =>
    expect(edgesOf('commonModule: { name: m, startUpTaskActions: [updateData: { name: Count }] }')).toEqual([
      'start –start→ [Starting task]',
      '[Starting task] –next→ Count',
      'end of [Starting task] –end→ end',
      'Count –next→ end of [Starting task]',
    ]));

  test('an in-queue message flow begins with one state and repeats the other', () => {
    const yaml = (more: string): string => `
inqueueShortMessage:
  name: q
  startUpState: { name: First, refId: f, actions: [sendResponse: { name: Hello }] }
  ${more}`;
    const both = yaml('periodicState: { name: Again, refId: p, actions: [endState: { name: Over }] }');
    expect(edgesOf(both)).toEqual([
      'start –start→ [First]',
      'start –start→ [Again]',
      '[First] –next→ Hello',
      '[Again] –next→ Over',
      'end of [First] –again→ [Again]',
      'Hello –next→ end of [First]',
      'end of [Again] –again→ [Again]',
      'Over –again→ [Again]',
    ]);
    expect(from(yaml(''), 'end of [First]')).toEqual(['end of [First] –again→ [First]']);
    const ended = both.replace('sendResponse: { name: Hello }', 'endState: { name: Enough }');
    expect(from(ended, 'Enough')).toEqual(['Enough –again→ [Again]']);
    const { nodes, containers, entryOf } = graphOf(flowIn(both));
    expect(nodes.filter(({ kind }) => kind === 'enter')).toEqual(containers.map(entryOf));
  });

  test('settings of a bot may lead to its tasks, by name or by path; what stands in actions does not count', () => {
    const yaml = `
botFlow:
  name: bot
  startUpRef: "./bots/bot[b]"
  settingsBotFlow:
    intentSettings:
      - intent: { name: Order, task: { name: Order } }
      - intent: { name: Pay, targetTaskRef: "/botFlow/tasks/task[Pay]" }
      - intent: { name: No, task: { name: [Talk] } }
      - intent: { name: Nothing, actions: [callTask: { task: { name: Talk } }] }
  bots: [bot: { name: Bot, refId: b, actions: [exitBotFlow: { name: Exit }] }]
  tasks:
    ${task('Order', 'exitBotFlow: { name: A }')}
    ${task('Pay', 'exitBotFlow: { name: B }')}
    ${task('Talk', 'exitBotFlow: { name: C }')}`;
    expect(from(yaml, 'start')).toEqual(['start –start→ [Bot]', 'start –settings→ [Order]', 'start –settings→ [Pay]']);
  });
});

describe('a loop', () => {
  const loop = (fields: string): string => workflow(`- loop: { name: Try, ${fields} }\n- endWorkflow: { name: Done }`);
  const body = 'outputs: { loop: { actions: [wait: { name: Rest }] } }';

  test.each([
    ['a known number of turns', 'loopCount: { lit: 1 }', false],
    ['no turn', 'loopCount: { lit: 0 }', true],
    ['a number that is not known', 'loopCount: { exp: Flow.n }', true],
  ])('with %s may be skipped: %s %s', (_, count, skips) =>
    expect(from(loop(`${count}, ${body}`), 'Try').includes('Try –skip→ Done')).toBe(skips),
  );

  test('with nothing in it turns around itself', () =>
    expect(edgesOf(loop('loopCount: { lit: 3 }'))).toEqual(
      expect.arrayContaining(['Try –loop→ turn of Try', 'turn of Try –turn→ turn of Try', 'turn of Try –done→ Done']),
    ));

  test('that runs until something holds has a way for each case, before its first turn and after each', () => {
    const yaml = workflow(`
- loopUntil:
    name: Until
    loopCount: { lit: 3 }
    untilCases: [untilCase: { name: known }, untilCase: { name: late }, untilCase: {}]
    outputs:
      loop: { actions: [wait: { name: Rest }] }
      loopsMax: { actions: [endWorkflow: { name: Max }] }
      paths: [path: { name: known, actions: [endWorkflow: { name: Known }] }]
- endWorkflow: { name: Done }`);
    const ways = ['loopsMax→ Max', 'known→ Known', 'late→ Done', 'until→ Done'];
    expect(from(yaml, 'Until')).toEqual(['Until –loop→ Rest', ...ways.map((way) => `Until –${way}`)]);
    expect(from(yaml, 'turn of Until')).toEqual([
      'turn of Until –turn→ Rest',
      ...ways.map((way) => `turn of Until –${way}`),
    ]);
  });

  test('that runs until something holds goes on behind it where a case has no path of its own', () => {
    const yaml = workflow(`
- loopUntil:
    name: Until
    loopCount: { lit: 3 }
    untilCases: [untilCase: { name: known }, untilCase: { name: late }]
- endWorkflow: { name: Done }`);
    const ways = ['turn of Until', 'Done', 'Done', 'Done'];
    expect(from(yaml, 'Until')).toEqual(
      ['loop', 'loopsMax', 'known', 'late'].map((way, i) => `Until –${way}→ ${ways[i] ?? ''}`),
    );
  });

  test('inside of a loop goes on in that one', () => {
    const yaml = workflow(`
- loop:
    name: Outer
    loopCount: { lit: 2 }
    outputs:
      loop:
        actions:
          - loop: { name: Inner, loopCount: { lit: 2 }, outputs: { loop: { actions: [loopExit: { name: Stop }] } } }
          - loopNext: { name: On }
- endWorkflow: { name: Done }`);
    expect(from(yaml, 'Stop')).toEqual(['Stop –exit→ On']);
    expect(from(yaml, 'On')).toEqual(['On –next turn→ turn of Outer']);
  });

  test('is needed for loopExit and loopNext: elsewhere they go on', () => {
    const yaml = workflow('- loopExit: { name: Stop }\n- loopNext: { name: On }\n- endWorkflow: { name: Done }');
    expect([...from(yaml, 'Stop'), ...from(yaml, 'On')]).toEqual(['Stop –exit→ On', 'On –next turn→ Done']);
  });
});

const callFlow = (actions: string, tasks: readonly string[] = [], more = ''): string => `
inboundCall:
  name: calls
  startUpRef: "./tasks/task[Main]"
  ${more}
  tasks:
    ${task('Main', actions)}
${tasks.map((text) => `    ${text}`).join('\n')}`;

describe('a task', () => {
  test('that is not there takes any output', () => {
    const known = 'path: { name: Known, actions: [disconnect: { name: B }] }';
    const outputs = `{ default: { actions: [disconnect: { name: A }] }, paths: [${known}] }`;
    const yaml = callFlow(`callTask: { name: Call, targetTaskRef: "./tasks/task[X]", outputs: ${outputs} }, ${end}`);
    expect(from(yaml, 'Call')).toEqual(['Call –Known→ B', 'Call –default→ A']);
  });

  test('that ends by a path which its caller does not have goes on behind the call', () => {
    const yaml = callFlow(`callTask: { name: Call, targetTaskRef: "./tasks/task[T]" }, ${end}`, [
      task('T', 'endTask: { name: Back, outputPath: { name: Other } }'),
    ]);
    expect(from(yaml, 'Call')).toEqual([
      'Call –call→ [T]',
      'Call –default→ Bye through return from [T] by default',
      'Call –Other→ Bye through return from [T] by Other',
    ]);
  });

  test('whose actions run out ends by its default path', () =>
    expect(from(callFlow(end, [task('T', 'playAudio: { name: Hm }')]), 'end of [T]')).toEqual([
      'end of [T] –next→ return from [T] by default',
    ]));

  test('that jumps to another task returns when that one does', () => {
    const yaml = callFlow(`callTask: { name: Call, targetTaskRef: "./tasks/task[T]" }, ${end}`, [
      task('T', 'jumpToTask: { name: On, targetTaskRef: "./tasks/task[U]" }'),
      task('U', returns),
    ]);
    expect(from(yaml, 'On')).toEqual(['On –jump→ [U]']);
    expect(from(yaml, 'return from [U] by default')).toEqual([
      'return from [U] by default –next→ return from [T] by default',
    ]);
  });

  test('that jumps to itself does not return to itself', () => {
    const yaml = callFlow(`callTask: { name: Call, targetTaskRef: "./tasks/task[T]" }, ${end}`, [
      task('T', 'jumpToTask: { name: Again, targetTaskRef: "./tasks/task[T]" }'),
    ]);
    expect(from(yaml, 'return from [T] by default')).toEqual([]);
  });

  test('is no place for endState, and a state none for endTask: they end the flow', () => {
    expect(from(callFlow('endState: { name: Over }'), 'Over')).toEqual(['Over –end→ end']);
    expect(from(workflow('- endTask: { name: Over }'), 'Over')).toEqual(['Over –end→ end']);
  });

  test('that a jump does not find ends the flow', () =>
    expect(from(callFlow('jumpToTask: { name: On, targetTaskRef: "./tasks/task[X]" }'), 'On')).toEqual([
      'On –jump→ end',
    ]));
});

test('a state is changed to for good', () => {
  const yaml = `
workflow:
  name: flow
  startUpRef: "./states/state[a]"
  states:
    - state: { name: A, refId: a, actions: [changeState: { name: On, targetStateRef: "./states/state[b]" }] }
    - state: { name: B, refId: b, actions: [endWorkflow: { name: Done }] }`;
  expect(from(yaml, 'On')).toEqual(['On –jump→ [B]']);
});

describe('menus', () => {
  const menu = (name: string, choices: string): string =>
    `- menu: { name: ${name}, refId: ${name}, choices: [${choices}] }`;
  const menus = (first: string, second = 'menuDisconnect: { name: Bye }', actions = end): string =>
    callFlow(
      `jumpToMenu: { name: Choose, targetMenuRef: "./menus/menu[One]" }`,
      [task('T', actions)],
      `menus:\n    ${menu('One', first)}\n    ${menu('Two', second)}`,
    );

  test.each([
    ['a task', 'menuJumpToTask: { name: Go, targetTaskRef: "./tasks/task[T]" }', ['Go –jump→ [T]']],
    ['a menu', 'menuJumpToMenu: { name: Go, targetMenuRef: "./menus/menu[Two]" }', ['Go –jump→ [Two]']],
    ['a menu below it', 'menuSubMenu: { name: Go, targetMenuRef: "./menus/menu[Two]" }', ['Go –jump→ [Two]']],
    ['itself', 'menuRepeatMenu: { name: Go }', ['Go –again→ [One]']],
    ['the menu before it, whichever that was', 'menuPreviousMenu: { name: Go }', ['Go –again→ []']],
    ['a queue', 'menuTransferToAcd: { name: Go }', ['Go –end→ end']],
    [
      'a queue, unless that fails',
      'menuTransferToAcd: { name: Go, outputs: { failure: { actions: [playAudio: { name: Sorry }] } } }',
      ['Go –end→ end', 'Go –failure→ Sorry'],
    ],
    ['a task without actions', 'menuTask: { name: Go }', ['Go –next→ end of [One]']],
  ])('a choice leads to %s', (_, choice, ways) => expect(from(menus(choice), 'Go')).toEqual(ways));

  test('the task of a choice ends where its actions do', () =>
    expect(from(menus('menuTask: { name: Go, task: { actions: [playAudio: { name: Hm }] } }'), 'end of [One]')).toEqual(
      ['end of [One] –next→ return from [One] by default'],
    ));

  test('an action goes back to any menu, too', () => {
    const yaml = menus(
      'menuJumpToTask: { name: Go, targetTaskRef: "./tasks/task[T]" }',
      undefined,
      'previousMenu: { name: Up }',
    );
    expect(from(yaml, 'Up')).toEqual(['Up –again→ []']);
    expect(from(yaml, '[]')).toEqual(['[] –again→ [One]', '[] –again→ [Two]']);
    const both = menus('menuPreviousMenu: { name: A }', 'menuPreviousMenu: { name: B }', 'repeatMenu: { name: Up }');
    expect(into(both, '[]')).toEqual(expect.arrayContaining(['A –again→ []', 'B –again→ []', 'Up –again→ []']));
    // One place stands for all of them.
    expect(from(both, '[]')).toEqual(['[] –again→ [One]', '[] –again→ [Two]']);
  });

  test('without menus nothing leads back', () =>
    expect(from(callFlow('previousMenu: { name: Up }'), 'Up')).toEqual([]));

  test('a choice that works everywhere is offered by every menu', () => {
    const yaml = menus('menuDisconnect: { name: Operator, globalDtmf: true }, menuDisconnect: { name: Own }');
    expect(into(yaml, '[]')).toEqual(['[One] –choose→ []', '[Two] –choose→ []']);
    expect(from(yaml, '[]')).toEqual(['[] –choose→ Operator']);
    const spoken = menus('menuDisconnect: { name: Operator, globalSpeechRecTerms: true }');
    expect(from(spoken, '[]')).toEqual(['[] –choose→ Operator']);
    expect(from(menus('menuDisconnect: { name: Own }'), '[]')).toEqual([]);
  });

  test('the task of a choice is a container of its own', () => {
    const { containers } = graphOf(flowIn(menus(`menuTask: { name: Go, task: { actions: [${end}] } }`)));
    expect(containers.map(({ kind, name, inline, reference }) => [kind, name, inline, reference])).toEqual([
      ['task', 'Main', false, '/inboundCall/tasks/task[Main]'],
      ['task', 'T', false, '/inboundCall/tasks/task[T]'],
      ['menu', 'One', false, '/inboundCall/menus/menu[One]'],
      ['menu', 'Two', false, '/inboundCall/menus/menu[Two]'],
      ['task', 'One', true, ''],
    ]);
  });
});

test('an unknown action may take each of its paths, go to what it names, or go on', () => {
  const yaml = callFlow(
    `somethingNew: { name: New, targetTaskRef: "./tasks/task[T]", outputs: { good: { actions: [disconnect: { name: A }] } } }, ${end}`,
    [task('T', returns)],
  );
  const [branch, ...others] = from(yaml, 'New');
  expect(branch).toMatch(/^New –.*good.*→ A$/);
  expect(others).toEqual(['New –jump→ [T]', 'New –next→ Bye']);
});

test('the settings for errors lead nowhere where they only disconnect', () =>
  expect(
    edgesOf(callFlow(end, [], 'settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }')).some(
      (edge) => edge.includes('error'),
    ),
  ).toBe(false));

describe('a graph', () => {
  const yaml = callFlow(`callTask: { name: Call, targetTaskRef: "./tasks/task[T]" }, ${end}`, [
    task('T', 'disconnect: { name: Over }'),
    task('U', 'disconnect: { name: Unused }'),
  ]);
  const graph = graphOf(flowIn(yaml));
  const nodeNamed = (name: string) => graph.nodes.find((node) => nameOf(node) === name);

  test('knows which ways are open', () => {
    const call = nodeNamed('Call');
    expect(call?.out.map((edge) => [edge.way, graph.isOpen(edge)])).toEqual([
      ['call', true],
      ['default', false],
    ]);
    expect(nodeNamed('Unused')?.out.map((edge) => graph.isOpen(edge))).toEqual([false]);
    expect(graph.start.out.map((edge) => graph.isOpen(edge))).toEqual([true]);
  });

  test('knows the places of an action and the entry of a container', () => {
    const call = nodeNamed('Call');
    expect(call?.action && graph.nodesOf(call.action)).toEqual([call]);
    expect(graph.nodesOf({ kind: 'disconnect' })).toEqual([]);
    const [main] = graph.containers;
    expect(main && graph.entryOf(main)).toMatchObject({ kind: 'enter' });
    expect(graph.nodes.map(({ id }) => id)).toEqual(graph.nodes.map((_, i) => i));
  });
});

describe('the graph of a flow that is defined in TypeScript', () => {
  const hangUp = disconnect();
  const look = taskOf('Look', [endTask()]);
  const start = taskOf('Main', [
    callTask('Call', look),
    decision('Known?', exp<boolean>`true`, { yes: [hangUp], no: [hangUp] }),
  ]);
  const { tree } = inboundCall({ name: 'calls', startUp: () => start });
  const { nodes, nodesOf } = graphOf(tree);

  test('knows the container that is referred to', () => {
    const call = nodes.find((node) => nameOf(node) === 'Call');
    expect(call?.out.map(({ way, to }) => [way, to.container?.name])).toContainEqual(['call', 'Look']);
  });

  test('has a place for each place where the same action stands', () =>
    expect(nodesOf(hangUp).map(({ in: [edge] }) => edge?.way)).toEqual(['yes', 'no']));
});
