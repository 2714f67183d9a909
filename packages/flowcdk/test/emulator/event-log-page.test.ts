import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../../..');
const source = ts.createSourceFile(
  'events.ts',
  readFileSync(join(root, 'packages/flowcdk/src/emulator/runtime/events.ts'), 'utf8'),
  ts.ScriptTarget.Latest,
  true,
);
const page = join(root, 'docs/event-log.md');

const plain = (text: string): string =>
  text
    .replace(/\breadonly /g, '')
    .replace(/\s+/g, ' ')
    .trim();
const cell = (text: string): string => text.replaceAll('|', '\\|');

const declared = source.statements.find(
  (statement): statement is ts.InterfaceDeclaration =>
    ts.isInterfaceDeclaration(statement) && statement.name.text === 'Events',
);

/** `from` `to` … with their types, and what the comment above the event says. */
const events = (declared?.members ?? ([] as readonly ts.TypeElement[])).filter(ts.isPropertySignature).map((member) => {
  const said = ts.getJSDocCommentsAndTags(member).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '');
  const fields = member.type && ts.isTypeLiteralNode(member.type) ? member.type.members : [];
  return {
    name: (member.name as ts.StringLiteral).text,
    says: plain(said.join(' ')),
    fields: [...fields].map((field) => plain(field.getText(source)).replace(/;$/, '')),
  };
});

const table = [
  '| event | fields | what it tells |',
  '|---|---|---|',
  ...events.map(({ name, says, fields }) => {
    const shown = fields.map((field) => `\`${cell(field)}\``).join('<br>');
    return `| \`${name}\` | ${shown} | ${cell(says)} |`;
  }),
].join('\n');

test('docs/event-log.md lists every event with its fields (UPDATE_DOCS=1 writes it)', () => {
  const between = /<!-- events -->\n[^]*<!-- \/events -->/;
  const generated = `<!-- events -->\n\n${table}\n\n<!-- /events -->`;
  if (process.env['UPDATE_DOCS']) {
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replace(between, () => generated),
    );
  }
  const [listed = ''] = between.exec(readFileSync(page, 'utf8')) ?? [];
  const layout = (text: string): string => text.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');

  expect(layout(listed)).toBe(layout(generated));
});

test('every event is told of in words', () => {
  expect(events.length).toBeGreaterThan(30);
  expect(events.filter(({ says }) => says === '').map(({ name }) => name)).toEqual([]);
});
