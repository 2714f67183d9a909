import {
  boolean,
  dataTable,
  dataTableLookup,
  decimal,
  endWorkflow,
  integer,
  list,
  oneOf,
  set,
  string,
  updateData,
  workflow,
} from '../../src';
import { stackOf } from '../constructs/private/stack';
import { orgWith } from './private/org-with';
import { wrong } from './private/wrong';

const shops = dataTable({
  name: 'Shops',
  description: 'Where people can go',
  key: 'shop',
  columns: { city: string(), size: oneOf(['small', 'large']), seats: integer(), rent: decimal(), open: boolean() },
  defaults: { size: 'small', open: true },
  rows: [
    { shop: 'P1', city: 'Paris', seats: 12, rent: 99.5, size: 'large' },
    { shop: 'L1', city: 'Lyon', seats: 4, rent: 20, open: false },
  ],
});

test('a table becomes a resource with its columns, and one for each row', () => {
  expect(stackOf([shops]).resource).toEqual({
    genesyscloud_architect_datatable: {
      shops: {
        name: 'Shops',
        description: 'Where people can go',
        properties: [
          { name: 'key', type: 'string', title: 'shop' },
          { name: 'city', type: 'string', title: 'city' },
          { name: 'size', type: 'string', title: 'size', default: 'small' },
          { name: 'seats', type: 'integer', title: 'seats' },
          { name: 'rent', type: 'number', title: 'rent' },
          { name: 'open', type: 'boolean', title: 'open', default: 'true' },
        ],
      },
    },
    genesyscloud_architect_datatable_row: {
      'shops-row-P1': {
        datatable_id: '${genesyscloud_architect_datatable.shops.id}',
        key_value: 'P1',
        properties_json: '{"city":"Paris","size":"large","seats":12,"rent":99.5,"open":true}',
      },
      'shops-row-L1': {
        datatable_id: '${genesyscloud_architect_datatable.shops.id}',
        key_value: 'L1',
        properties_json: '{"city":"Lyon","size":"small","seats":4,"rent":20,"open":false}',
      },
    },
  });
});

const byKeys = (...keys: readonly string[]) =>
  dataTable({ name: 'Keys', key: 'key text', columns: {}, rows: keys.map((key) => ({ 'key text': key })) });

const addresses = (...keys: readonly string[]): string[] =>
  Object.keys(stackOf([byKeys(...keys)]).resource?.['genesyscloud_architect_datatable_row'] ?? {});

test('the address of a row depends on its key alone', () => {
  const together = addresses('A & B', 'a-b', 'A + B', '東京', '大阪', '${x}');

  expect(new Set(together).size).toBe(6);
  expect(together).toContain('keys-row-a-b');
  expect(addresses('大阪', '${x}')).toEqual(together.slice(4));
});

test('a text of a row that looks like a template of Terraform is none', () => {
  const table = dataTable({
    name: 'Texts',
    key: 'name',
    columns: { text: string() },
    rows: [{ name: '${a}', text: 'Hello ${name}, 100%{x}' }],
  });

  expect(Object.values(stackOf([table]).resource?.['genesyscloud_architect_datatable_row'] ?? {})).toEqual([
    expect.objectContaining({ key_value: '$${a}', properties_json: '{"text":"Hello $${name}, 100%%{x}"}' }),
  ]);
});

test('a table may have no rows: somebody else fills it', () => {
  const table = dataTable({ name: 'Empty', key: 'name', columns: { text: string() } });

  expect(table.rows).toEqual([]);
  expect(wrong(table)).toEqual([]);
});

/** Rows as they come from a file: the compiler knows nothing of them. */
const fromFile = (...rows: readonly object[]) =>
  dataTable({
    name: 'Shops',
    key: 'shop',
    columns: { city: string(), size: oneOf(['small', 'large']), seats: integer(), rent: decimal(), open: boolean() },
    defaults: { size: 'small', open: true },
    rows: rows as readonly { shop: string; city: string; seats: number; rent: number }[],
  });

const right = { shop: 'P1', city: 'Paris', seats: 12, rent: 99.5 };

