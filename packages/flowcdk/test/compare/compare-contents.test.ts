import { compareContents } from '../../src/compare';
import { FlowcdkError } from '../../src/ground/finding';
import { type Item, itemKey, type OrgContent } from '../../src/pull';

const contentOf = (name: string, ...items: readonly Item[]): OrgContent => ({
  name,
  items: new Map(items.map((item) => [itemKey(item), item])),
});
const queue = (text: string, file?: string): Item => ({
  kind: 'queue',
  name: 'Billing',
  within: '',
  text,
  ...(file ? { file } : {}),
});
const flow = (text: string, file?: string): Item => ({
  kind: 'flow',
  name: 'Main',
  within: 'inboundCall',
  text,
  ...(file ? { file } : {}),
});

const compare = (left: OrgContent, right: OrgContent) =>
  compareContents(left, right, { hosts: true, leftIsWanted: false });

test('files that somebody broke are findings at their places, all at once', () => {
  const fine = contentOf('org', queue('{"name":"Billing"}'), flow('inboundCall: { name: Main }\n'));
  const broken = contentOf(
    'edited',
    queue('{\n  "name": Billing\n}', 'edited/queues/Billing.json'),
    flow('inboundCall:\n  name: [\n', 'edited/flows/Main.yaml'),
  );
  const findings = (() => {
    try {
      return compare(fine, broken);
    } catch (problem) {
      return problem instanceof FlowcdkError ? problem.findings : problem;
    }
  })();

  expect(findings).toEqual([
    expect.objectContaining({ rule: 'yaml', at: { file: 'edited/flows/Main.yaml', line: 3, column: 1 } }),
    expect.objectContaining({
      rule: 'json',
      message: expect.stringContaining('the text is not JSON: "B"') as string,
      at: { file: 'edited/queues/Billing.json', line: 2, column: 11 },
    }),
  ]);
});

test('what an org gave has the name of the item in place of a file', () => {
  expect(() => compare(contentOf('one', queue('{')), contentOf('other', queue('{}')))).toThrow(
    "one / queue 'Billing': the text is not JSON",
  );
});
