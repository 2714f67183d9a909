import type { Definition } from '../../../../src/architect/definition';
import { check } from '../../../../src/check/check';
import { readFile } from '../../../../src/check/project';
import type { Rule } from '../../../../src/check/rule';

/** What is checked together: one flow, several, or flows with definitions. */
export type Example =
  string | readonly string[] | { readonly flows?: readonly string[]; readonly definitions?: readonly Definition[] };

export interface Invalid {
  readonly in: Example;
  /** Everything the rule says: `path: message`. */
  readonly finds: readonly string[];
}

/** Runs one rule over examples. Their names are sentences of the rule. */
export function ruleTest(
  rule: Rule,
  examples: { readonly valid: Readonly<Record<string, Example>>; readonly invalid: Readonly<Record<string, Invalid>> },
): void {
  describe(rule.name, () => {
    test.each(Object.entries(examples.valid))('allows %s', (_, example) => {
      expect(findingsOf(rule, example)).toEqual([]);
    });
    test.each(Object.entries(examples.invalid))('tells of %s', (_, { in: example, finds }) => {
      expect(findingsOf(rule, example)).toEqual(finds);
    });
  });
}

export function findingsOf(rule: Rule, example: Example): readonly string[] {
  const { flows = [], definitions = [] } =
    typeof example === 'string' ? { flows: [example] } : 'length' in example ? { flows: example } : example;
  const files = flows.map((text, i) => readFile(`flow-${i + 1}.yaml`, text));
  // Fixtures leave out what they are not about, but are not misspelt.
  const misspelt = files.flatMap(({ yamlProblems, shapeProblems }) => [
    ...yamlProblems,
    ...shapeProblems.filter(({ problem }) => problem !== 'missingKey'),
  ]);
  expect(misspelt.map(({ message }) => message)).toEqual([]);
  return check({ files, definitions }, { rules: [rule] }).map(({ path, message }) => `${path}: ${message}`);
}
