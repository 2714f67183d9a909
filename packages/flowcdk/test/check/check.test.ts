import { check } from '../../src/check/check';
import { readFile } from '../../src/check/project';
import type { Rule } from '../../src/check/rule';

const text = 'workflow:\n  name: one\n  description: two\n';

/** A rule that points at the names and descriptions of flows, and at nothing, as given in an order of its own. */
const pointing = (order: readonly ('nothing' | 'name' | 'description')[]): Rule => ({
  name: 'pointing',
  family: 'shape',
  severity: 'warning',
  protectsFrom: 'nothing',
  start: (report) => ({
    project: ({ files }) => {
      for (const what of order) {
        if (what === 'nothing') report({ message: what });
        else
          for (const file of [...files].reverse())
            report({ message: what, file, within: { offset: text.indexOf(what), length: what.length } });
      }
    },
  }),
});

test.each([
  [['nothing', 'description', 'name'] as const],
  [['description', 'nothing', 'name'] as const],
  [['name', 'description', 'nothing'] as const],
])('findings come in the order of the files and of their text, without a place last: %s', (order) => {
  const project = { files: [readFile('b.yaml', text), readFile('a.yaml', text)], definitions: [] };
  const findings = check(project, { rules: [pointing(order)] });
  expect(findings.map(({ message, at }) => `${at?.file ?? ''} ${message}`)).toEqual([
    'b.yaml name',
    'b.yaml description',
    'a.yaml name',
    'a.yaml description',
    ' nothing',
  ]);
});

test('findings of one line come in the order of their columns', () => {
  const line = 'workflow: { name: one, description: two }\n';
  const rule: Rule = {
    ...pointing([]),
    start: (report) => ({
      file: (file) => {
        for (const what of ['two', 'name', 'one', 'description'])
          report({ message: what, file, within: { offset: line.indexOf(what), length: 1 } });
      },
    }),
  };
  const findings = check({ files: [readFile('a.yaml', line)], definitions: [] }, { rules: [rule] });
  expect(findings.map(({ message }) => message)).toEqual(['name', 'one', 'description', 'two']);
});
