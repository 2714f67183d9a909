import { parseJsonPath } from '../../src/json-path';
import { document, resultOf, refusal } from './private-find';

/** What Jayway's JsonPath 2.0.0 found. */
describe('Names, indexes and slices', () => {
  test.each([
    ['$.total', 2],
    ['$.nul', null],
    ["$['a-b']", 1],
    ['$.a-b', 1],
    ["$['id','total']", { id: 'c1', total: 2 }],
    ["$['id','none']", { id: 'c1' }],
    ['id', 'c1'],
    ['@.id', 'c1'],
    ['.id', ['c1', 'A1', 'B2', 'C3']],
    ["['id']", 'c1'],
    ["$.['id']", 'c1'],
    ['$.customers[1].name', 'Bo'],
    ['$.customers[0].tags', ['x', 'y']],
    ['$.customers[0,2].id', ['A1', 'C3']],
    ['$.customers[0:2].id', ['A1', 'B2']],
    ['$.customers[-2:].id', ['B2', 'C3']],
    ['$.customers[:-1].id', ['A1', 'B2']],
    ['$.customers[5:9]', []],
    ['$.customers[(@.length-1)].id', 'C3'],
    ['$.matrix[0][1]', 2],
    ['$.customers[0:].id', ['A1', 'B2', 'C3']],
    ['$.customers[:0].id', []],
    ['$.customers[2].tags[0:1]', ['z']],
    ['$.empty[-2:1]', []],
    ['a=b', 'x'],
  ] as const)('%s finds %j', (path, value) => {
    expect(resultOf(path, document)).toEqual(value);
  });

  test.each([
    ['$.none', 'PathNotFoundException'],
    ['$.nul.x', 'PathNotFoundException'],
    ['$.id.x', 'PathNotFoundException'],
    ['$.customers[9]', 'PathNotFoundException'],
    ['$.customers[0,9].id', 'PathNotFoundException'],
    ['$.customers[(@.length-4)].id', 'PathNotFoundException'],
    ['$.empty[0]', 'PathNotFoundException'],
    ['$.nul[0]', 'PathNotFoundException'],
    ['$.id[0]', 'InvalidPathException'],
  ])('%s finds nothing: %s', (path, kind) => {
    expect(refusal(path, document).kind).toBe(kind);
  });
});

describe('Wildcards pass over items that lack the property; slices and filters do not', () => {
  test.each([
    ['$.customers[*].id', ['A1', 'B2', 'C3']],
    ['$.customers[*].tier', ['gold', 'silver']],
    ['$.customers[0:2].tier', ['gold', 'silver']],
    ['$.customers[*].address.city', ['Paris', 'Lyon']],
    ['$.customers[0:3].address.city', ['Paris', 'Lyon']],
    ['$.customers[*].tags[0]', ['x', 'z']],
    ['$.customers[*].tags[*]', ['x', 'y', 'z']],
    ['$.customers.*.id', ['A1', 'B2', 'C3']],
    ['$.customers[0].address.*', [null, 'Paris']],
    ['$.matrix[*][0]', [1, 3]],
    ['$.matrix[*][5]', []],
    ['$.nul.*', []],
    ['$.empty[*]', []],
    ['$.id.*', []],
    // Where a later step gives a list, the path passes over what is missing before it.
    ['$.none[*].id', []],
    ['$.none[0:1].id', []],
    ['$.emptyObj.none[*].id', []],
    ['$.customers[0:2].none.address.x', []],
    ['$.customers[0:2].address.none[*]', []],
  ] as const)('%s finds %j', (path, value) => {
    expect(resultOf(path, document)).toEqual(value);
  });

  test.each([
    ['$.customers[0:3].tier', 'PathNotFoundException'],
    ['$.customers[0:2].address.none.x', 'PathNotFoundException'],
    ['$.mixed[*][0]', 'InvalidPathException'],
  ])('%s finds nothing: %s', (path, kind) => {
    expect(refusal(path, document).kind).toBe(kind);
  });
});

