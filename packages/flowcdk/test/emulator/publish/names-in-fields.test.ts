import { callFlowYaml } from '../private/flows';
import { livingOrg } from '../runtime/private/living-org';

/** A call flow with actions, variables of its task and variables of its own. */
function flow({ actions = '', task = '', own = '' }: { actions?: string; task?: string; own?: string }): string {
  const yaml = callFlowYaml('Line', actions).replace('        refId: Begin\n', (at) => `${at}${task}`);
  return yaml.replace('  tasks:\n', (at) => `${own}${at}`);
}

const declared = (kind: string, scope: string, literal: string, indent: string): string =>
  `${indent}variables:\n${indent}  - ${kind}Variable: { name: ${scope}.x, initialValue: { lit: ${literal} } }\n`;
const inTask = (kind: string, literal: string): string =>
  flow({ task: declared(kind, 'Task', literal, '        '), actions: read });
/** Reads the variable, so that nothing else is found. */
const read =
  '          - updateData: { name: Read, statements: [{ string: { variable: Flow.s, value: { lit: a } } }] }';
const statement = (kind: string, literal: string): string =>
  flow({
    own: `  variables:\n    - ${kind}Variable: { name: Flow.x, initialValue: { noValue: true } }\n`,
    actions: `          - updateData: { name: Set, statements: [{ ${kind}: { variable: Flow.x, value: { lit: ${literal} } } }] }`,
  });
const action = (text: string): string => flow({ actions: `          - ${text}` });

/** Everything that a literal names, by the place of the literal. `'X'` is not in the org. */
const places: readonly (readonly [place: string, kind: string, yaml: string])[] = [
  [
    'the initial value of a variable of the flow',
    'queue',
    flow({ own: declared('queue', 'Flow', '{ name: X }', '  ') }),
  ],
  ['the initial value of a variable of a task', 'queue', inTask('queue', '{ name: X }')],
  ['the initial value of a user', 'user', inTask('user', '{ name: X }')],
  ['the initial value of a group', 'group', inTask('group', '{ name: X }')],
  ['the initial value of a skill', 'skill', inTask('skill', '{ name: X }')],
  ['the initial value of a language', 'language', inTask('languageSkill', '{ name: X }')],
  ['the initial value of a wrap-up code', 'wrap-up code', inTask('wrapupCode', '{ name: X }')],
  ['the initial value of a schedule', 'schedule', inTask('schedule', '{ name: X }')],
  ['the initial value of a schedule group', 'schedule group', inTask('scheduleGroup', '{ name: X }')],
  ['the initial value of an emergency group', 'emergency group', inTask('emergencyGroup', '{ name: X }')],
  ['the initial value of a prompt', 'user prompt', inTask('prompt', '{ name: Prompt.X }')],
  ['the initial value of a list', 'queue', inTask('queueCollection', '[{ name: X }]')],
  ['the initial value of a list of literals', 'queue', inTask('queueCollection', '[{ lit: { name: X } }]')],
  ['a statement', 'schedule', statement('schedule', '{ name: X }')],
  ['a statement with a list', 'user', statement('userCollection', '[{ name: X }]')],
  ['an audio', 'user prompt', action('playAudio: { name: Say, audio: { lit: { name: Prompt.X } } }')],
  ['a bare prompt', 'user prompt', action('playAudio: { name: Say, audio: { prompt: X } }')],
  [
    'an input of a task',
    'queue',
    flow({
      task: declared('queue', 'Task', '{ name: Q }', '        '),
      actions:
        '          - jumpToTask: { name: Again, targetTaskRef: "./tasks/task[Begin]", inputs: { Task.x: { lit: { name: X } } } }',
    }),
  ],
  [
    'an input of a common module',
    'queue',
    action(
      'callCommonModule: { name: Ask, commonModule: { Module: { ver_latestPublished: { inputs: { Common.q: { lit: { name: X } } } } } } }',
    ),
  ],
  [
    'the settings of an outbound call flow',
    'contact list',
    flow({ own: '  settingsOutboundCall: { contactList: { lit: { name: X } } }\n' }).replaceAll(
      'inboundCall',
      'outboundCall',
    ),
  ],
  [
    'an input of a bot',
    'queue',
    action(
      'callBotFlow: { name: Ask, botFlow: { Bot: { ver_latestPublished: { inputs: { Flow.q: { lit: { name: X } } } } } } }',
    ),
  ],
];