test.each<[string, object, string]>([
  ['no key', { shop: undefined }, 'data table Shops: rows[0]: shop is missing'],
  ['an empty key', { shop: '' }, 'data table Shops: rows[0]: shop is ""'],
  ['a key that is no text', { shop: 75 }, 'data table Shops: rows[0]: shop is 75'],
  [
    'a long key',
    { shop: 'x'.repeat(257) },
    `data table Shops: rows[0] (${'x'.repeat(40)}…): the key has 257 characters`,
  ],
  ['a column missing', { city: undefined }, 'data table Shops: rows[0] (P1): city is missing'],
  ['a column the table has not', { town: 'Paris' }, 'data table Shops: rows[0] (P1): "town" is no column of the table'],
  ['a number for a text', { city: 75 }, 'data table Shops: rows[0] (P1): city is 75'],
  ['a text for a number', { seats: '12' }, 'data table Shops: rows[0] (P1): seats is "12"'],
  ['a fraction for a whole number', { seats: 1.5 }, 'data table Shops: rows[0] (P1): seats is 1.5'],
  [
    'more than a whole number can be',
    { seats: 2 ** 60 },
    'data table Shops: rows[0] (P1): seats is 1152921504606847000',
  ],
  ['infinitely much', { rent: Infinity }, 'data table Shops: rows[0] (P1): rent is Infinity'],
  ['a text for true', { open: 'yes' }, 'data table Shops: rows[0] (P1): open is "yes"'],
  ['a text that is none of the allowed', { size: 'tiny' }, 'data table Shops: rows[0] (P1): size is "tiny"'],
])('a row with %s is refused', (_, change, message) => {
  expect(wrong(fromFile({ ...right, ...change }))).toEqual([expect.stringMatching(starting(message))]);
});

const starting = (text: string): RegExp => new RegExp(`^${text.replace(/[[\]()"]/g, '\\$&')}\n`);

test('everything that is wrong is told at once, each key that is given twice once', () => {
  const rows = [right, { ...right, seats: 'many' }, right, { ...right, shop: 'p1' }];

  expect(wrong(fromFile(...rows))).toEqual([
    'data table Shops: rows[1] (P1): seats is "many"\n    It has to be a whole number.',
    'data table Shops: the key "P1" is given 3 times: rows[0], rows[1], rows[2]\n    A key finds one row. Leave one of them.',
  ]);
});

test('what is wrong with the table itself is told', () => {
  const table = dataTable({ name: '', key: 'a/b', columns: { key: string(), ' ': string(), 'a/b': string() } });

  expect(wrong(table).map((message) => message.split('\n')[0])).toEqual([
    'a data table has no name',
    'data table : "a/b" is no name for the key',
    'data table : the column "key" is called as the key is',
    'data table : " " is no name for a column',
    'data table : the column "a/b" is called as the key is',
  ]);
});

test('a table has its limits', () => {
  const columns = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`column ${i}`, string()]));
  const rows = Array.from({ length: 5001 }, (_, i) => ({ key: `row ${i}` }));

  expect(wrong(dataTable({ name: 'n'.repeat(257), key: 'name', columns }))).toEqual([
    `data table ${'n'.repeat(257)}: the name has 257 characters\n    Up to 256 are allowed.`,
    `data table ${'n'.repeat(257)}: the table has 51 columns\n    A data table can have 50. Larger sets belong behind a data action.`,
  ]);
  expect(wrong(dataTable({ name: 'Rows', key: 'key', columns: {}, rows }))).toEqual([
    'data table Rows: the table has 5001 rows\n    A data table can have 5000. Larger sets belong behind a data action.',
  ]);
});

test('a default belongs to a column and fits it', () => {
  const defaults = { town: 'Paris', seats: 'many' } as unknown as { seats: number };

  expect(wrong(dataTable({ name: 'Shops', key: 'shop', columns: { seats: integer() }, defaults }))).toEqual([
    'data table Shops: defaults has "town", which is no column\n    Columns: seats.',
    'data table Shops: defaults: seats is "many"\n    It has to be a whole number.',
  ]);
});

