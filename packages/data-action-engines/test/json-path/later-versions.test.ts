import { document, resultOf, refusal } from './private-find';

/** What version 2.0.0 of the engine does not know, but published actions use or its README documents. */
describe('later versions of the engine know more', () => {
  test.each([
    ['$.customers[-1].id', 'C3'],
    ['$.customers[-1:1].id', ['C3', 'A1']],
    ['$["id"]', 'c1'],
    ['$.customers[?(@.id == "A1")].name', ['Ada']],
    ['$.customers.length()', 3],
    ['$.customers.size()', 3],
    ['$.length($.customers)', 3],
    ['$.id.length()', 2],
    ['$.total.length()', null],
    ['$.customers[*].age.sum()', 118],
    ['$..age.min()', 17],
    ['$..age.max()', 60],
    ['$.matrix[0].avg()', 1.5],
    ['$.matrix[0].stddev()', 0.5],
    ['$.customers[0].tags.concat()', 'xy'],
    ['$.customers[0].tags.append("z")', ['x', 'y', 'z']],
    ["$.customers[0].tags.concat( 'p' , 'q' )", 'xypq'],
    ['$.customers[0].tags.append(1, $.total)', ['x', 'y', 1, 2]],
    ['$.id.append(1)', 'c1'],
    ['$.emptyObj.length()', 0],
    ['$.nul.length()', null],
    ['$.id.keys()', null],
    ['$.matrix.index(-1)', [3, 4]],
    ['$.matrix[0].sum(4)', 7],
    ['$.mixed.sum()', 1],
    ['$.matrix.first()', [1, 2]],
    ['$.matrix.last()', [3, 4]],
    ['$.matrix.index(1)', [3, 4]],
    ['$.emptyObj.keys()', []],
    ['$.customers[?(@.tags.length() > 1)].id', ['A1']],
    ["$.customers[?(@.id in ['A1', 'C3'])].id", ['A1', 'C3']],
    ["$.customers[?(@.id nin ['A1', 'C3'])].id", ['B2']],
    ['$.customers[?(@.age in [41, 60])].id', ['A1', 'C3']],
    ["$.customers[?(@.tags contains 'z')].id", ['C3']],
    ["$.customers[?(@.name contains 'd')].id", ['A1']],
    // A literal is compared with each item by the item's type.
    ['$.matrix[?(@ contains 3)]', [[3, 4]]],
    ['$.customers[?(@.tags size 2)].id', ['A1']],
    ['$.customers[?(@.tags size $.total)].id', ['A1']],
    ['$.customers[?(@.tags size $.customers[2].tags)].id', ['C3']],
    ['$.customers[?(@.tags size $.flag)].id', []],
    ['$.customers[?(@.name size 3)].id', ['A1']],
    ['$.customers[?(@.age size 2)].id', []],
    ['$.customers[?(@.tags empty true)].id', ['B2']],
    ['$.customers[?(@.tags empty false)].id', ['A1', 'C3']],
    ['$.customers[?(@.tags empty $.flag)].id', ['A1', 'C3']],
    ['$.customers[?(@.tags empty $.mixed[2])].id', ['B2']],
    ['$.customers[?(@.name empty false)].id', ['A1', 'B2', 'C3']],
    ['$.customers[?(@.name empty true)].id', []],
    ["$.customers[?(@.tags subsetof ['x', 'y', 'q'])].id", ['A1', 'B2']],
    ["$.customers[?(@.tags anyof ['x', 'z'])].id", ['A1', 'C3']],
    ["$.customers[?(@.tags noneof ['x', 'z'])].id", ['B2']],
    ["$.customers[?(@.age === '41')].id", []],
    ['$.customers[?(@.age === "41")].id', []],
    ['$.customers[?(@.age === 41)].id', ['A1']],
    ['$.mixed[?(@ === true)]', [true]],
    ["$.mixed[?(@ === 'true')]", []],
    ['$[?(@.flag === false)].id', ['c1']],
    ["$.customers[?(@.age !== '41')].id", ['A1', 'B2', 'C3']],
    // Version 2.0.0 reads over the parentheses: it would find A1 and C3.
    ["$.customers[?(@.age < 55 && (@.tier == 'gold' || @.age > 50))].id", ['A1']],
  ] as const)('%s finds %j', (path, value) => {
    expect(resultOf(path, document)).toEqual(value);
  });

  test.each([
    '$.id.sum()',
    '$.id.first()',
    '$.empty.last()',
    '$.empty.first()',
    '$.matrix.index(2)',
    '$.matrix.index(-3)',
  ])('%s finds nothing', (path) => {
    expect(refusal(path, document).kind).toBe('InvalidPathException');
  });
});
