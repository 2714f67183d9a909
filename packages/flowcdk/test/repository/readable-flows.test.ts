import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

/** A line that is longer is not read, but scanned. */
const LONGEST = 190;

/** Keys of Architect YAML whose value is written in braces or brackets, as in `outputs: { failure: … }`. */
const inOneLine = /\b(?:actions|attributes|choices|evaluate|lit|menu|outputs|statements|states|tasks): ?[{[]/;

// Flows in tests are made by the builders, or stand there as YAML that is read line by line.
test.each(['test', 'packages/flowcdk/test', 'applications/unhappy-customer-callback/test'])(
  'no flow in the tests under %s is one long line',
  (folder) => {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const long = files.flatMap((name) =>
      readFileSync(join(root, folder, name), 'utf8')
        .split('\n')
        .flatMap((line, i) => (line.length > LONGEST && inOneLine.test(line) ? [`${name}:${i + 1}`] : [])),
    );

    expect(long).toEqual([]);
  },
);