test.each([
  [0, true],
  [999_999, true],
  [-999_999, true],
  [0.0001, true],
  [1_000_000, false],
  [-1_000_000, false],
  [0.00001, false],
])('a default of %d: the provider can keep it: %s', (rent, can) => {
  const table = dataTable({ name: 'Shops', key: 'shop', columns: { rent: decimal() }, defaults: { rent } });

  expect(wrong(table)).toEqual(
    can
      ? []
      : [
          `data table Shops: the default of rent is ${rent}, which the Terraform provider cannot keep\n    Give a default between 0.0001 and 1000000, or 0; or leave it out and give every row its value.`,
        ],
  );
});

const lookUp = workflow({
  name: 'look-up',
  inputs: { shop: string() },
  outputs: { city: string(), size: oneOf(['small', 'large']), seats: integer(), rent: decimal(), open: boolean() },
  actions: ({ shop, city, size, seats, rent, open }) => [
    dataTableLookup('Which shop?', shops, {
      lookupValue: shop,
      foundOutputs: { city, size, seats, rent, open },
      onNotFound: [updateData('Say so', [set(city, 'nowhere')])],
    }),
    endWorkflow(),
  ],
});

test('a flow waits for the table it looks up in', () => {
  expect(lookUp.uses).toEqual([shops]);
});

test.each([
  ['P1', { city: 'Paris', size: 'large', seats: 12, rent: 99.5, open: true }],
  ['L1', { city: 'Lyon', size: 'small', seats: 4, rent: 20, open: false }],
  ['p1', { city: 'nowhere', size: null, seats: null, rent: null, open: null }],
])('in the local org a flow finds the row with the key %s', async (shop, row) => {
  const org = await orgWith([lookUp, shops]);
  const { outputs } = await org.launch('look-up', { shop });

  expect(outputs).toMatchObject(
    Object.fromEntries(Object.entries(row).map(([name, value]) => [`Flow.${name}`, value])),
  );
});

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  const base = { name: 'Shops', key: 'shop', columns: { city: string(), seats: integer() } } as const;
  const row = { shop: 'P1', city: 'Paris', seats: 12 };

  // @ts-expect-error a row has its key under the name of the key
  dataTable({ ...base, rows: [{ key: 'P1', city: 'Paris', seats: 12 }] });
  // @ts-expect-error a column without a default has to be given
  dataTable({ ...base, rows: [{ shop: 'P1', city: 'Paris' }] });
  // @ts-expect-error the column is a number
  dataTable({ ...base, rows: [{ shop: 'P1', city: 'Paris', seats: '12' }] });
  // @ts-expect-error there is no such column
  dataTable({ ...base, rows: [{ shop: 'P1', city: 'Paris', seats: 12, town: 'Paris' }] });
  // @ts-expect-error a default has the type of its column
  dataTable({ ...base, defaults: { seats: 'many' }, rows: [row] });
  // @ts-expect-error a default is for a column
  dataTable({ ...base, defaults: { town: 'Paris' }, rows: [row] });
  // @ts-expect-error a table holds no lists
  dataTable({ name: 'Lists', key: 'key', columns: { days: list(string()) } });
  dataTable({
    name: 'Sizes',
    key: 'shop',
    columns: { size: oneOf(['small', 'large']) },
    // @ts-expect-error it is small or large
    rows: [{ shop: 'P1', size: 'tiny' }],
  });

  workflow({
    name: 'look-up',
    variables: { city: string(), seats: integer(), rent: decimal(), size: oneOf(['small', 'large']) },
    actions: ({ city, seats, rent, size }) => [
      // @ts-expect-error the column is text, the variable a number
      dataTableLookup('Which?', shops, { lookupValue: 'P1', foundOutputs: { city: seats } }),
      // @ts-expect-error the column is a whole number, the variable a decimal one
      dataTableLookup('Which?', shops, { lookupValue: 'P1', foundOutputs: { seats: rent } }),
      // @ts-expect-error the column may hold any text
      dataTableLookup('Which?', shops, { lookupValue: 'P1', foundOutputs: { city: size } }),
      // @ts-expect-error the table has no such column
      dataTableLookup('Which?', shops, { lookupValue: 'P1', foundOutputs: { town: city } }),
      // @ts-expect-error a key is text
      dataTableLookup('Which?', shops, { lookupValue: seats }),
      dataTableLookup('Right', shops, { lookupValue: city, foundOutputs: { city, seats, rent, size } }),
      endWorkflow(),
    ],
  });
});
