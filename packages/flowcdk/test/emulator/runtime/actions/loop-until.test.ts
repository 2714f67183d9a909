import { note, run } from '../private/loops';

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
