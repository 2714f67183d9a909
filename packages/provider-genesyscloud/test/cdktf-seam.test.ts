import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(__dirname, '../..');

test('only src/cdktf.ts imports cdktf, so that its successor can take its place', () => {
  const importers = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[^/]+\/src\/.*\.ts$/.test(name))
    .filter((name) =>
      /(from|import|require)\s*\(?\s*['"](cdktf|cdktn)['"/]/.test(readFileSync(join(src, name), 'utf8')),
    );

  expect(importers).toEqual(['provider-genesyscloud/src/cdktf.ts']);
});
