import { check } from '../../../src/check/check';
import { rules } from '../../../src/check/rules';
import { definitionsOf, exportsOf } from '../../docs/example';
import { type Page, pages } from '../../docs/page';

// What the pages of rules about definitions call incorrect is found; what they call correct is not.

const own = rules
  .filter(({ family }) => family === 'definitions')
  .map((rule) => [rule.name, rule, pages.find(({ path }) => path === `docs/rules/${rule.name}.md`)] as const);

/** What the TypeScript under a heading defines, up to the next heading. */
function definitionsUnder(heading: string, page: Page) {
  const lines = page.text.split('\n');
  const start = lines.indexOf(`## ${heading}`) + 1;
  const length = lines.slice(start).findIndex((line) => line.startsWith('## '));
  const end = length < 0 ? Infinity : start + length;
  const names = page.blocks
    .filter(({ language, line }) => language === 'ts' && line > start && line <= end)
    .flatMap(({ text }) => [...text.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name));
  const chosen = new Set(names.map((name) => exportsOf(page)[name]));
  return definitionsOf(page).filter((definition) => chosen.has(definition));
}

describe.each(own)('the page of %s', (name, rule, page) => {
  if (!page) throw new Error(`there is no page of ${name}`);
  const findings = (heading: string) =>
    check({ files: [], definitions: definitionsUnder(heading, page) }, { rules: [rule] });

  test('says how much it matters and what it is about', () => {
    const [title, , line, , text] = page.text.split('\n');

    expect([title, line]).toEqual([`# ${name}`, `${rule.severity} · ${rule.family}`]);
    expect(text).toMatch(/\.$/);
  });

  test('shows what is incorrect', () => {
    expect(findings('Incorrect')).not.toEqual([]);
  });

  test('shows what is correct', () => {
    expect(definitionsUnder('Correct', page)).not.toEqual([]);
    expect(findings('Correct')).toEqual([]);
  });
});
