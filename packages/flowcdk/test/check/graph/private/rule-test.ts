import type { Definition } from '../../../../src/architect/definition';
import { check } from '../../../../src/check/check';
import { readFile } from '../../../../src/check/project';
import type { Finding } from '../../../../src/ground/finding';
import type { Rule } from '../../../../src/check/rule';

/** What is checked together: one flow, several, or flows with definitions. */
export type Example =
  string | readonly string[] | { readonly flows?: readonly string[]; readonly definitions?: readonly Definition[] };

export interface Invalid {
  readonly in: Example;
  /** Everything the rule says: `path: message`. */
  readonly finds: readonly string[];
}

export interface Help {
  readonly in: Example;
  /** What the reader is told to do. */
  readonly helps: readonly (string | undefined)[];
}

/** Runs one rule over examples. Their names are sentences of the rule. */
export function ruleTest(
  rule: Rule,
  examples: {
    readonly valid: Readonly<Record<string, Example>>;
    readonly invalid: Readonly<Record<string, Invalid>>;
    readonly helps?: Readonly<Record<string, Help>>;
  },
): void {
  describe(rule.name, () => {
    test.each(Object.entries(examples.valid))('allows %s', (_, example) => {
      expect(findingsOf(rule, example)).toEqual([]);
    });
    test.each(Object.entries(examples.invalid))('tells of %s', (_, { in: example, finds }) => {
      expect(findingsOf(rule, example)).toEqual(finds);
    });
    for (const [what, { in: example, helps }] of Object.entries(examples.helps ?? {}))
      test(`helps with ${what}`, () => {
        expect(findingsIn(rule, example).map(({ help }) => help)).toEqual(helps);
      });
  });
}

export const findingsOf = (rule: Rule, example: Example): readonly string[] =>
  findingsIn(rule, example).map(({ path, message }) => `${path}: ${message}`);

function findingsIn(rule: Rule, example: Example): readonly Finding[] {
  const { flows = [], definitions = [] } =
    typeof example === 'string' ? { flows: [example] } : 'length' in example ? { flows: example } : example;
  const files = flows.map((text, i) => readFile(`flow-${i + 1}.yaml`, text));
  // Fixtures leave out what they are not about, but are not misspelt.
  const misspelt = files.flatMap(({ yamlProblems, shapeProblems }) => [
    ...yamlProblems,
    ...shapeProblems.filter(({ problem }) => problem !== 'missingKey'),
  ]);
  expect(misspelt.map(({ message }) => message)).toEqual([]);
  return check({ files, definitions }, { rules: [rule] });
}
