import { check } from '../../../src/check/check';
import { readFile, unreadFile } from '../../../src/check/project';
import type { Finding } from '../../../src/ground/finding';
import { flowTextOf } from '../../../src/i3/flow-text';
import { notesOf } from '../../../src/i3/notes';
import { action, encoded, lit, workflow } from '../../i3/private/export-file';
import { ruleNamed } from '../private/rule-test';

const rule = ruleNamed('i3-export');

/** What the rule says of a file. */
function findingsIn(bytes: Uint8Array): readonly Finding[] {
  const read = flowTextOf(bytes, 'flow.i3WorkFlow');
  const file =
    'findings' in read
      ? unreadFile('flow.i3WorkFlow', read.findings)
      : readFile('flow.i3WorkFlow', read.text, read.exported && notesOf(read.exported, 'flow.i3WorkFlow'));
  return check({ files: [file], definitions: [] }, { rules: [rule] });
}

const end = action('EndWorkflowAction', 'End');

describe('i3-export', () => {
  test('allows an export in which everything is known', () => {
    expect(findingsIn(encoded(workflow([end])))).toEqual([]);
  });

  test.each<readonly [string, Uint8Array, Partial<Finding>]>([
    [
      'an export that is broken',
      Buffer.from('JTdC'),
      { severity: 'error', message: expect.stringContaining('this export is broken') as string },
    ],
    [
      'an action that is not known',
      encoded(workflow([action('SolveRiddleAction', 'Solve')])),
      {
        severity: 'warning',
        message: 'Flowcdk does not know the action "SolveRiddleAction"',
        path: 'Support / Start / Solve',
      },
    ],
    [
      'a setting that is not known',
      encoded(workflow([{ ...end, fade: lit('bln', 'true') }])),
      { severity: 'warning', message: 'Flowcdk does not know the setting "fade"', path: 'Support / Start / End' },
    ],
    [
      'an action to which no path leads',
      encoded(workflow([end, action('EndWorkflowAction', 'Lost')])),
      {
        severity: 'warning',
        message: 'the export has a value that the YAML does not have: flowSequenceItemList[0].actionList[1]',
      },
    ],
  ])('tells of %s', (_, bytes, expected) => {
    expect(findingsIn(bytes)).toEqual([
      expect.objectContaining({
        rule: 'i3-export',
        at: { file: 'flow.i3WorkFlow', line: 1, column: 1 },
        ...expected,
      }) as unknown,
    ]);
  });
});
