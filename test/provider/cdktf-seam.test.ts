import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(__dirname, '../../src');

test('only src/cdktf.ts imports cdktf, so that its successor can take its place', () => {
  const importers = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      /(from|import|require)\s*\(?\s*['"](cdktf|cdktn)['"/]/.test(readFileSync(join(src, name), 'utf8')),
    );

  expect(importers).toEqual(['cdktf.ts']);
});
