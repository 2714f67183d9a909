import type { JsonObject } from '../../../../src/emulator/state/json';
import { readBody, type Shape } from '../../../../src/emulator/state/shape';

/** What is wrong with a body by the table of a kind. */
export const problemsIn = (table: Shape, body: JsonObject): readonly string[] =>
  (readBody(body, table).problems ?? []).map(({ message }) => message);

/** Part of a body that fits beside one that does not, and what is said about that one. */
export type Pair = readonly [fits: JsonObject, misfits: JsonObject, message: string];

/**
 * Tests that a table takes and refuses what it should.
 *
 * @param least a body with nothing but what must be there
 */
export function testTable(table: Shape, least: JsonObject, pairs: readonly Pair[]): void {
  const needed = Object.keys(least);

  test('a body with nothing but what must be there fits', () => {
    expect(problemsIn(table, least)).toEqual([]);
  });

  if (needed.length > 0) {
    test.each(needed)('%s must be there, and null counts as absent', (name) => {
      for (const body of [
        { ...least, [name]: null },
        { ...least, [name]: undefined },
      ]) {
        expect(problemsIn(table, body)).toEqual([expect.stringMatching(new RegExp(`^${name} is missing; expected `))]);
      }
    });
  }

  test.each(pairs.map(([fits]) => fits))('%j fits', (fits) => {
    expect(problemsIn(table, { ...least, ...fits })).toEqual([]);
  });

  test.each(pairs.map(([, misfits, message]) => [misfits, message] as const))(
    '%j does not fit: %s',
    (misfits, message) => {
      expect(problemsIn(table, { ...least, ...misfits })).toEqual([message]);
    },
  );
}
