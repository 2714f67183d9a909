import { fileNames } from '../../src/pull/file-names';
import type { ContentKind, ListedItem } from '../../src/pull/content';

const item = (name: string, id = '1', kind: ContentKind = 'queue', within = ''): ListedItem => ({
  kind,
  id,
  name,
  within,
  version: '1',
  fields: {},
});

const nameOf = (listed: ListedItem): string | undefined => fileNames([listed]).get(listed);

test.each([
  ['Billing', 'queues/Billing.json'],
  ['Rück/fragen', 'queues/Rück_fragen.json'],
  ['../../x', 'queues/___.._x.json'],
  ['a\nb', 'queues/a_b.json'],
  ['con', 'queues/_con.json'],
  ['', 'queues/_.json'],
  [' . ', 'queues/___.json'],
  ['x'.repeat(300), `queues/${'x'.repeat(100)}.json`],
])('%j is %s', (name, file) => {
  expect(nameOf(item(name))).toBe(file);
});

test('flows have their kind in the name, data actions the folder of their integration', () => {
  expect(nameOf(item('Main', '1', 'flow', 'inboundCall'))).toBe('flows/Main.inboundCall.yaml');
  expect(nameOf(item('Find', '1', 'dataAction', 'CRM: old'))).toBe('data-actions/CRM_ old/Find.json');
});

test('names that differ only in case, or in what becomes _, get a part of the id', () => {
  const items = [item('a:b', '1'), item('A_B', '2'), item('a?b', '3')];

  expect([...fileNames(items).values()]).toEqual(['queues/a_b.json', 'queues/A_B~2.json', 'queues/a_b~3.json']);
});
