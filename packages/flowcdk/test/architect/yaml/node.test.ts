import { entry, keyName, mapping, scalar, sequence, toData, type YamlMapping } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';

describe('the constructors', () => {
  test('make nodes that come from no file', () => {
    expect(scalar('Jill')).toEqual({ kind: 'scalar', value: 'Jill', offset: -1, end: -1 });
    expect(sequence([])).toEqual({ kind: 'sequence', items: [], offset: -1, end: -1 });
  });

  test('a mapping takes pairs and entries of other mappings alike', () => {
    const timeout = mapping([['seconds', scalar(5)]]);

    expect(toData(mapping([['ms', scalar(1)], ...timeout.entries]))).toEqual({ ms: 1, seconds: 5 });
  });
});

describe('entry', () => {
  const choices = parseYaml('1: Sales\ntrue: Support\n').root as YamlMapping;

  test('finds a key by its name, also one typed as a number or boolean', () => {
    expect(entry(choices, '1')?.value).toMatchObject({ value: 'Sales' });
    expect(entry(choices, 'true')?.value).toMatchObject({ value: 'Support' });
  });

  test('finds nothing where there is nothing, not even what every object has', () => {
    expect(entry(choices, '2')).toBeUndefined();
    expect(entry(choices, 'toString')).toBeUndefined();
  });
});

describe('order and unusual names', () => {
  test('entries keep their order even when their names look like numbers', () => {
    const { root } = parseYaml('b: 1\n10: 2\n2: 3\n');

    expect((root as YamlMapping).entries.map(({ key }) => keyName(key))).toEqual(['b', '10', '2']);
  });

  test('a key named __proto__ is only a key', () => {
    const data = toData(mapping([['__proto__', mapping([['polluted', scalar(true)]])]]));

    expect(Object.keys(data as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });
});
