import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal, text } from './private-render';

const file = join(__dirname, '../../../../../shared/reference/data-actions/velocity-cases.json');
interface Case {
  readonly template: string;
  readonly text?: string;
  readonly error?: string;
}
const { cases, input } = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[]; readonly input: object })
  : { cases: [], input: {} };

if (cases.length === 0) test.skip('(the real engine’s results are not there)', () => undefined);
else
  test.each(cases.map((each) => [each.template, each] as const))('%s gives what the real engine gives', (_, each) => {
    if (each.error === undefined) expect(text(each.template, input)).toBe(each.text);
    else expect(refusal(each.template, input).kind).toBe(each.error);
  });
