import { graphOf, nameOf } from '../../../src/check/graph';
import { solve } from '../../../src/check/graph/data-flow';
import { flowIn } from './private/edges';
import { call, workflow } from './private/flows';

/** Which actions can have run before each one, by their names: a state of the kind that rules look for. */
function before(yaml: string): Record<string, string> {
  const graph = graphOf(flowIn(yaml));
  const both = (left: string, other: string): string => [...new Set(left + other)].sort().join('');
  const state = solve<string>(graph, {
    start: '',
    along: ({ from }, ran) => both(ran, nameOf(from)),
    meet: both,
    back: both,
    same: (left, other) => left === other,
  });
  return Object.fromEntries(
    graph.nodes.flatMap((node) => (node.kind === 'action' ? [[nameOf(node), state(node) ?? 'never']] : [])),
  );
}

const wait = (name: string): string => `wait: { name: ${name} }`;

test('a state goes along the ways', () =>
  expect(before(workflow(`- ${wait('a')}\n- ${wait('b')}\n- ${wait('c')}`))).toEqual({ a: '', b: 'a', c: 'ab' }));

test('where two ways meet, both count', () =>
  expect(
    before(
      workflow(`
- decision: { name: d, outputs: { "yes": { actions: [${wait('y')}] }, "no": { actions: [${wait('n')}] } } }
- ${wait('z')}`),
    ),
  ).toEqual({ d: '', y: 'd', n: 'd', z: 'dny' }));

test('a loop comes back until nothing changes any more', () =>
  expect(
    before(
      workflow(`
- loop: { name: l, loopCount: { lit: 2 }, outputs: { loop: { actions: [${wait('a')}, ${wait('b')}] } } }
- ${wait('z')}`),
    ),
  ).toEqual({ l: '', a: 'abl', b: 'abl', z: 'abl' }));

test('what no way leads to has no state', () =>
  expect(before(workflow(`- endWorkflow: { name: e }\n- ${wait('x')}`))).toEqual({ e: '', x: 'never' }));

const task = (name: string, ...actions: readonly string[]): string =>
  `- task: { name: ${name}, refId: ${name}, actions: [${actions.join(', ')}] }`;
const calls = (name: string, target: string): string =>
  `callTask: { name: ${name}, targetTaskRef: "./tasks/task[${target}]" }`;
const back = 'endTask: { outputPath: { name: default } }';

test('a task that is called comes back to each of its callers, with what it did', () => {
  const states = before(
    call(`- ${calls('c', 'T1')}\n- ${wait('m')}\n- ${calls('d', 'T1')}\n- ${wait('z')}`, {
      tasks: task('T1', wait('t'), 'endTask: { name: r, outputPath: { name: default } }'),
    }),
  );
  // Both calls lead into the task, so that it begins with what either of them has.
  expect(states).toEqual({ c: '', m: 'cdmrt', d: 'cdmrt', z: 'cdmrt', t: 'cdmrt', r: 'cdmrt' });
});

test('a task whose end is found late wakes all of its callers', () => {
  // T2 goes on only when T3 has come back, and both callers of T2 only then.
  const states = before(
    call(
      `- decision: { name: d, outputs: { "yes": { actions: [${calls('c', 'T2')}, ${wait('x')}] } } }\n- ${calls('e', 'T2')}\n- ${wait('z')}`,
      {
        tasks: `${task('T2', calls('f', 'T3'), wait('g'), back)}\n${task('T3', wait('h'), back)}`,
      },
    ),
  );
  for (const name of ['x', 'z']) for (const ran of 'fgh') expect(states[name]).toContain(ran);
});

test('a task that never comes back leaves what is behind its call without a state', () =>
  expect(
    before(call(`- ${calls('c', 'T1')}\n- ${wait('z')}`, { tasks: task('T1', 'disconnect: { name: o }') })),
  ).toEqual({ c: '', z: 'never', o: 'c' }));
