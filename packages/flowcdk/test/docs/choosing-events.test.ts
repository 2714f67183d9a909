import { readFileSync } from 'node:fs';
import { DAY, FIGURES, PAGE, pageWith } from '../../../../scripts/choosing-events/page';
import type { Comparison } from '../../src/event-ways/compare-ways';

const text = readFileSync(PAGE, 'utf8');
const figures = JSON.parse(readFileSync(FIGURES, 'utf8')) as Comparison;

test('docs/choosing-events.md shows its figures, and the samples as they are (npm run choosing-events -- --page writes it)', () => {
  expect(pageWith(text, figures)).toBe(text);
  expect(figures).toMatchObject({ calls: DAY.calls, seed: DAY.seed });
});

test('other figures make another page', () => {
  const [first, ...others] = figures.ways;
  if (!first) throw new Error('nothing was measured');

  expect(pageWith(text, { ...figures, ways: [{ ...first, lost: first.lost + 1 }, ...others] })).not.toBe(text);
});

test('a page without the marks is refused by what it lacks', () => {
  expect(() => pageWith(text.replace('<!-- end of day -->', ''), figures)).toThrow('the page has no marks for: day');
});
