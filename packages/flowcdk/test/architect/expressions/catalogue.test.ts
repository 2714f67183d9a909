import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declarations, type Overload, type Type } from '../../../src/architect/expressions';
import { kindOfCode } from '../../../src/architect/expressions/types';

/**
 * The functions and operators of the catalogue of 2018 by their id, each with its overloads:
 * `(list: str[], more?: str...) str`, where `?` takes NOT_SET and `...` any number of arguments.
 */
const catalogue = JSON.parse(readFileSync(join(__dirname, 'catalogue.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

const codeOf = new Map(Object.entries(kindOfCode).map(([code, kind]) => [kind, code]));
const typeText = ({ kind, collection }: Type): string => `${codeOf.get(kind) ?? kind}${collection ? '[]' : ''}`;

const signature = ({ parameters, returns }: Overload): string => {
  const each = parameters.map(
    ({ name, type, notSetAllowed, repeatable }) =>
      `${name}${notSetAllowed ? '?' : ''}: ${typeText(type)}${repeatable ? '...' : ''}`,
  );
  return `(${each.join(', ')}) ${typeText(returns)}`;
};

describe('the catalogue of 2018', () => {
  test('has 120 entries, and nothing here claims to be one of them that is not', () => {
    const ours = declarations.filter(({ basis }) => basis === 'catalogue').map(({ id }) => id);

    expect(ours.sort()).toEqual(Object.keys(catalogue).sort());
    expect(ours).toHaveLength(120);
  });

  test.each(Object.entries(catalogue))('%s has the overloads of the catalogue, in its order', (id, overloads) => {
    const declared = declarations.find((declaration) => declaration.id === id);

    expect(declared?.overloads.filter(({ newer }) => !newer).map(signature)).toEqual(overloads);
  });
});

describe('every declaration', () => {
  test.each(declarations.map((declared) => [`${declared.name} (${declared.id})`, declared] as const))(
    '%s says what it does in one line',
    (_, { doc }) => {
      expect(doc).toMatch(/^[^\n]{10,120}$/);
    },
  );

  test('those newer than the catalogue say so', () => {
    const newer = declarations.filter(({ basis }) => basis === 'newer');

    expect(newer.map(({ name }) => name)).toContain('JsonParse');
    expect(newer.filter(({ doc }) => !doc.endsWith('(newer, inferred)'))).toEqual([]);
  });
});
