import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const strings = (...names: string[]): string =>
  names
    .map(
      (name) =>
        `    - stringVariable: { name: ${name}, initialValue: { noValue: true }, isInput: false, isOutput: true }`,
    )
    .join('\n');
const trail = '    - stringVariable: { name: Flow.trail, initialValue: { lit: "" }, isInput: false, isOutput: true }';

/** Adds a word to `Flow.trail`. */
const note = (word: string): string =>
  `{ updateData: { name: Note, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, "${word} ")' } } }] } }`;

const withTasks = (actions: string, tasks: string, variables = trail): string =>
  workflowYaml('flow', actions, variables).concat(`  tasks:\n${tasks}\n`);

const call = (task: string, more = ''): string =>
  `          - callTask: { name: Call, targetTaskRef: "/workflow/tasks/task[${task}]"${more} }`;

const trailOf = (yaml: string): unknown => {
  const org = livingOrg();
  const execution = org.launch(org.publish(yaml));
  return execution.outputs?.['Flow.trail'] ?? execution.problem;
};

test('a called task comes back by the output path it ended with', () => {
  const task = `    - task:
        name: Ask
        refId: Ask
        outputPaths: [{ outputPath: { name: known } }]
        actions: [${note('in')}, { endTask: { name: Back, outputPath: { name: known } } }, ${note('never')}]`;
  const outputs = `, outputs: { default: { actions: [${note('default')}] }, paths: [{ path: { name: known, actions: [${note('known')}] } }] }`;
  expect(trailOf(withTasks(call('Ask', outputs), task))).toBe('in known ');
});

test('a task whose actions run out, or end at a path nobody drew, comes back by default', () => {
  const task = `    - task: { name: Ask, refId: Ask, actions: [${note('in')}] }`;
  const outputs = `, outputs: { default: { actions: [${note('default')}] } }`;
  expect(trailOf(withTasks(`${call('Ask', outputs)}\n${call('Ask')}`, task))).toBe('in default in ');
});

test('variables of a task begin anew with every call, and inputs go by value', () => {
  const task = `    - task:
        name: Count
        refId: Count
        variables:
          - integerVariable: { name: Task.n, initialValue: { lit: 1 }, isInput: true, isOutput: false }
        actions:
          - updateData: { name: More, statements: [{ integer: { variable: Task.n, value: { exp: Task.n + 1 } } }] }
          - updateData: { name: Tell, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, ToString(Task.n), " ")' } } }] }`;
  const actions = [call('Count'), call('Count'), call('Count', ', inputs: { Task.n: { lit: 40 } }')].join('\n');
  expect(trailOf(withTasks(actions, task))).toBe('2 2 41 ');
});

test('a variable of one name in two tasks is two variables, each with the type of its own task', () => {
  const say = (value: string): string =>
    `{ updateData: { name: Say, statements: [{ string: { variable: Flow.trail, value: { exp: '${value}' } } }] } }`;
  const tasks = `    - task:
        name: Number
        refId: Number
        variables: [{ integerVariable: { name: Task.x, initialValue: { lit: 1 }, isInput: true, isOutput: false } }]
        actions: [${say('Append(Flow.trail, ToString(Task.x + 1), " ")')}]
    - task:
        name: Text
        refId: Text
        variables: [{ stringVariable: { name: task.X, initialValue: { lit: b } } }]
        actions: [${say('Append(Flow.trail, Task.x + "c ")')}]`;
  const actions = [call('Number'), call('Text'), call('Number', ', inputs: { Task.x: { exp: 20 * 2 } }')].join('\n');
  expect(trailOf(withTasks(actions, tasks))).toBe('2 bc 41 ');
});

test('a jump to a task does not come back', () => {
  const task = `    - task: { name: Last, refId: Last, actions: [${note('last')}] }`;
  const actions = `          - jumpToTask: { name: Jump, targetTaskRef: "/workflow/tasks/task[Last]" }
          - ${note('never')}`;
  expect(trailOf(withTasks(actions, task))).toBe('last ');
});

