import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { found, refusal } from './private-find';

/** What the real engine gave in trials of ours; the file names its version. */
const file = join(__dirname, '../reference-cases/json-path.json');
interface Case {
  readonly path: string;
  readonly value?: unknown;
  readonly error?: string;
}
const { cases, document } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly cases: readonly Case[];
  readonly document: object;
};

test.each(cases.map((each) => [each.path, each] as const))('%s finds what the real engine finds', (_, each) => {
  if (each.error === undefined) expect(found(each.path, document)).toEqual(each.value);
  else expect(refusal(each.path, document).kind).toBe(each.error);
});