describe('Deep scans', () => {
  test.each([
    ['$..city', ['Paris', 'Lyon']],
    ['$..none', []],
    ['$..tags[*]', ['x', 'y', 'z']],
    ['$..customers[0].id', ['A1']],
    ['$..customers[?(@.age>40)].name', ['Ada', 'Cy']],
    [
      "$..['id','name']",
      [
        { id: 'A1', name: 'Ada' },
        { id: 'B2', name: 'Bo' },
        { id: 'C3', name: 'Cy' },
      ],
    ],
    ['$..[?(@.city)].city', ['Paris', 'Lyon']],
    ['$.matrix..[0]', [[1, 2], 1, 3]],
  ] as const)('%s finds %j', (path, value) => {
    expect(resultOf(path, document)).toEqual(value);
  });

  // An index right behind .. is passed over, if more follows.
  test('$..[0].a finds it in every item', () => {
    expect(resultOf('$..[0].a', [{ a: 1 }, { a: 2 }])).toEqual([1, 2]);
    expect(refusal('$..[0].a', [{ a: 1 }, { b: 2 }]).kind).toBe('PathNotFoundException');
  });

  test.each([
    ['$..tags[0]', 'PathNotFoundException'],
    ['$..[0].id', 'PathNotFoundException'],
    ['$..[0][0]', 'InvalidPathException'],
  ])('%s finds nothing: %s', (path, kind) => {
    expect(refusal(path, document).kind).toBe(kind);
  });
});

describe('What is doubtful is read as the engine reads it', () => {
  test.each([
    // Before a parenthesis nothing is negated: what stands on the left is a text.
    ["$.customers[?(!(@.tier == 'gold'))].id", []],
    ["$.customers[?(!(@.tier != 'gold'))].id", ['A1', 'B2', 'C3']],
    ["$.customers[?(!(@.tier == 'gold' && @.age > 18))].id", []],
    ["$.customers[?(!(@.tier == 'gold' || @.age > 18))].id", ['A1', 'C3']],
    ["$.customers[?(@.age > 18 && !(@.tier == 'gold'))].id", []],
    ['$.customers[?(@.id == )].id', []],
    ['$.customers[?(@.id != )].id', ['A1', 'B2', 'C3']],
    // Behind the first numbers everything is passed over.
    ['$.customers[1.0].id', 'B2'],
    ['$.customers[1 x].id', 'B2'],
    ['$.customers[1:2:1].id', ['B2']],
    ['$.customers[0]id', 'A1'],
    ['$.matrix[0]*', [1, 2]],
  ] as const)('%s finds %j', (path, value) => {
    expect(resultOf(path, document)).toEqual(value);
    expect(parseJsonPath(path)).toHaveProperty('doubt');
  });

  test("a quote in a name ends the name: $['quo\\'te']", () => {
    expect(resultOf("$['quo\\'te']", { "quo'te": 1, 'quo\\': 2 })).toBe(2);
    expect(refusal("$['quo\\'te']", { "quo'te": 1 }).kind).toBe('PathNotFoundException');
    expect(parseJsonPath("$['quo\\'te']")).toHaveProperty('doubt');
    expect(resultOf("$['a\\'b','c']", { 'a\\': 1, ',': 2, c: 3 })).toEqual({ 'a\\': 1, ',': 2 });
    expect(resultOf("$['a\\'\\'b']", { 'a\\': 1, b: 2, c: 3 })).toEqual({ 'a\\': 1, b: 2 });
  });

  test('a quote in a text counts on the right side only', () => {
    const data = [{ name: "O'Neil" }];
    expect(resultOf("$[?(@.name == 'O\\'Neil')].name", data)).toEqual(["O'Neil"]);
    expect(resultOf("$[?('O\\'Neil' == @.name)].name", data)).toEqual([]);
    expect(resultOf("$[?(@.name == 'a\\\\b')].name", [{ name: 'a\\b' }, { name: 'a\\\\b' }])).toEqual(['a\\\\b']);
  });
});

