import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// An attribute's doc comment is what an editor shows: in a configuration, on a getter, inside a block.
const folder = join(__dirname, '../src');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('base') && name !== 'index.ts')
  .sort();

test.each(files)('every attribute and class in %s says what it means', (name) => {
  const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true);

  expect(undocumented(source)).toEqual([]);
});

const undocumented = (source: ts.SourceFile): string[] => {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const isRow = ts.isPropertyAssignment(node) && ts.isCallExpression(node.initializer);
    const mustSay = ts.isClassDeclaration(node) || isRow;
    if (mustSay && ts.getJSDocCommentsAndTags(node).length === 0) names.push(node.name?.getText(source) ?? '?');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
};
