import { runInNewContext } from 'node:vm';

interface Mutant {
  readonly index: number;
  readonly was: string;
  readonly by: string;
  readonly line: number;
  readonly column: number;
}

interface Mutants {
  mutantsIn(text: string, file: string): readonly Mutant[];
  withSwitches(text: string, file: string): string;
}

const { mutantsIn, withSwitches } = jest.requireActual<Mutants>('../../../../scripts/test-mutants/mutants.cjs');

/** Each mutant of an expression, with the value that the expression has where the mutant is on. */
function valuesOf(expression: string): Record<string, unknown> {
  const text = `value = ${expression};`;
  const valueWith = (on?: number): unknown => {
    const globals = { value: undefined, mutantsOf: () => (index: number) => index === on, log: (): boolean => true };
    try {
      runInNewContext(withSwitches(text, 'file.ts'), globals);
    } catch (problem) {
      return String(problem);
    }
    return globals.value;
  };
  expect(valueWith()).toEqual(runInNewContext(expression, { log: () => true }));
  return Object.fromEntries(
    mutantsIn(text, 'file.ts').map(({ index, was, by }) => [`${was} → ${by}`, valueWith(index)]),
  );
}

test.each<[expression: string, values: Record<string, unknown>]>([
  ['3 + 4', { '+ → -': -1, '3 → 4': 8, '4 → 5': 8 }],
  ['2 <= 1', { '<= → <': false, '2 → 3': false, '1 → 2': true }],
  ['!true', { '!true → true': true, 'true → false': true }],
  ['true && 0', { '&& → ||': true, 'true → false': false, '0 → 1': 1 }],
  [`'ab'.startsWith('a')`, { 'startsWith → endsWith': false }],
  [`undefined?.startsWith('a').length`, { 'startsWith → endsWith': undefined }],
  [`[1].some(Boolean)`, { 'some → every': true, '1 → 2': true }],
  [`'a' === 'a' ? 'x' : 'y'`, { "'a' === 'a' → !('a' === 'a')": 'y', '=== → !==': 'y' }],
  [`'a' + 'b'`, {}],
  [`(() => { log(); return 'x'; })()`, { 'log() → undefined': 'x' }],
  [`(({ 0: first }) => first)(['x'])`, {}],
])('%s', (expression, values) => expect(valuesOf(expression)).toEqual(values));

test('types and imports have no mutants', () =>
  expect(mutantsIn(`import { x } from './x'; interface Y { z: 1 } let y: true | 2;`, 'file.ts')).toEqual([]));

test('a mutant says where it stands', () =>
  expect(mutantsIn('const a = b;\nconst c = a && b;', 'file.ts')).toMatchObject([{ line: 2, column: 13 }]));
