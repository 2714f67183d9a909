import { graphOf, nameOf } from '../../../src/check/graph';
import type { Edge } from '../../../src/check/graph/node';
import { type Variables, variablesOf } from '../../../src/check/graph/variables';
import { flowIn } from './private/edges';
import { call, string, workflow } from './private/flows';

/** Where variables are read: `Flow.a at Say it`. */
const readsIn = (variables: Variables): readonly string[] =>
  variables.reads.map(({ name, node }) => `${name} at ${nameOf(node) || (node.container?.name ?? node.kind)}`);

/** Where variables are written: `Flow.a at Ask by outputs.x: string`. */
const writesIn = (variables: Variables): readonly string[] =>
  variables.writes.map(
    ({ name, node, path, type, needed }) =>
      `${name} at ${nameOf(node)} by ${path}: ${typeof type === 'string' ? type : JSON.stringify(type)}${needed ? ' always' : ''}`,
  );

/** What each way of an action writes: `success: Flow.a`. */
function waysOf(yaml: string, action: string): Record<string, readonly string[]> {
  const flow = flowIn(yaml);
  const edges = graphOf(flow).nodes.flatMap((node) => (nameOf(node) === action ? node.out : []));
  const written = ({ way, from }: Edge): string => (from.kind === 'turn' ? `turn: ${way}` : way);
  return Object.fromEntries(edges.map((edge) => [written(edge), variablesOf(flow).writtenOn(edge)]));
}

const variablesIn = (yaml: string): Variables => variablesOf(flowIn(yaml));

const ASK = `
- callData:
    name: Ask
    category:
      CRM:
        dataAction:
          Find:
            inputs: { phone: { exp: Flow.phone } }
            successOutputs: { name: { var: Flow.name } }
            failureOutputs: { errorCode: { var: Flow.code }, status: { var: Flow.status } }`;

test('an action reads the variables of its expressions and writes those that its outputs name', () => {
  const variables = variablesIn(workflow(ASK));
  expect(readsIn(variables)).toEqual(['Flow.phone at Ask']);
  expect(writesIn(variables).map((line) => line.replace(/category\S*Find\./, ''))).toEqual([
    expect.stringMatching(/^Flow\.name at Ask by .*successOutputs\.name: any/),
    expect.stringMatching(/^Flow\.code at Ask by .*failureOutputs\.errorCode: string$/),
    expect.stringMatching(/^Flow\.status at Ask by .*failureOutputs\.status: integer$/),
  ]);
});

test('each way of an action writes its own outputs', () =>
  expect(waysOf(workflow(ASK), 'Ask')).toEqual({
    success: ['flow.name'],
    failure: ['flow.code', 'flow.status'],
    timeout: ['flow.code', 'flow.status'],
  }));

test('a statement reads what the statements above it wrote', () => {
  const variables = variablesIn(
    workflow(`
- updateData:
    name: Count
    statements:
      - integer: { variable: Flow.n, value: { exp: Flow.N + Flow.m } }
      - integer: { variable: Flow.n, value: { exp: Flow.n + 1 } }
      - integer: { value: { exp: Flow.m } }
      - integer: { variable: Flow.m, value: { exp: Flow.n } }`),
  );
  expect(
    variables.reads.map(({ name, key, after }) => `${name} ${after(key) ? 'written above' : 'as it was'}`),
  ).toEqual([
    'Flow.N as it was',
    'Flow.m as it was',
    'Flow.n written above',
    'Flow.m as it was',
    'Flow.n written above',
  ]);
  expect(writesIn(variables)).toEqual([
    'Flow.n at Count by statements: integer',
    'Flow.n at Count by statements: integer',
    'Flow.m at Count by statements: integer',
  ]);
});

test('a read outside of statements comes after no statement', () =>
  expect(variablesIn(workflow(ASK)).reads.map(({ key, after }) => after(key))).toEqual([false]));

const LOOP = `
- loop:
    name: Try
    currentIndex: { var: Flow.i }
    loopCount: { exp: Flow.times }
    outputs: { loop: { actions: [wait: { name: Rest }] } }`;

test('a loop writes its index with each turn, and always has to', () => {
  const variables = variablesIn(workflow(LOOP));
  expect(readsIn(variables)).toEqual(['Flow.times at Try']);
  expect(writesIn(variables)).toEqual(['Flow.i at Try by currentIndex: integer always']);
  expect(waysOf(workflow(LOOP), 'Try')).toEqual({
    loop: ['flow.i'],
    skip: [],
    'turn: turn': ['flow.i'],
    'turn: done': [],
  });
});

