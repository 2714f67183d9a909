import { callData, disconnect, inboundCall, task, workflow, flowYaml, endWorkflow } from '../../../src';
import type { FlowTree } from '../../../src/architect/flow-tree';
import { toData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { type ReadFlow, readFlow } from '../../../src/architect/yaml/read-flow';
import { writeFlow } from '../../../src/architect/yaml/write-flow';
import { findInAlpha, flow as variables } from '../actions/private/fixtures';

/** Reads a text that is YAML. */
function read(text: string): ReadFlow {
  const { root, problems } = parseYaml(text);
  if (!root || problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return readFlow(root);
}

/** Reads a workflow whose only state has the actions of the text. */
const readActions = (text: string): ReadFlow =>
  read(`workflow:
  name: Test
  states:
    - state:
        name: Main
        actions:
${text.replace(/^(?=.)/gm, '          ')}`);

const actionsIn = ({ flow }: ReadFlow) => (flow as FlowTree).states?.[0]?.actions ?? [];
const messages = ({ problems }: ReadFlow) => problems.map(({ message }) => message);

describe('the root', () => {
  test('is the kind of the flow', () => {
    expect(read('inboundCall: {name: Hello}').flow).toMatchObject({ kind: 'inboundCall', name: 'Hello' });
  });

  test.each([
    ['two keys', 'workflow: {name: a}\ninboundCall: {name: b}'],
    ['a list', '- workflow: {name: a}'],
    ['a text', 'workflow'],
  ])('that is %s is no flow, and is kept', (_, text) => {
    const { flow, problems } = read(text);

    expect(flow.kind).toBe('unknown');
    expect(problems).toMatchObject([{ problem: 'wrongForm' }]);
    expect(toData(writeFlow(flow))).toEqual(
      toData(parseYaml(text).root ?? { kind: 'scalar', value: 0, offset: 0, end: 0 }),
    );
  });

  test('of a kind nobody knows is told by name', () => {
    expect(messages(read('toString: {name: a}'))[0]).toMatch(/the kind of flow: workflow, .*, found toString$/);
  });
});

describe('what does not have its form is told and kept', () => {
  test.each([
    ['a key nobody knows', '- disconnect: {name: Bye, colour: red}', 'unknown key colour; known here: name'],
    [
      'a key that every object has in JavaScript',
      '- disconnect: {toString: x}',
      'unknown key toString; known here: name',
    ],
    ['a field Architect needs', '- decision: {name: Known?}', 'condition is missing: exp or lit'],
    [
      'another wrapper than may stand there',
      '- wait: {duration: {tts: x}}',
      'expected lit, exp or noValue, found a map with tts',
    ],
    ['two wrappers', '- wait: {duration: {lit: {seconds: 1}, exp: x}}', 'found a map with lit, exp'],
    ['noValue that is not true', '- endWorkflow: {exitReason: {noValue: false}}', 'found a map with noValue'],
    ['a bare value', '- endWorkflow: {exitReason: done}', 'expected lit, exp or noValue, found "done"'],
    [
      'nothing where actions stand',
      '- loop: {loopCount: {lit: 1}, outputs: {loop: {actions: }}}',
      'expected a list of actions, found nothing',
    ],
    [
      'an item of another kind',
      '- clearSlot: {slots: [{slott: {name: x}}]}',
      'expected slot: …, found a map with slott',
    ],
    [
      'two categories',
      '- callData: {category: {A: {}, B: {}}}',
      'expected a map with exactly one key, the name of a dataActionCategory, found a map with A, B',
    ],
    [
      'a choice that is none',
      '- collectInput: {inputData: {var: x}, digits: {some: 1}}',
      'expected one of exact, range, found a map with some',
    ],
    ['a path without brackets of its own', '- jumpToTask: {targetTaskRef: {exp: x}}', 'expected a reference such as'],
    ['a statement without a kind', '- updateData: {statements: [x]}', 'expected statements such as string'],
    ['an action that is no map', '- disconnect', 'expected an action: a map with exactly one key'],
  ])('%s', (_, text, message) => {
    const actions = readActions(text);

    expect(messages(actions)).toContainEqual(expect.stringContaining(message));
    expect(toData(writeFlow(actions.flow))).toMatchObject({
      workflow: {
        states: [
          { state: { actions: toData(parseYaml(text).root ?? { kind: 'sequence', items: [], offset: 0, end: 0 }) } },
        ],
      },
    });
  });

  test('and the place of it is known', () => {
    const text = 'workflow:\n  name: Test\n  colour: red\n';
    const [problem] = read(text).problems;

    expect(text.slice(problem?.yaml.offset, problem?.yaml.end)).toBe('colour');
  });

  test('what stands beside it is read all the same', () => {
    const [action] = actionsIn(readActions('- decision: {name: Known?, colour: red, outputs: {"yes": {actions: []}}}'));

    expect(action).toMatchObject({ kind: 'decision', name: 'Known?', outputs: { yes: { actions: [] } } });
  });
});

describe('an action nobody knows', () => {
  const read = readActions('- askOracle:\n    name: Ask\n    question: {lit: why}\n- disconnect: {name: Bye}');

  test('is no problem of form: a newer Architect may know it', () => {
    expect(messages(read)).toEqual([]);
  });

  test('keeps its place, its key and its name', () => {
    expect(actionsIn(read)).toMatchObject([
      { kind: 'unknown', type: 'askOracle', name: 'Ask' },
      { kind: 'disconnect', name: 'Bye' },
    ]);
  });
});

describe('a flow that was read can be changed', () => {
  const original = read(`workflow:
  colour: red
  states:
    - state:
        name: Main
        actions:
          - disconnect:
              shade: dark
              name: Bye
  name: Test
`).flow as FlowTree;

  test('and says all it said besides, in its order', () => {
    const [state] = original.states ?? [];
    const [action] = state?.actions ?? [];
    const states = [{ ...state, actions: [{ ...action, name: 'Good bye' }] }] as NonNullable<FlowTree['states']>;

    expect(JSON.stringify(toData(writeFlow({ ...original, states })))).toBe(
      JSON.stringify({
        workflow: {
          colour: 'red',
          states: [{ state: { name: 'Main', actions: [{ disconnect: { shade: 'dark', name: 'Good bye' } }] } }],
          name: 'Test',
        },
      }),
    );
  });

  test('a key that is taken away is not written', () => {
    expect(toData(writeFlow({ ...original, name: undefined } as unknown as FlowTree))).not.toHaveProperty(
      'workflow.name',
    );
  });

  test('and is frozen: a change is a copy', () => {
    expect(Object.isFrozen(original)).toBe(true);
    expect(Object.isFrozen(original.states?.[0]?.actions?.[0])).toBe(true);
  });
});

test('what a definition writes is read as the same tree, without what only a definition knows', () => {
  const { flow, problems } = read(
    flowYaml(
      workflow({
        name: 'Look up',
        actions: () => [
          callData('Ask', findInAlpha, {
            inputs: { phoneNumber: '+331' },
            outputs: { customerId: variables.customerId },
          }),
          endWorkflow(),
        ],
      }),
    ),
  );

  expect(problems).toEqual([]);
  expect((flow as FlowTree).states?.[0]?.actions?.[0]).toMatchObject({
    kind: 'callData',
    category: { name: 'Customer databases', content: { dataAction: { name: 'Find customer in Alpha' } } },
  });
});

test('references of a file stay paths', () => {
  const written = flowYaml(inboundCall({ name: 'Hello', startUp: () => task('Greet', [disconnect()]) }));

  expect((read(written).flow as FlowTree).startUpRef).toMatchObject({
    kind: 'path',
    path: '/inboundCall/tasks/task[Greet]',
  });
});
