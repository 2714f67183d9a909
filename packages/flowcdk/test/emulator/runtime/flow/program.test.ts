import type { Action } from '../../../../src/architect/actions';
import { Decimal, type Environment, openOrg, type } from '../../../../src/architect/expressions';
import type { ExpressionNode } from '../../../../src/architect/values';
import { type FlowProgram, programOf } from '../../../../src/emulator/runtime/flow/program';
import type { FlowVersion } from '../../../../src/emulator/state/tables/flow';
import { workflowYaml } from '../../private/flows';
import { callFlowOf } from '../private/calls';
import { livingOrg } from '../private/living-org';
import { menu } from '../private/menus';

function programFor(yaml: string): FlowProgram {
  const org = livingOrg();
  const { id } = org.publish(yaml);
  const version = org.org.get('flowVersion', `${id}/1.0`);
  if (!version) throw new Error('the flow has a version');
  return programOf(version);
}

const variable = (name: string, isInput: boolean, isOutput: boolean): string =>
  `    - stringVariable: { name: Flow.${name}, initialValue: { noValue: true }, isInput: ${isInput}, isOutput: ${isOutput} }`;

test('inputs and outputs are the variables that say so', () => {
  const variables = [
    variable('in', true, false),
    variable('inner', false, false),
    variable('out', false, true),
    variable('both', true, true),
  ];
  const { inputs, outputs } = programFor(workflowYaml('some', '', variables.join('\n')));
  expect(inputs.map(({ name }) => name)).toEqual(['Flow.in', 'Flow.both']);
  expect(outputs.map(({ name }) => name)).toEqual(['Flow.out', 'Flow.both']);
});

describe('a call flow', () => {
  const own = 'variables: [{ integerVariable: { name: Task.count, initialValue: { noValue: true } } }],';
  const choice = `{ menuTask: { name: Orders, dtmf: digit_1, task: { name: Orders, refId: T1, ${own} actions: [{ disconnect: { name: Over } }] } } }`;
  const program = (): FlowProgram => programFor(callFlowOf({ menu: 'Main', menus: [menu('Main', [choice])] }));

  test.each([
    ['/inboundCall/menus/menu[Main]', 'Main'],
    ['/inboundCall/tasks/task[Begin]', 'Begin'],
    ['/inboundCall/menus/menu[Main]/choices/menuTask[Orders]/task[T1]', 'Orders'],
    ['/inboundCall/tasks/task[Nowhere]', undefined],
    ['/inboundCall/bots/bot[Begin]', undefined],
  ])('finds %s', (path, name) => {
    expect(program().find({ kind: 'path', path })?.name).toBe(name);
  });

  test.each([
    ['Task.count', 'integer'],
    ['Call.Ani', 'string'],
    ['Task.other', undefined],
  ])('knows the type of %s', (name, kind) => {
    const { typeOf } = program();
    expect(typeOf(name)?.kind).toBe(kind);
    expect(typeOf(name)?.kind).toBe(kind);
  });
});

test.each([
  [type('decimal'), new Decimal(2)],
  [undefined, 2],
])('an expression gives a value of the type of its field: %j', (field, value) => {
  const environment: Environment = { variable: () => undefined, org: openOrg, now: () => 0, random: () => 0 };
  const sum = { kind: 'expression', text: '1 + 1' } as ExpressionNode;
  expect(programFor(workflowYaml('empty')).compiled(sum, field).run(environment)).toEqual(value);
});

test('actions have numbers from 1 in the order of the text; an action of another flow has none', () => {
  const wait = '          - wait: { name: A while, duration: { lit: { seconds: 5 } } }';
  const program = programFor(workflowYaml('waits', `${wait}\n${wait}`));
  const { actions } = program.tree.states?.[0] as { readonly actions: readonly Action[] };
  expect(actions.map((action) => program.numberOf(action))).toEqual([1, 2, 3]);
  expect(program.numberOf({ ...actions[0] } as Action)).toBe(0);
});

test.each([
  ['no flow', 'nonsense: { name: x }'],
  ['nothing', ''],
])('a version that holds %s has no program', (_, yaml) => {
  const version = { id: 'v1', flowId: 'f1', version: '1.0', yaml, names: {} } as unknown as FlowVersion;
  expect(() => programOf(version)).toThrow('version v1 holds no flow');
});
