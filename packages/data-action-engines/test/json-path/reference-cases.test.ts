import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultOf, refusal } from './private-find';

const file = join(__dirname, '../../../../../shared/reference/data-actions/jsonpath-cases.json');
interface Case {
  readonly path: string;
  readonly value?: unknown;
  readonly error?: string;
}
const { cases, document } = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[]; readonly document: object })
  : { cases: [], document: {} };

if (cases.length === 0) test.skip('(the real engine’s results are not there)', () => undefined);
else
  test.each(cases.map((each) => [each.path, each] as const))('%s finds what the real engine finds', (_, each) => {
    if (each.error === undefined) expect(resultOf(each.path, document)).toEqual(each.value);
    else expect(refusal(each.path, document).kind).toBe(each.error);
  });
