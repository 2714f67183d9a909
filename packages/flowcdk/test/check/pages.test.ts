import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/check/check';
import { readFile } from '../../src/check/project';
import type { Family } from '../../src/check/rule';
import { rules } from '../../src/check/rules';
import { findCustomer } from './private/data-action';
import { type Around, findingsIn, ruleNamed } from './private/rule-test';
import { wrapped } from './private/wrapped';

// What the pages of rules call incorrect is found, and what they call correct is not.

const folder = join(__dirname, '../../../../docs/rules');
const page = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8');

const families: readonly Family[] = ['shape', 'expressions', 'data actions', 'templates', 'portability', 'limits'];
const own = rules.filter(({ name, family }) => families.includes(family) && name !== 'output-after-failure');

const example = (text: string, heading: string): string =>
  new RegExp(`^## ${heading}\\n[^]*?^\`\`\`yaml\\n([^]*?)^\`\`\`$`, 'm').exec(text)?.[1] ?? '';

/** What the page says around its examples. */
const around = (text: string): Around => ({
  kind: text.includes('Actions of an inbound call flow:') ? 'inboundCall' : 'workflow',
  definitions: text.includes('The rule needs the definitions of the data actions') ? [findCustomer] : [],
});

describe.each(own.map(({ name }) => name))('the page of %s', (name) => {
  const rule = ruleNamed(name);

  test('says what it protects from, and how much it matters', () => {
    const [title, , line, , text] = page(name).split('\n');

    expect([title, line]).toEqual([`# ${name}`, `${rule.severity} · ${rule.family}`]);
    expect(text).toMatch(/\.$/);
  });

  // Its example stands for a hundred of its kind; rules/limits.test.ts writes them.
  const isWhole = name !== 'outcomes-and-milestones';

  if (isWhole)
    test('shows what is incorrect', () => {
      expect(findingsIn(rule, example(page(name), 'Incorrect'), around(page(name)))).not.toEqual([]);
    });

  test('shows what is correct', () => {
    expect(findingsIn(rule, example(page(name), 'Correct'), around(page(name)))).toEqual([]);
  });

  test('shows nothing as correct in which another rule finds an error', () => {
    const text = example(page(name), 'Correct');
    if (text.startsWith('dataAction:')) return;
    const { kind, definitions = [] } = around(page(name));
    const findings = check({ files: [readFile('flow.yaml', wrapped(text, kind))], definitions }, { rules: own });

    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('every rule has a page, and the list of pages names every rule', () => {
  const list = page('README');

  expect(rules.filter(({ name }) => !existsSync(join(folder, `${name}.md`)))).toEqual([]);
  for (const { name, severity } of rules) expect(list).toContain(`| [${name}](${name}.md) | ${severity} |`);
});