test('the conditions of loopUntil are read after each turn', () => {
  const variables = variablesIn(
    workflow(`
- loopUntil:
    name: Until
    loopCount: { lit: 3 }
    untilCases:
      - untilCase: { name: known, condition: { exp: Flow.known } }
      - untilCase: { name: none }
    outputs: { loop: { actions: [wait: { name: Rest }] } }`),
  );
  const onTurns = variables.reads.filter(({ node }) => node.kind === 'turn');
  expect(onTurns.map(({ name }) => name)).toEqual(['Flow.known']);
  for (const { node } of onTurns) expect(variables.readsAt(node)).toHaveLength(1);
});

test('a menu reads what it says where it is entered, and what a choice says where it is chosen', () => {
  const variables = variablesIn(
    call('- jumpToMenu: { name: Choose, targetMenuRef: "./menus/menu[m]" }', {
      menus: `
- menu:
    name: Menu
    refId: m
    audio: { exp: ToAudioTTS(Flow.welcome) }
    choices:
      - menuTransferToNumber: { name: Call, targetNumber: { exp: Flow.number } }
      - menuDisconnect: { name: Bye }`,
    }),
  );
  expect(variables.reads.map(({ name, node }) => `${name} ${node.kind}`)).toEqual([
    'Flow.welcome enter',
    'Flow.number choice',
  ]);
});

test('settings and initial values are read at the start', () => {
  const variables = variablesIn(
    call('- disconnect: { name: Bye }', {
      more: 'initialGreeting: { exp: ToAudioTTS(Flow.hello) }',
      variables: string('Flow.hello', 'initialValue: { exp: Flow.name }'),
    }),
  );
  expect(variables.reads.map(({ name, node }) => `${name} ${node.kind}`)).toEqual([
    'Flow.hello start',
    'Flow.name start',
  ]);
});

test('variables of the flow, of a state and of a task are declared once each', () => {
  const variables = variablesIn(
    call('- disconnect: { name: Bye }', {
      variables: `${string('Flow.a')}\n- integerCollectionVariable: { name: Flow.list }`,
      tasks: `
- task:
    name: Other
    refId: O
    variables: [booleanVariable: { name: Task.b }]
    actions: [disconnect: { name: Bye too }]`,
    }),
  );
  expect(variables.declared.map(({ name, kind, container }) => [name, kind, container?.name])).toEqual([
    ['Flow.a', 'string', undefined],
    ['Flow.list', 'integerCollection', undefined],
    ['Task.b', 'boolean', 'Other'],
  ]);
});

test('what cannot be read as an expression reads nothing', () =>
  expect(variablesIn(workflow('- wait: { name: Rest, waitTime: { exp: "Flow.x +" } }')).reads).toEqual([]));

test('a prompt that an expression chooses reads its variables', () => {
  const variables = variablesIn(call('- playAudio: { name: Say, audio: { exp: ToAudioTTS(Flow.said) } }'));
  expect(readsIn(variables)).toEqual(['Flow.said at Say']);
});

test.each(['{ exp: Flow.which }', 'Flow.which', '{ lit: { name: Prompt.hello } }'])(
  'a prompt may be an expression: prompt: %s',
  (which) => {
    const variables = variablesIn(call(`- playAudio: { name: Say, audio: { prompt: ${which} } }`));
    expect(readsIn(variables)).toEqual(which.startsWith('{ exp') ? ['Flow.which at Say'] : []);
  },
);

test('attributes are read into variables as texts', () => {
  const variables = variablesIn(
    workflow(`
- getParticipantData:
    name: Read
    attributes: [attribute: { name: { lit: state }, variable: Flow.state }]`),
  );
  expect(writesIn(variables)).toEqual([expect.stringMatching(/^Flow\.state at Read by .*variable: string$/)]);
});

test('input of a caller is written on success, and always has to be', () => {
  const yaml = call('- collectInput: { name: Ask, inputData: { var: Flow.digits }, digits: { exact: 4 } }');
  expect(writesIn(variablesIn(yaml))).toEqual(['Flow.digits at Ask by inputData: string always']);
  expect(waysOf(yaml, 'Ask')).toMatchObject({ success: ['flow.digits'], failure: [] });
});

test('the turns of a loop count on, also where it is not known whether it runs', () => {
  const known = LOOP.replace('{ exp: Flow.times }', '{ lit: 3 }');
  expect(waysOf(workflow(`${known}\n- endWorkflow: { name: Done }`), 'Try')).toEqual({
    loop: ['flow.i'],
    'turn: turn': ['flow.i'],
    'turn: done': [],
  });
});

test('a variable without a name is declared nowhere', () => {
  const variables = variablesIn(
    workflow('- endWorkflow: { name: Done }', {
      variables: '- stringVariable: { initialValue: { lit: a } }\n- stringVariable: { name: Flow.b }',
    }),
  );
  expect(variables.declared.map(({ name }) => name)).toEqual(['Flow.b']);
});

test('the same flow is looked at once', () => {
  const flow = flowIn(workflow(ASK));
  expect(variablesOf(flow)).toBe(variablesOf(flow));
});
