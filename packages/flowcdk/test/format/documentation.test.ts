import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from './formatted';

const page = readFileSync(join(__dirname, '../../../../docs/format.md'), 'utf8');

/** Each text after "Before:" with the one after "After:". */
const examples = [...page.matchAll(/^Before:\n\n```yaml\n(.*?)^```\n\nAfter:\n\n```yaml\n(.*?)^```$/gms)].map(
  ({ 1: before = '', 2: after = '' }) => [before.split('\n', 1).join(), before, after] as const,
);

test('the page has examples', () => {
  expect(examples).toHaveLength(2);
});

test.each(examples)('the example of docs/format.md that begins with %s comes out as shown', (_, before, after) => {
  expect(formatted(before)).toBe(after);
});
