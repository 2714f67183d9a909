import { foundIn, ruleNamed, ruleTest } from '../private/rule-test';

const goodbye = '- disconnect: { name: Disconnect }';

ruleTest(ruleNamed('not-yaml'), {
  valid: { 'a flow': goodbye, 'a placeholder, which is another rule’s': 'inboundCall:\n  name: {{name}}' },
  invalid: {
    'a tab': [
      'workflow:\n\tname: x',
      'A tab stands where the indentation is. YAML is indented with spaces only; replace the tab.',
    ],
    'nothing at all': ['# nothing here', 'There is nothing in this text but white space and comments.'],
  },
});

ruleTest(ruleNamed('unknown-root'), {
  valid: { 'a flow': goodbye },
  invalid: {
    'a misspelt kind': ['workflo:\n  name: x', 'workflo is no kind of flow'],
    'two kinds': ['workflow: {}\nname: x', 'this is no flow: it has 2 keys at its root'],
    'a list': ['[1, 2]', 'this is no flow: it has no key at its root'],
    'a kind with nothing in it': ['workflow: text', 'nothing of a flow stands under workflow'],
  },
});

ruleTest(ruleNamed('unresolved-placeholder'), {
  valid: { 'a flow': goodbye, 'a comment about one': 'workflow:\n  # {{name}}\n  name: x' },
  invalid: {
    'several, each named once': [
      'workflow:\n  name: "{{name}} of {{team}}"\n  description: "{{name}}"',
      '2 placeholders have no value yet: name, team',
    ],
    'one that breaks the YAML': [
      'workflow:\n  name: {{name}} of {{team}}',
      '2 placeholders have no value yet: name, team',
    ],
  },
});

test('what a placeholder stands in is not judged', () => {
  const example = 'workflow:\n  name: x\n  startUpRef: "{{start}}"\n  startUp: 1';

  expect(foundIn(ruleNamed('dangling-reference'), example)).toEqual([]);
});

ruleTest(ruleNamed('unknown-key'), {
  kind: 'inboundCall',
  valid: { 'known keys': '- playAudio: { name: Welcome, audio: { tts: Welcome } }' },
  invalid: {
    'a key of another kind of flow': ['inboundCall:\n  name: x\n  states: []', 'unknown key states'],
    'a misspelt key': ['- playAudio: { nam: Welcome, audio: { tts: Welcome } }', 'unknown key nam'],
  },
});

test('a shape problem knows the action it is in, and what was probably meant', () => {
  const [finding] = foundIn(ruleNamed('unknown-key'), '- endWorkflow: { name: End, exitReson: { lit: x } }');

  expect(finding).toMatchObject({
    path: 'Example / Start / End',
    help: 'Did you mean exitReason? Known here: name, exitReason.',
    excerpt: { text: '          - endWorkflow: { name: End, exitReson: { lit: x } }', column: 39, length: 9 },
  });
});

ruleTest(ruleNamed('missing-key'), {
  valid: { 'what may be left out': '- endWorkflow: {}' },
  invalid: { 'a wait without a duration': ['- wait: { name: Wait }', 'duration is missing'] },
});

ruleTest(ruleNamed('wrong-form'), {
  valid: { 'a wrapped value': '- wait: { name: Wait, duration: { exp: Flow.pause } }' },
  invalid: {
    'a bare value': ['- wait: { name: Wait, duration: 5 }', 'expected lit, exp or noValue, found 5'],
    'an action without a key': ['- endWorkflow', 'expected an action: a map with exactly one key'],
    'a map for a list': [
      '- updateData: { name: x, statements: {} }',
      'expected a list of statements such as string: {variable: …, value: …}, found an empty map',
    ],
  },
});

const language = (skill: string) =>
  `outboundCall:\n  name: x\n  supportedLanguages:\n    en-us: { defaultLanguageSkill: ${skill} }`;

test('a skill beside noValue is overlooked by Architect, too', () => {
  const rule = ruleNamed('wrong-form');

  expect(foundIn(rule, language('Sales'))).toMatchObject([{ severity: 'error' }]);
  expect(foundIn(rule, language('Sales, noValue: true'))).toMatchObject([{ severity: 'warning' }]);
});

const statement = (kind: string, value: string) =>
  `- updateData: { name: x, statements: [{ ${kind}: { variable: Flow.any, value: { lit: ${value} } } }] }`;

