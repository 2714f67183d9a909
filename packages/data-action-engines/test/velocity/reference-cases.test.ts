import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal, text } from './private-render';

/** What the real engine gave in trials of ours; the file names its version. */
const file = join(__dirname, '../reference-cases/velocity.json');
interface Case {
  readonly template: string;
  readonly text?: string;
  readonly error?: string;
}
const { cases, input } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly cases: readonly Case[];
  readonly input: object;
};

test.each(cases.map((each) => [each.template, each] as const))('%s gives what the real engine gives', (_, each) => {
  if (each.error === undefined) expect(text(each.template, input)).toBe(each.text);
  else expect(refusal(each.template, input).kind).toBe(each.error);
});
