import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const folder = join(__dirname, '../../src/apply');

test('apply is a client of the API: it knows neither the local org nor what made the stack', () => {
  const imported = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => ts.preProcessFile(readFileSync(join(folder, file), 'utf8')).importedFiles)
    .map(({ fileName }) => fileName);

  expect(imported.length).toBeGreaterThan(50);
  expect(imported.filter((name) => /\/(emulator|provider|constructs|stacks)(\/|$)|cdktf|fastify/.test(name))).toEqual(
    [],
  );
});