ruleTest(ruleNamed('wrong-literal'), {
  valid: {
    'a text': statement('string', 'hello'),
    'a number where a text is wanted': statement('string', '5'),
    'a whole number': statement('integer', '5'),
    'a long decimal as text': statement('decimal', '"3.14159265358979323846264338"'),
    'a duration': statement('duration', '{ minutes: 1, seconds: 30 }'),
    'a name': statement('queue', '{ name: Support }'),
    'an empty collection': statement('stringCollection', '[]'),
    'what was never seen': statement('json', '{ a: 1 }'),
    'an initial value':
      'workflow:\n  name: x\n  variables:\n    - integerVariable: { name: Flow.n, initialValue: { lit: 1 } }',
  },
  invalid: {
    'a text for a number': [statement('integer', '"5"'), 'value is given "5"'],
    'a fraction for a whole number': [statement('integer', '1.5'), 'value is given 1.5'],
    'a number for a duration': [statement('duration', '5'), 'value is given 5'],
    'a duration in weeks': [statement('duration', '{ weeks: 1 }'), 'value is given a map'],
    'a bare name': [statement('queue', 'Support'), 'value is given "Support"'],
    'one value for a collection': [statement('stringCollection', 'a'), 'value is given "a"'],
    'an initial value': [
      'workflow:\n  name: x\n  variables:\n    - integerVariable: { name: Flow.n, initialValue: { lit: one } }',
      'initialValue is given "one"',
    ],
  },
});

ruleTest(ruleNamed('unknown-action'), {
  valid: { 'a known one': '- endWorkflow: { name: End }', 'a known one in a wrong form': '- endWorkflow: End' },
  invalid: { 'a misspelt one': ['- endWorkflo: { name: End }', 'endWorkflo is no action Flowcdk knows'] },
});

ruleTest(ruleNamed('action-not-in-flow'), {
  kind: 'inboundCall',
  valid: { 'an action of calls': '- playAudio: { name: Welcome, audio: { tts: Welcome } }' },
  invalid: {
    'a wait in a call': [
      '- wait: { name: Wait, duration: { lit: { seconds: 5 } } }',
      'wait cannot be used in a flow of kind inboundCall',
    ],
  },
});

const jump = (reference: string) => `- jumpToTask: { name: Jump, targetTaskRef: "${reference}" }`;

ruleTest(ruleNamed('dangling-reference'), {
  kind: 'inboundCall',
  valid: {
    'an absolute one': jump('/inboundCall/tasks/task[Start]'),
    'a relative one': jump('./tasks/task[Start]'),
    'one into another file': jump('other.yaml#/inboundCall/tasks/task[x]'),
  },
  invalid: {
    'a task that is not there': [jump('./tasks/task[Strat]'), 'there is no task with the refId "Strat"'],
    'another case': [jump('./tasks/task[start]'), 'there is no task with the refId "start"'],
    'another flow': [
      jump('/workflow/tasks/task[Start]'),
      '"/workflow/tasks/task[Start]" leads out of this flow, which is of kind inboundCall',
    ],
    'a menu where a task is wanted': [jump('./menus/menu[Start]'), 'a menu stands where a task is wanted'],
    'a list of another kind': [jump('./menus/task[Start]'), 'task is not in menus'],
    'what is no reference': [jump('Start'), '"Start" is no reference'],
  },
});

ruleTest(ruleNamed('ref-id-twice'), {
  valid: {
    'one refId for a state and a task':
      'workflow:\n  states: [{ state: { refId: a } }]\n  tasks: [{ task: { refId: a } }]',
  },
  invalid: {
    'two tasks with one': [
      'workflow:\n  tasks: [{ task: { name: One, refId: a } }, { task: { name: Two, refId: a } }]',
      'the task has the refId "a", and so has "One"',
    ],
  },
});

const variables = (...names: string[]) =>
  `workflow:\n  name: x\n  variables:\n${names.map((name) => `    - stringVariable: { name: ${name} }\n`).join('')}`;

ruleTest(ruleNamed('variable-declared-twice'), {
  valid: {
    'different names': variables('Flow.a', 'Flow.b'),
    'one name in two tasks': `inboundCall:
  tasks:
    - task: { name: One, variables: [{ stringVariable: { name: Task.a } }] }
    - task: { name: Two, variables: [{ stringVariable: { name: Task.a } }] }`,
  },
  invalid: {
    'the same name': [variables('Flow.a', 'Flow.a'), 'the variable Flow.a is declared twice'],
    'another case': [variables('Flow.a', 'Flow.A'), 'the variable Flow.A is declared twice (as Flow.a before)'],
  },
});

const silenced = (comment: string) => `- decision:
    name: Always?
    ${comment}
    condition: { exp: "true" }`;

ruleTest(ruleNamed('silencing'), {
  valid: {
    'a reason': silenced('# flowcdk-disable-next-line constant-condition -- switched by hand'),
    'several rules': silenced('# flowcdk-disable-next-line constant-condition, unknown-key -- switched by hand'),
    'other comments': silenced('# flowcdk is great'),
  },
  invalid: {
    'no reason': [silenced('# flowcdk-disable-next-line constant-condition'), 'silenced without a reason'],
    'an unknown rule': [
      silenced('# flowcdk-disable-next-line constant-conditon -- x'),
      'there is no rule constant-conditon',
    ],
    'no rule': [silenced('# flowcdk-disable-next-line -- x'), 'flowcdk-disable-next-line names no rule'],
    'nothing to silence': [
      silenced('# flowcdk-disable-next-line unknown-key -- x'),
      'there is nothing to silence here',
    ],
  },
});
