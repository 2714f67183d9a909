import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../../src/check/check';
import { type Project, readFile } from '../../../src/check/project';
import type { Family } from '../../../src/check/rule';
import { rules } from '../../../src/check/rules';
import { wrapped } from '../private/wrapped';
import { triggerIn } from './private/trigger-in';

// What the pages of rules about whole flows and about several flows call incorrect is found; what they call correct is not.

const families: readonly Family[] = ['variables', 'paths', 'calls', 'participant data', 'triggers'];
const own = rules.filter(({ name, family }) => families.includes(family) || name === 'output-after-failure');

const page = (name: string): string => readFileSync(join(__dirname, `../../../../../docs/rules/${name}.md`), 'utf8');

/** The examples under a heading, which are checked together: flows, the actions of one, triggers. */
function projectUnder(heading: string, text: string): Project {
  const [, section = ''] = new RegExp(`^## ${heading}\\n([^]*?)(?=^## |$(?![^]))`, 'm').exec(text) ?? [];
  const blocks = [...section.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, block = '']) => block);
  const kind = text.includes('Actions of an inbound call flow:') ? 'inboundCall' : 'workflow';
  const isTrigger = (block: string): boolean => block.startsWith('trigger:');
  return {
    files: blocks.filter((b) => !isTrigger(b)).map((block, i) => readFile(`flow-${i + 1}.yaml`, wrapped(block, kind))),
    definitions: blocks.filter(isTrigger).flatMap(triggerIn),
  };
}

describe.each(own.map((rule) => [rule.name, rule] as const))('the page of %s', (name, rule) => {
  test('says how much it matters and what it is about', () => {
    const [title, , line, , text] = page(name).split('\n');

    expect([title, line]).toEqual([`# ${name}`, `${rule.severity} · ${rule.family}`]);
    expect(text).toMatch(/\.$/);
  });

  test('shows what is incorrect', () => {
    expect(check(projectUnder('Incorrect', page(name)), { rules: [rule] })).not.toEqual([]);
  });

  test('shows what is correct', () => {
    expect(check(projectUnder('Correct', page(name)), { rules: [rule] })).toEqual([]);
  });

  test('shows nothing as correct in which any rule finds an error', () => {
    const findings = check(projectUnder('Correct', page(name)));

    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
