import fc from 'fast-check';

/** YAML of an action; nesting is bounded by `depth`. */
type Actions = readonly string[];

const names = fc.constantFrom('a', 'b', 'c');
const task = fc.constantFrom('main', 'other', 'gone');

const leaf = fc.oneof(
  names.map((name) => `updateData: { statements: [string: { variable: Flow.${name}, value: { exp: Flow.b } }] }`),
  names.map(
    (name) => `getParticipantData: { attributes: [attribute: { name: { lit: ${name} }, variable: Flow.${name} }] }`,
  ),
  names.map((name) => `playAudio: { audio: { exp: 'ToAudioTTS(Flow.${name})' } }`),
  task.map((name) => `callTask: { targetTaskRef: "./tasks/task[${name}]" }`),
  task.map((name) => `jumpToTask: { targetTaskRef: "./tasks/task[${name}]" }`),
  fc.constantFrom(
    'jumpToMenu: { targetMenuRef: "./menus/menu[menu]" }',
    'endTask: { outputPath: { name: default } }',
    'endTask: { outputPath: { name: odd } }',
    'loopExit: {}',
    'loopNext: {}',
    'disconnect: {}',
    'transferToAcd: { name: To agents }',
    'flushAudio: {}',
    'endState: {}',
    'somethingNew: { with: Flow.a }',
    'somethingNew',
    'collectInput: { inputData: { var: Flow.c }, digits: { exact: 1 } }',
  ),
);

const { list } = fc.letrec<{ readonly list: Actions; readonly action: string }>((tie) => {
  const branch = tie('list').map((actions) => `{ actions: [${actions.map((action) => `${action}`).join(', ')}] }`);
  const output = (name: string) =>
    fc.option(branch, { nil: undefined }).map((b) => (b === undefined ? [] : [`"${name}": ${b}`]));
  const outputs = (...of: readonly string[]) =>
    fc.tuple(...of.map(output)).map((values) => `outputs: { ${values.flat().join(', ')} }`);
  return {
    list: fc.array(tie('action'), { maxLength: 4 }),
    action: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'actions' },
      { arbitrary: leaf, weight: 4 },
      {
        arbitrary: outputs('yes', 'no').map((o) => `decision: { condition: { exp: IsSet(Flow.a) }, ${o} }`),
        weight: 2,
      },
      {
        arbitrary: outputs('success', 'failure', 'timeout').map(
          (o) =>
            `callData: { category: { C: { dataAction: { D: { successOutputs: { x: { var: Flow.a } } } } } }, ${o} }`,
        ),
        weight: 1,
      },
      { arbitrary: outputs('loop').map((o) => `loop: { loopCount: { exp: Flow.n }, ${o} }`), weight: 1 },
      { arbitrary: outputs('loop').map((o) => `loop: { loopCount: { lit: 2 }, ${o} }`), weight: 1 },
      {
        arbitrary: outputs('loop', 'loopsMax').map(
          (o) => `loopUntil: { untilCases: [untilCase: { name: done, condition: { exp: Flow.flag } }], ${o} }`,
        ),
        weight: 1,
      },
      {
        arbitrary: fc
          .array(branch, { maxLength: 3 })
          .map(
            (cases) =>
              `switch: { evaluate: { firstTrue: { cases: [${cases
                .map((b) => `case: { value: { exp: Flow.flag }, ${b.slice(1, -1)} }`)
                .join(', ')}] } } }`,
          ),
        weight: 1,
      },
    ),
  };
});

const sequence = (actions: Actions): string => `[${actions.join(', ')}]`;

/** Call flows of any nesting: two tasks and a menu that lead to each other, or nowhere. */
export const randomFlows = fc.tuple(list, list, list).map(
  ([main, other, choice]) => `
inboundCall:
  name: random
  startUpRef: ./tasks/task[main]
  variables: [stringVariable: { name: Flow.a }, stringVariable: { name: Flow.b }]
  tasks:
    - task: { name: Main, refId: main, actions: ${sequence(main)} }
    - task: { name: Other, refId: other, actions: ${sequence(other)} }
  menus:
    - menu:
        name: Menu
        refId: menu
        choices: [menuTask: { name: Choice, task: { actions: ${sequence(choice)} } }, menuRepeatMenu: {}, menuDisconnect: {}]
`,
);