test('a jump inside of a called task leaves the caller for good', () => {
  const tasks = `    - task: { name: Ask, refId: Ask, actions: [{ jumpToTask: { name: Jump, targetTaskRef: "/workflow/tasks/task[Last]" } }] }
    - task: { name: Last, refId: Last, actions: [${note('last')}] }`;
  expect(trailOf(withTasks(`${call('Ask')}\n          - ${note('never')}`, tasks))).toBe('last ');
});

test('tasks that call each other for ever break the flow', () => {
  const task = `    - task:
        name: Round
        refId: Round
        actions:
          - callTask: { name: Again, targetTaskRef: "/workflow/tasks/task[Round]" }`;
  expect(trailOf(withTasks(call('Round'), task))).toMatch(/tasks call each other more than 100 deep/);
});

test('tasks that call each other from within many actions break the flow, too', () => {
  const again = '{ callTask: { name: Again, targetTaskRef: "/workflow/tasks/task[Round]" } }';
  const within = (inner: string): string =>
    `{ decision: { name: So, condition: { lit: true }, outputs: { "yes": { actions: [${inner}] } } } }`;
  const nested = Array.from({ length: 20 }).reduce<string>(within, again);
  const task = `    - task: { name: Round, refId: Round, actions: [${nested}] }`;
  expect(trailOf(withTasks(call('Round'), task))).toMatch(/more than 500 actions and tasks stand around one another/);
});

test('a change of state forgets the variables of the state', () => {
  const org = livingOrg();
  const yaml = `workflow:
  name: states
  startUpRef: /workflow/states/state[One]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables:
${strings('Flow.seen')}
  settingsErrorHandling: { errorHandling: { endWorkflow: { none: true } } }
  states:
    - state:
        name: One
        refId: One
        variables: [{ stringVariable: { name: State.own, initialValue: { lit: one } } }]
        actions: [{ changeState: { name: On, targetStateRef: "/workflow/states/state[Two]" } }]
    - state:
        name: Two
        refId: Two
        variables: [{ stringVariable: { name: State.own, initialValue: { lit: two } } }]
        actions:
          - updateData: { name: See, statements: [{ string: { variable: Flow.seen, value: { exp: STATE.OWN } } }] }
          - endWorkflow: { name: End, exitReason: { exp: State.own } }
`;
  expect(org.launch(org.publish(yaml))).toMatchObject({ outputs: { 'Flow.seen': 'two' }, completionReason: 'two' });
});

test('a workflow whose actions run out has ended', () => {
  const org = livingOrg();
  const yaml = workflowYaml('short').replace(
    / {10}- endWorkflow:\n {14}name: End\n/,
    '          - wait: { name: A moment, duration: { lit: { seconds: 1 } } }\n',
  );
  expect(org.launch(org.publish(yaml))).toMatchObject({ status: 'COMPLETED' });
});

const moduleYaml = (actions: string, variables: string, serves = 'workflow'): string => `commonModule:
  name: Shout
  supportedLanguages: { en-us: { none: true } }
  variables:
${variables}
  settingsCommonModule: { compatibleFlowTypes: [{ flowType: ${serves} }] }
  startUpTaskActions:
${actions}
`;
const moduleVariables = `    - stringVariable: { name: Common.text, initialValue: { lit: nothing }, isInput: true, isOutput: true }
    - stringCollectionVariable: { name: Common.list, initialValue: { lit: [] }, isInput: true, isOutput: true }`;
const upper = `    - updateData: { name: Upper, statements: [{ string: { variable: Common.text, value: { exp: Upper(Common.text) } } }, { stringCollection: { variable: Common.list, value: { exp: 'AddItem(Common.list, "more")' } } }] }
    - endTask: { name: Back, outputPath: { name: default } }`;
const callModule = (inputs: string, outputs: string): string =>
  `          - callCommonModule: { name: Module, commonModule: { Shout: { ver_latestPublished: { inputs: ${inputs}, outputs: ${outputs} } } } }`;

