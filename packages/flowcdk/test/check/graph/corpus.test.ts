import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import type { Family } from '../../../src/check/rule';
import { rules } from '../../../src/check/rules';
import { corpus, describeCorpus } from '../../private/corpus';

// Real flows were accepted by real organisations: nothing in them may be called an error.

const families: readonly Family[] = ['variables', 'paths', 'calls', 'participant data'];
const own = rules.filter(({ name, family }) => families.includes(family) || name === 'output-after-failure');
const flows = [...corpus].map(([name, text]) => readFile(name, text));

describeCorpus('rules about paths, variables and calls in published flows', () => {
  test('find no error', () => {
    const findings = flows.flatMap((file) => check({ files: [file], definitions: [] }, { rules: own }));

    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('tell what was looked at and is true', () => {
    const counts: Record<string, number> = {};
    for (const file of flows) {
      for (const { rule } of check({ files: [file], definitions: [] }, { rules: own }))
        counts[rule] = (counts[rule] ?? 0) + 1;
    }
    // A rule that suddenly tells much more, or a new one in this list, has to be looked at again.
    expect(counts).toEqual({
      'attribute-characters': 2,
      'menu-without-fallback': 5,
      'output-after-failure': 1,
      'personal-data-attribute': 3,
      'read-before-set': 3,
      'undeclared-variable': 4,
      'unreachable-action': 11,
      'unused-input': 27,
      'unused-variable': 44,
    });
  });
});
