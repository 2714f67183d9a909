import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/check/check';
import { readFile } from '../../src/check/project';
import type { Finding } from '../../src/ground/finding';
import { corpus, describeCorpus } from '../private/corpus';

// What the rules find in real flows, reviewed: `corpus-findings.md`. A flow that an organisation has accepted has no
// error, unless it is truly broken, and then the table says why. UPDATE_CORPUS_FINDINGS=1 writes the table anew.

const table = join(__dirname, 'corpus-findings.md');
const flows = [...corpus];
const findingsOf = new Map(
  flows.map(([name, text]) => [name, check({ files: [readFile(name, text)], definitions: [] })]),
);

/** Why a file of the corpus is truly broken. */
const broken: readonly (readonly [file: RegExp, why: string])[] = [
  [/CrossOrgMainFlow/, 'a call flow has no states; the file stands in a repository and was not accepted by anybody'],
  [/_test\.go_/, 'a piece of a Go test: `%s` and tabs are filled in or taken away before it is YAML'],
];

const whyBroken = (name: string): string | undefined => broken.find(([file]) => file.test(name))?.[1];

const shortName = (name: string): string => name.replace(/^.*__/, '').replace(/\.yaml$/, '');

/** One line per rule of a file, with the lines of the text; nothing of what the file says. */
function linesOf(findings: readonly Finding[]): string[] {
  const byRule = new Map<string, number[]>();
  for (const { severity, rule, at } of findings) {
    const key = `${severity} | ${rule}`;
    byRule.set(key, [...(byRule.get(key) ?? []), at?.line ?? 0]);
  }
  return [...byRule].map(([rule, lines]) => `${rule} | ${lines.join(' ')}`).sort();
}

function page(): string {
  const rows = [...findingsOf].flatMap(([name, findings]) => {
    const why = findings.some(({ severity }) => severity === 'error') ? (whyBroken(name) ?? '') : '';
    return linesOf(findings).map((line) => `| ${shortName(name)} | ${line} | ${line.startsWith('error') ? why : ''} |`);
  });
  const clean = [...findingsOf].filter(([, findings]) => findings.length === 0).map(([name]) => shortName(name));
  return `# What the rules find in real flows

Written by \`corpus.test.ts\`, and reviewed. Every error has a reason in the last column.

| flow | severity | rule | lines | why it is truly broken |
|---|---|---|---|---|
${rows.join('\n')}

Nothing is found in: ${clean.join(', ')}.
`;
}

describeCorpus('what the rules find in published flows', () => {
  if (process.env['UPDATE_CORPUS_FINDINGS'] || !existsSync(table)) writeFileSync(table, page());

  test('the findings are those that were reviewed', () => {
    expect(page()).toBe(readFileSync(table, 'utf8'));
  });

  test('what an organisation has accepted has no error', () => {
    const wrong = [...findingsOf].flatMap(([name, findings]) =>
      whyBroken(name) === undefined ? findings.filter(({ severity }) => severity === 'error') : [],
    );

    expect(wrong).toEqual([]);
  });

  test('every finding says where it is', () => {
    for (const finding of [...findingsOf.values()].flat()) {
      expect(finding).toMatchObject({
        at: { line: expect.any(Number), column: expect.any(Number) },
        excerpt: { text: expect.any(String) },
      });
    }
  });
});
