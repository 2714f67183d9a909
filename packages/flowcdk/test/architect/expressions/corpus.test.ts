import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { check, parse, print } from '../../../src/architect/expressions';

const folder = join(__dirname, '../../../../../../shared/corpus/flows');
const present = existsSync(folder);
const texts = present ? [...new Set(readdirSync(folder).filter(isFlow).flatMap(expressionsOf))] : [];

(present ? describe : describe.skip)('expressions of published flows (skipped where the corpus is absent)', () => {
  test.each(texts)('%j', (text) => {
    const tree = parse(text);

    expect(print(parse(print(tree)))).toBe(print(tree));
    expect(check(tree).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

function isFlow(name: string): boolean {
  return name.endsWith('.yaml');
}

function expressionsOf(name: string): readonly string[] {
  try {
    return expressionsIn(load(readFileSync(join(folder, name), 'utf8')));
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
