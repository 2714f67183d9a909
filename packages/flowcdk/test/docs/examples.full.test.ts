import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Definition, type FlowDefinition, flowYaml } from '../../src';
import { checkDefinitions } from '../../src/check/definitions';
import { findingText } from '../../src/ground/finding';
import { loadSettings } from '../../src/settings';
import { settingsSchema } from '../../../../src/settings';
import { compilerMessages, definitionsOf, pagesWithExamples, terraformJson } from './example';
import { missingParts } from './excerpt';
import { type Block, type Page, pages, root } from './page';

// What the pages show is what the library does: their TypeScript compiles, and what is shown below it comes out.

/** `yaml` or `json` right after `ts` is what comes out of it. */
const shown = (language: string) =>
  pagesWithExamples.flatMap((page) =>
    page.blocks
      .filter((block, i) => block.language === language && page.blocks[i - 1]?.language === 'ts')
      .map((block): [string, Page, Block] => [`${page.path}:${block.line}`, page, block]),
  );

const isFlow = (definition: Definition): definition is FlowDefinition => definition.definition === 'flow';

test('the TypeScript of all pages compiles, and what it says is refused is refused', () => {
  expect(compilerMessages()).toEqual([]);
});

test.each(shown('yaml'))('%s is an excerpt of the flow above it', (_, page, block) => {
  const flow = definitionsOf(page, block).filter(isFlow).at(-1);

  expect(missingParts(flow ? flowYaml(flow) : '', block.text)).toEqual([]);
});

test.each(shown('json'))('%s is part of the Terraform JSON of the definitions above it', (_, page, block) => {
  expect(terraformJson(definitionsOf(page, block))).toMatchObject(JSON.parse(block.text) as object);
});

test('nothing is wrong with what the pages define', () => {
  const definitions = [...new Set(pagesWithExamples.flatMap((page) => definitionsOf(page)))];

  expect(checkDefinitions([{ name: 'docs', definitions }]).map(findingText)).toEqual([]);
});

const settings = pages.flatMap((page) =>
  page.blocks
    .filter(({ language, text }) => language === 'yaml' && /^# settings\.\w+\.yaml/.test(text))
    .map((block): [string, string] => [`${page.path}:${block.line}`, block.text]),
);

test.each(settings)('%s can be laid over settings.yaml', (_, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-docs-'));
  try {
    copyFileSync(join(root, 'settings.yaml'), join(folder, 'settings.yaml'));
    writeFileSync(join(folder, 'settings.example.yaml'), text);

    expect(loadSettings(settingsSchema, { folder, environment: 'example' }).findings).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('an excerpt', () => {
  const text = 'a:\n  b: 1\n  c:\n    d: 2\n    e: 3\n';

  test.each([
    ['lines that follow each other', 'b: 1\nc:\n  d: 2'],
    ['a line, a gap, a later line', 'a:\n  # …\n  e: 3'],
  ])('may be %s', (_, excerpt) => {
    expect(missingParts(text, excerpt)).toEqual([]);
  });

  test.each([
    ['another value', 'd: 3', ['d: 3']],
    ['a line left out silently', 'c:\n  e: 3', ['c:\n  e: 3']],
    ['another order', 'e: 3\n# …\nb: 1', ['b: 1']],
    ['another nesting', 'b: 1\n  c:', ['b: 1\n  c:']],
  ])('may not have %s', (_, excerpt, missing) => {
    expect(missingParts(text, excerpt)).toEqual(missing);
  });
});
