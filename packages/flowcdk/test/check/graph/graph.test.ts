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
