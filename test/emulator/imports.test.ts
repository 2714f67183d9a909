import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const folder = join(__dirname, '../../src/emulator');

const importsOf = (part: string): { readonly file: string; readonly imported: string }[] =>
  readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      ts
        .preProcessFile(readFileSync(join(folder, part, file), 'utf8'))
        .importedFiles.map(({ fileName }) => ({ file, imported: fileName })),
    );

test('what the org holds knows neither HTTP nor files; only the journal and its lock touch files', () => {
  const io = importsOf('state').filter(({ imported }) => /fastify|node:(fs|net|http)|\.\.\/api/.test(imported));

  expect([...new Set(io.map(({ file }) => file))].sort()).toEqual(['journal.ts', 'lock.ts']);
});

test('the endpoints know no server: they are asked and answer', () => {
  expect(importsOf('api').filter(({ imported }) => /fastify|node:/.test(imported))).toEqual([]);
});

test('the org knows what was sent to it, not what sent it', () => {
  const root = join(__dirname, '../..');
  const forbidden = /^(src\/(constructs|stacks|provider|cli|testing|story)|flows|triggers|data-actions)\/|^cdktf/;
  const imported = importsOf('.').map(({ file, imported: name }) => ({
    file,
    imported: name.startsWith('.') ? relative(root, join(folder, dirname(file), name)) : name,
  }));

  expect(imported.filter((one) => forbidden.test(`${one.imported}/`))).toEqual([]);
});
