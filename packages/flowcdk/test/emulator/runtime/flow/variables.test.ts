import { type } from '../../../../src/architect/expressions';
import { typeIn, Variables } from '../../../../src/emulator/runtime/flow/variables';

type Declared = Parameters<Variables['declare']>[0];

/** Declarations, each as `string Task.word`. */
const declared = (...all: readonly string[]): Declared =>
  all.map((each) => {
    const [kind, name] = each.split(' ');
    return { kind: `${kind}Variable`, content: { name } };
  }) as unknown as Declared;

/** Variables that begin with their own names as values, in a word for the place that declares them. */
const named =
  (place: string): Parameters<Variables['declare']>[1] =>
  ({ name }) =>
    `${name} of ${place}`;

describe('a variable', () => {
  test('is known in any case', () => {
    const variables = new Variables();
    variables.declare(declared('string Flow.word'), named('the flow'));
    expect(variables.get('FLOW.Word')).toBe('Flow.word of the flow');
    variables.set('flow.WORD', 'changed');
    expect(variables.get('Flow.word')).toBe('changed');
  });

  test('lasts as long as its container', () => {
    const variables = new Variables();
    const leaveState = variables.enter('state', declared('string State.word'), named('the state'));
    const leaveTask = variables.enter('task', declared('string Task.word'), named('the task'));
    const leaveInner = variables.enter('task', declared('string Task.word'), named('the inner task'));
    const seen = (): unknown => [variables.get('State.word'), variables.get('Task.word')];
    expect(seen()).toEqual(['State.word of the state', 'Task.word of the inner task']);
    leaveInner();
    expect(seen()).toEqual(['State.word of the state', 'Task.word of the task']);
    leaveTask();
    expect(seen()).toEqual(['State.word of the state', undefined]);
    leaveState();
    expect(seen()).toEqual([undefined, undefined]);
  });

  test('of a task is not one of the state that the task leads to', () => {
    const variables = new Variables();
    variables.enter('task', declared('string Task.word'), named('the task'));
    variables.enter('state', undefined, named('the state'));
    expect(variables.get('Task.word')).toBeUndefined();
  });

  test('is not one of another run, whose container declares nothing', () => {
    const [first, second] = [new Variables(), new Variables()] as const;
    first.enter('task', declared('string Task.word'), named('the task'));
    second.enter('task', undefined, named('another task'));
    expect(second.get('Task.word')).toBeUndefined();
  });

  test('that nobody declares lasts as long as the run', () => {
    const variables = new Variables();
    const leave = variables.enter('task', declared('string Task.word'), named('the task'));
    variables.set('Task.other', 'set');
    variables.set('Task.word', 'set');
    leave();
    expect([variables.get('Task.other'), variables.get('Task.word')]).toEqual(['set', undefined]);
  });
});

describe('the type of a variable', () => {
  test('is that of its container, of the task before the state', () => {
    const variables = new Variables();
    const typesNow = (): unknown => ['x', 'y'].map((name) => variables.typeOf(name)?.kind);
    expect(typesNow()).toEqual([undefined, undefined]);
    const leaveFirst = variables.enter('task', declared('integer x'), () => null);
    expect(typesNow()).toEqual(['integer', undefined]);
    leaveFirst();
    variables.enter('state', declared('string x', 'boolean y'), () => null);
    expect(typesNow()).toEqual(['string', 'boolean']);
    const leave = variables.enter('task', declared('integer X'), () => null);
    expect(typesNow()).toEqual(['integer', 'boolean']);
    leave();
    const leaveOther = variables.enter('task', undefined, () => null);
    expect(typesNow()).toEqual(['string', 'boolean']);
    leaveOther();
  });

  test('is found among declarations', () => {
    expect(typeIn(declared('string a', 'integer b'), 'B')).toEqual(type('integer'));
    expect(typeIn(declared('string a'), 'b')).toBeUndefined();
    expect(typeIn(undefined, 'a')).toBeUndefined();
  });
});
