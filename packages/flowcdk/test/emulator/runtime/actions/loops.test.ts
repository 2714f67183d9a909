import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const variables = `    - stringVariable: { name: Flow.trail, initialValue: { lit: "" }, isInput: false, isOutput: true }
    - integerVariable: { name: Flow.i, initialValue: { noValue: true }, isInput: false, isOutput: true }`;

const note = `{ updateData: { name: Note, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, ToString(Flow.i))' } } }] } }`;
const when = (condition: string, then: string): string =>
  `{ decision: { name: So?, condition: { exp: ${condition} }, outputs: { "yes": { actions: [${then}] } } } }`;
const after = `          - updateData: { name: After, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, ".")' } } }] }`;

function run(actions: string) {
  const org = livingOrg();
  const execution = org.launch(org.publish(workflowYaml('loops', `${actions}\n${after}`, variables)));
  return { trail: execution.outputs?.['Flow.trail'] ?? execution.problem, org };
}

const loop = (count: string, body: string): string =>
  `          - loop: { name: Loop, currentIndex: { var: Flow.i }, loopCount: ${count}, outputs: { loop: { actions: [${body}] } } }`;

test.each([
  ['{ lit: 3 }', note, '012.'],
  ['{ lit: 0 }', note, '.'],
  ['{ exp: 0 - 1 }', note, '.'],
  ['{ lit: 9 }', `${when('Flow.i == 2', '{ loopExit: { name: Out } }')}, ${note}`, '01.'],
  ['{ lit: 4 }', `${when('Flow.i == 1', '{ loopNext: { name: Next } }')}, ${note}`, '023.'],
])('loop %s', (count, body, expected) => {
  expect(run(loop(count, body)).trail).toBe(expected);
});

test('the index has its first value before the count is looked at', () => {
  expect(run(loop('{ exp: Flow.i + 1 }', `${note}, { loopExit: { name: Out } }`)).trail).toBe('0.');
});

test('a condition counts as one turn, or none', () => {
  expect(run(loop('{ exp: "ToInt(Flow.i) <= 3" }', note)).trail).toBe('0.');
});

test('what the body leaves in the index counts (inferred)', () => {
  const skip =
    '{ updateData: { name: Skip, statements: [{ integer: { variable: Flow.i, value: { exp: Flow.i + 1 } } }] } }';
  expect(run(loop('{ lit: 5 }', `${note}, ${skip}`)).trail).toBe('024.');
});

test('an exit leaves the innermost loop only', () => {
  const inner = `{ loop: { name: Inner, loopCount: { lit: 5 }, outputs: { loop: { actions: [${note}, { loopExit: { name: Out } }] } } } }`;
  expect(run(loop('{ lit: 2 }', inner)).trail).toBe('01.');
});

test('a loop takes 99 turns at most, and the log tells', () => {
  const { org } = run(loop('{ lit: 500 }', '{ updateData: { name: Nothing, statements: [] } }'));
  expect(org.events('limit.reached')).toMatchObject([{ limit: 'loop.turns.max', value: 99 }]);
});

const until = (condition: string, most: string): string => `          - loopUntil:
              name: Until
              currentIndex: { var: Flow.i }
              maxLoopCount: ${most}
              untilCases: [{ untilCase: { name: met, condition: { exp: ${condition} } } }]
              outputs:
                loop: { actions: [${note}] }
                loopsMax: { actions: [{ updateData: { name: Max, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, "max")' } } }] } }] }
                paths: [{ path: { name: met, actions: [{ updateData: { name: Met, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, "met")' } } }] } }] } }]`;

test.each([
  ['Flow.i == 3', '{ lit: 10 }', '012met.'],
  ['true', '{ lit: 10 }', 'met.'],
  ['false', '{ lit: 2 }', '01max.'],
  ['Flow.i == 150', '{ noValue: true }', `${Array.from({ length: 150 }, (_, i) => i).join('')}met.`],
])('loop until %s, at most %s', (condition, most, expected) => {
  expect(run(until(condition, most)).trail).toBe(expected);
});

test('a loop whose condition never comes true ends with the actions a flow may execute', () => {
  expect(run(until('false', '{ noValue: true }')).trail).toMatch(/has executed 10000 actions/);
});
