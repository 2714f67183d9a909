import { typeName } from '../../src/architect/expressions';
import { declaredType, readableType, type TypeOf } from '../../src/check/declared-types';
import { flowIn } from './graph/private/edges';

/** The types of some names, in their order. */
const typesOf = (types: TypeOf, ...names: readonly string[]): readonly (string | undefined)[] =>
  names.map((name) => {
    const type = types(name);
    return type && typeName(type);
  });

const calls = flowIn(`
inboundCall:
  name: calls
  variables:
    - stringVariable: { name: Flow.a }
    - integerCollectionVariable: { name: Flow.list }
    - stringVariable: { initialValue: { lit: x } }
    - somethingNewVariable: { name: Flow.new }
  tasks:
    - task: { name: One, refId: One, variables: [integerVariable: { name: Task.x }] }
    - task: { name: Two, refId: Two, variables: [booleanVariable: { name: Task.x }] }
    - task: { name: Three, refId: Three }
    - task: { name: Four, variables: [booleanVariable: { name: Task.y }] }`);

test('a variable of the flow has its type everywhere, in any case', () => {
  const names = ['Flow.a', 'flow.A', 'Flow.list', 'Flow.new', 'Flow.b'];
  const types = ['string', 'string', 'integerCollection', undefined, undefined];
  expect(typesOf(declaredType(calls), ...names)).toEqual(types);
  expect(typesOf(declaredType(calls, '/inboundCall/tasks/task[One]'), ...names)).toEqual(types);
});

test('a variable of a task has a type in that task only', () => {
  const typeOfX = (task: string): readonly (string | undefined)[] =>
    typesOf(declaredType(calls, `/inboundCall/tasks/task[${task}]`), 'Task.x');
  expect(['One', 'Two', 'Three', 'Four'].flatMap(typeOfX)).toEqual(['integer', 'boolean', undefined, undefined]);
  expect(typesOf(declaredType(calls), 'Task.x', 'Task.y')).toEqual([undefined, undefined]);
});

test.each([
  ['state', 'workflow', 'states'],
  ['menu', 'inboundCall', 'menus'],
  ['bot', 'botFlow', 'bots'],
])('a variable of a %s has a type there', (kind, flow, list) => {
  const tree = flowIn(`${flow}: { ${list}: [${kind}: { refId: C, variables: [integerVariable: { name: State.x }] }] }`);
  expect(typesOf(declaredType(tree, `/${flow}/${list}/${kind}[C]`), 'State.x')).toEqual(['integer']);
});

test.each([
  ['the starting task', 'inqueueCall: { startUpTaskVariables: [integerVariable: { name: Task.x }] }'],
  ['the starting state', 'inqueueShortMessage: { startUpState: { variables: [integerVariable: { name: Task.x }] } }'],
  ['the periodic state', 'inqueueShortMessage: { periodicState: { variables: [integerVariable: { name: Task.x }] } }'],
])('a variable of %s has its type', (_, yaml) =>
  expect(typesOf(declaredType(flowIn(yaml)), 'Task.x')).toEqual(['integer']),
);

test('an expression may read a variable that nobody declares as one of any type; built-in ones have their own', () => {
  const types = readableType(calls);
  expect(typesOf(types, 'Flow.a', 'Flow.nobody', 'Task.nobody', 'Slot.nobody')).toEqual([
    'string',
    'any',
    'any',
    'any',
  ]);
  expect(typesOf(types, 'Flow.IsTest', 'Call.Ani', 'Other.x')).toEqual([undefined, undefined, undefined]);
});
