import { load } from 'js-yaml';
import { check, parse, print } from '../../../src/architect/expressions';
import { corpus, describeCorpus } from '../../private/corpus';

describeCorpus('expressions of published flows', () => {
  test.each([...new Set([...corpus.values()].flatMap(expressionsOf))])('%j', (text) => {
    const tree = parse(text);

    expect(print(parse(print(tree)))).toBe(print(tree));
    expect(check(tree).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

function expressionsOf(flow: string): readonly string[] {
  try {
    return expressionsIn(load(flow));
  } catch {
    // A few files are templates rather than YAML.
    return [];
  }
}

function expressionsIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'exp' && typeof value === 'string' ? [value] : expressionsIn(value),
  );
}