/** What each kind is called in the org, for messages; and what it is in its state. */
const kinds = {
  'contact list': 'contactList',
  queue: 'queue',
  user: 'user',
  group: 'group',
  skill: 'skill',
  language: 'language',
  'wrap-up code': 'wrapupCode',
  schedule: 'schedule',
  'schedule group': 'scheduleGroup',
  'emergency group': 'emergencyGroup',
  'user prompt': 'prompt',
} as const;

/** An org with the queue and the common module that all flows may name. */
function org() {
  const living = livingOrg();
  living.put('queue', { name: 'Q' });
  living.put('flow', {
    name: 'Module',
    type: 'COMMONMODULE',
    versions: 1,
    variables: [{ name: 'q', type: 'queue', isInput: true, isOutput: false }],
  });
  living.put('flow', {
    name: 'Bot',
    type: 'BOT',
    versions: 1,
    variables: [{ name: 'q', type: 'queue', isInput: true, isOutput: false }],
  });
  return living;
}

describe.each(places)('the name in %s', (_, kind, yaml) => {
  test('is looked up when the flow is published', () => {
    const message = expect.objectContaining({
      message: expect.stringMatching(
        new RegExp(`^line \\d+, column \\d+, Line.*: the organisation has no ${kind} named 'X'`),
      ) as string,
    }) as Error;

    expect(() => org().publish(yaml)).toThrow(message);
  });

  test('is bound to what the org has', () => {
    const living = org();
    const state = kinds[kind as keyof typeof kinds];
    const { id } = living.put(state, { name: 'X' });

    expect(living.publish(yaml).bound[state]).toContain(id);
  });
});

test('a user has an e-mail address as a name, too', () => {
  const living = org();
  const ada = living.put('user', { name: 'Ada', email: 'ada@acme.example' });

  expect(living.publish(inTask('user', '{ name: Ada@acme.example }')).bound.user).toEqual([ada.id]);
});

test('the system has prompts that the org does not list', () => {
  expect(() => org().publish(inTask('prompt', '{ name: PromptSystem.on_hold_music }'))).not.toThrow();
});

test.each([
  ['input', 'inputs: { Common.p: { lit: a } }', "It has the inputs 'Common.q'."],
  ['output', 'outputs: { Common.p: { noValue: true } }', 'It has none at all.'],
])('a common module has no %s of that name', (side, call, help) => {
  const yaml = action(
    `callCommonModule: { name: Ask, commonModule: { Module: { ver_latestPublished: { ${call} } } } }`,
  );

  expect(() => org().publish(yaml)).toThrow(`the common module 'Module' has no ${side} 'Common.p'. ${help}`);
});

test('what was deleted since breaks the call, and the problem says that it was there', () => {
  const living = org();
  const { id } = living.put('queue', { name: 'X' });
  living.number('+33199000001', living.publish(inTask('queue', '{ name: X }')));
  living.org.remove('queue', id);

  living.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  living.clock.runNow();

  expect(living.events('flow.failed').map(({ problem }) => problem)).toEqual([
    "the organisation has no queue named 'X' any more",
  ]);
});

test('names in a choice of a menu are missing at the choice, not at the beginning of the file', () => {
  const yaml = `inboundCall:
  name: Line
  startUpRef: /inboundCall/menus/menu[Main]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  menus:
    - menu:
        name: Main
        refId: Main
        audio: { tts: Welcome }
        choices:
          - menuTransferToAcd:
              name: Agent
              dtmf: digit_1
              targetQueue: { lit: { name: X } }
              overrideInQueueFlow: { name: Y }
`;

  expect(() => org().publish(yaml)).toThrow(/^line 12, column 13, Line \/ Main \/ Agent: .* INQUEUECALL named 'Y'/m);
  expect(() => org().publish(yaml)).toThrow(/line 15, column 43, Line \/ Main \/ Agent: .* no queue named 'X'/);
});
