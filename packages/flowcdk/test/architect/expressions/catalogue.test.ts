import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declarations } from '../../../src/architect/expressions';
import { kindOfCode } from '../../../src/architect/expressions/types';

/** One entry of the catalogue of 2018, as the reference folder has it. */
interface Entry {
  readonly name: string;
  readonly id: string;
  readonly kind: 'operator' | 'function';
  readonly overloads: readonly {
    readonly parameters: readonly {
      readonly name: string;
      readonly type: string;
      readonly collection: boolean;
      readonly repeatable: boolean;
      readonly notSetAllowed: boolean;
    }[];
    readonly returns: { readonly type: string; readonly collection: boolean };
  }[];
}

const file = join(__dirname, '../../../../../../shared/reference/expressions/catalogue.json');
const present = existsSync(file);
const entries = present ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Entry[]) : [];

(present ? describe : describe.skip)('the catalogue of 2018 (skipped where the reference folder is absent)', () => {
  test('has 120 entries, and nothing here claims to be one of them that is not', () => {
    const ours = declarations.filter(({ basis }) => basis === 'catalogue').map(idOf);

    expect(ours.sort()).toEqual(entries.map(({ kind, id, name }) => (kind === 'operator' ? id : name)).sort());
    expect(entries).toHaveLength(120);
  });

  test.each(entries.map((entry) => [`${entry.name} (${entry.id})`, entry] as const))(
    '%s has the overloads of the catalogue, in its order',
    (_, entry) => {
      const id = entry.kind === 'operator' ? entry.id : entry.name;
      const declared = declarations.find((one) => idOf(one) === id);
      const overloads = declared?.overloads
        .filter((overload) => !overload.newer)
        .map(({ parameters, returns }) => ({
          parameters: parameters.map(({ name, type, notSetAllowed, repeatable }) => ({
            name,
            ...type,
            notSetAllowed,
            repeatable,
          })),
          returns,
        }));

      expect(overloads).toEqual(
        entry.overloads.map(({ parameters, returns }) => ({
          parameters: parameters.map(({ name, type, collection, notSetAllowed, repeatable }) => ({
            name,
            kind: kindOfCode[type],
            collection,
            notSetAllowed,
            repeatable,
          })),
          returns: { kind: kindOfCode[returns.type], collection: returns.collection },
        })),
      );
    },
  );
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

function idOf({ id }: { readonly id: string }): string {
  return id;
}