test('a common module has variables of its own; inputs and outputs go by value', () => {
  const org = livingOrg();
  org.publish(moduleYaml(upper, moduleVariables));
  const variables = `${strings('Flow.text', 'Flow.default')}
    - stringCollectionVariable: { name: Flow.list, initialValue: { lit: [{ lit: one }] }, isInput: false, isOutput: true }
    - stringCollectionVariable: { name: Flow.longer, initialValue: { lit: [] }, isInput: false, isOutput: true }`;
  const yaml = workflowYaml(
    'caller',
    `${callModule('{ Common.text: { lit: hello }, Common.list: { exp: Flow.list } }', '{ Common.text: { var: Flow.text }, Common.list: { var: Flow.longer } }')}
${callModule('{ Common.list: { exp: Flow.list } }', '{ Common.text: { var: Flow.default }, Common.list: { noValue: true } }')}`,
    variables,
  );
  expect(org.launch(org.publish(yaml)).outputs).toEqual({
    'Flow.text': 'HELLO',
    'Flow.default': 'NOTHING',
    'Flow.list': ['one'],
    'Flow.longer': ['one', 'more'],
  });
});

test('what breaks a module breaks the flow that called it', () => {
  const org = livingOrg();
  org.publish(moduleYaml('    - decision: { name: Break, condition: { exp: ToInt("x") == 1 } }', moduleVariables));
  const execution = org.launch(org.publish(workflowYaml('caller', callModule('{ }', '{ }'))));
  expect(execution).toMatchObject({
    status: 'FAILED',
    problem: expect.stringMatching(/Shout: Starting task \/ Break/) as string,
  });
});

test('a module runs on the call of its caller, and counts as part of it', () => {
  const org = livingOrg();
  org.publish(
    moduleYaml(
      '    - setParticipantData: { name: Tell, attributes: [{ attribute: { name: { lit: caller }, value: { exp: Common.text } } }] }\n    - disconnect: { name: Over }',
      moduleVariables,
      'inboundcall',
    ),
  );
  const yaml = `inboundCall:
  name: line
  startUpRef: /inboundCall/tasks/task[Begin]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  tasks:
    - task:
        name: Begin
        refId: Begin
        actions:
${callModule('{ Common.text: { exp: Call.Ani } }', '{ }')}
          - playAudio: { name: Never, audio: { tts: never } }
          - disconnect: { name: End }
`;
  org.number('+33199000001', org.publish(yaml));
  org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow();
  expect(org.events('attributes.written')).toMatchObject([{ by: 'Shout', attributes: { caller: 'tel:+33142685300' } }]);
  expect(org.events('flow.ended')).toMatchObject([{ flow: 'line', reason: 'disconnect', actions: 3 }]);
});

test('the task of an in-queue flow begins again for as long as the caller waits', () => {
  const org = livingOrg({ settings: { agents: { answersAfter: 10_000, talksFor: 1_000, wrapsUpIn: 1_000 } } });
  const inQueue = org.publish(`inqueueCall:
  name: waiting
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  settingsInQueueCall: { holdMusic: { lit: { name: PromptSystem.on_hold_music } } }
  startUpTaskActions:
    - playAudio: { name: Wait, audio: { exp: 'AudioPlaybackOptions(ToAudioTTS("Please hold the line."), true, true)' } }
`);
  org.put('queue', { name: 'Support', queueFlow: { id: inQueue.id } });
  org.number(
    '+33199000001',
    org.publish(`inboundCall:
  name: line
  startUpRef: /inboundCall/tasks/task[Begin]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  tasks:
    - task: { name: Begin, refId: Begin, actions: [{ transferToAcd: { name: Over, targetQueue: { lit: { name: Support } } } }] }
`),
  );
  org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow();
  const heard = org.heard().filter((text) => text === 'Please hold the line.');
  expect(heard.length).toBeGreaterThan(3);
  expect(org.events('queue.left')).toMatchObject([{ outcome: 'ANSWERED', waited: 10_000 }]);
});