describe('Filters', () => {
  test.each([
    ['$.customers[?(@.tier)].id', ['A1', 'B2']],
    ['$.customers[?(!@.tier)].id', ['C3']],
    ['$.customers[?(@.address.zip)].id', []],
    ['$.customers[?(@.tags[0])].id', ['A1', 'C3']],
    ["$.customers[?(@.id == 'A1')].name", ['Ada']],
    ["$.customers[?('A1' == @.id)].name", ['Ada']],
    ["$.customers[?(@.id == 'none')].name", []],
    ["$.customers[?(@['id'] == 'A1')].name", ['Ada']],
    ['$.customers[?(@.age >= 41)].id', ['A1', 'C3']],
    ['$.customers[?(@.age <= 41)].id', ['A1', 'B2']],
    ['$.customers[?(@.age != 41)].id', ['B2', 'C3']],
    ['$.customers[?(@.age > $.nul)].id', []],
    ['$.customers[?(@.age <= $.nul)].id', []],
    ['$.customers[?(@.address.zip < 5)].id', []],
    ['$.customers[?(@.address.zip <= $.nul)].id', ['A1']],
    ['$.customers[?(1 == 1)].id', ['A1', 'B2', 'C3']],
    ["$.customers[?(@.age == '41')].id", ['A1']],
    ['$.customers[?(@.age == 41.0)].id', ['A1']],
    ['$.customers[?(18 < @.age)].id', []],
    ['$.customers[?(@.age > $.total)].id', ['A1', 'B2', 'C3']],
    ['$.customers[?(@.name == Ada)].id', ['A1']],
    ['$.customers[?(@.name > 41)].id', ['A1', 'B2', 'C3']],
    ["$.customers[?(@.tier != 'gold')].id", ['B2']],
    ['$.customers[?(@.tier == null)].id', []],
    ['$.customers[?(@.address.zip == null)].id', ['A1']],
    ['$.customers[?(@.address.zip != null)].id', []],
    ["$.customers[?(@.tags != 'x')].id", []],
    ["$.customers[?(@.tier == 'gold' && @.age > 40)].id", ['A1']],
    ["$.customers[?(@.age == 41 || @.age == 17 && @.tier == 'gold')].id", ['A1']],
    ['$.customers[?(@.name =~ /a.*/i)].id', ['A1']],
    ['$.customers[?(@.name =~ /da/)].id', []],
    ['$.customers[?(/A.*/ =~ @.name)].id', ['A1']],
    ['$.customers[?(@.age =~ /4./)].id', ['A1']],
    ['$.customers[?(@.age > 18)].name', ['Ada', 'Cy']],
    ['$.customers[?(@.id)].address.city', ['Paris', 'Lyon']],
    ['$.customers[?(@.age > 99)][0].id', []],
    ["$.customers[0].address[?(@.city == 'Paris')].city", ['Paris']],
    ['$[?(@.flag == false)].id', ['c1']],
    ['$.mixed[?(@ == 1)]', [1]],
    ['$.mixed[?(@.k)].k', ['v']],
  ] as const)('%s finds %j', (path, value) => {
    expect(resultOf(path, document)).toEqual(value);
  });

  test.each([
    ['== true', [1]],
    ['== TRUE', [1]],
    ["== 'true'", [1]],
    ['== x', [2]],
    ['!= true', [2]],
    ['> false', [1]],
  ])('a boolean %s is compared as a boolean: %j', (comparison, ids) => {
    const customers = [
      { id: 1, vip: true },
      { id: 2, vip: false },
    ];
    expect(resultOf(`$[?(@.vip ${comparison})].id`, customers)).toEqual(ids);
  });

  test.each([
    ['$.customers[?(@.age == x)].id', 'NumberFormatException'],
    // The last part of a condition is looked at first.
    ["$.customers[?(@.id == 'none' && @.age == x)].id", 'NumberFormatException'],
    ["$.customers[?(@.tier == 'none' && @.age == x || @.id)][0]", 'InvalidPathException'],
    ['$.customers[?(@.age > 18)].tier', 'PathNotFoundException'],
    ['$.customers[?(@.age > 18)][0].id', 'InvalidPathException'],
    ['$.id[?(@.x)]', 'InvalidPathException'],
    ["$.mixed[?(@ == 'two')]", 'NumberFormatException'],
    ['$.mixed[?(@[0])]', 'InvalidPathException'],
    ['$.mixed[?(@[0] == 5)]', 'InvalidPathException'],
  ])('%s finds nothing: %s', (path, kind) => {
    expect(refusal(path, document).kind).toBe(kind);
  });
});
