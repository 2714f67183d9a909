import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../../src/settings';
import { bakerySchema, VALID } from './private/bakery';
import { changed, findings, load } from './private/settings-folder';

describe('a file that cannot be read', () => {
  it.each([
    [
      'none',
      {},
      `there is no settings.yaml
    Run the command in the folder of the project, or write the file. \`flowcdk init\` writes one with a new project, and docs/settings.md explains it.`,
    ],
    [
      'another ending',
      { 'settings.yml': VALID },
      `there is no settings.yaml
    Rename settings.yml to settings.yaml.`,
    ],
    [
      'no YAML',
      { 'settings.yaml': 'provider:\n\tregion: x' },
      'settings.yaml:2:1: A tab stands where the indentation is. YAML is indented with spaces only; replace the tab.',
    ],
    [
      'a key twice',
      { 'settings.yaml': changed('  name: North', '  name: North\n  name: South') },
      'settings.yaml:5:3: The key "name" stands twice in the same block: on line 4 and on line 5. Only one of them can count; remove or rename the other.',
    ],
    [
      'nothing',
      { 'settings.yaml': '# soon\n' },
      `settings.yaml:1:1: There is nothing in this text but white space and comments.
    An overlay that changes nothing is written as {}.`,
    ],
    [
      'a list',
      { 'settings.yaml': '\n- a\n' },
      `settings.yaml:2:1: these are no settings: the file has to begin with a name and a colon
    For example: "provider:", with what belongs to it indented below.`,
    ],
    [
      'another encoding',
      { 'settings.yaml': Uint8Array.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]) },
      `settings.yaml cannot be read: it is not UTF-8
    It has to be a YAML file in UTF-8.`,
    ],
    [
      'a huge file',
      { 'settings.yaml': '#'.repeat(300_000) },
      `settings.yaml has 300000 bytes; at most 262144 are read
    Settings are a few hundred lines. Is it the right file?`,
    ],
    [
      'deep nesting',
      { 'settings.yaml': `provider: ${'['.repeat(5000)}` },
      'settings.yaml:1:210: The text is nested deeper than 200 levels.',
    ],
  ])('%s', (_, files, expected) => {
    expect(findings(files)).toEqual([expected]);
  });

  test('a folder of that name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'settings-'));
    mkdirSync(join(folder, 'settings.yaml'));

    expect(loadSettings(bakerySchema, { folder }).findings?.map(({ message }) => message)).toEqual([
      `${join(folder, 'settings.yaml')} cannot be read: it is no file`,
    ]);
    rmSync(folder, { recursive: true });
  });

  test('a folder that does not exist', () => {
    expect(loadSettings(bakerySchema, { folder: 'nowhere' }).findings?.[0]?.message).toBe(
      'there is no nowhere/settings.yaml',
    );
  });

  test('both files are read before anything is told', () => {
    const files = { 'settings.yaml': 'a: [', 'settings.test.yaml': 'b: {' };

    expect(findings(files, 'test')).toEqual([
      expect.stringMatching(/^settings\.yaml:1:/),
      expect.stringMatching(/^settings\.test\.yaml:1:/),
    ]);
  });
});

describe('a hostile text', () => {
  it.each([
    ['a key that is a property of every object', '__proto__: { polluted: true }\n', '__proto__'],
    ['a key that is a method of every object', 'constructor: { prototype: { polluted: true } }\n', 'constructor'],
    ['a key with invisible characters', '"a\\u202eb": 1\n', 'a?b'],
    ['a key of a thousand characters', `${'k'.repeat(1000)}: 1\n`, `${'k'.repeat(60)}…`],
  ])('%s is only an unknown setting', (_, line, path) => {
    expect(findings({ 'settings.yaml': line + VALID })).toEqual([
      expect.stringMatching(new RegExp(`^settings\\.yaml:1:1 {2}${path.replace('?', '\\?')}: there is no setting "`)),
    ]);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([
    ['in a block', changed('  region:', '  __proto__: { gateway: x }\n  region:'), 'provider.__proto__'],
    ['among names of a record', changed('  stone:', '  __proto__: {}\n  stone:'), 'ovens.__proto__'],
    ['in an overlay', VALID, 'provider.__proto__', 'provider: { __proto__: { gateway: x } }'],
    ['removed', VALID, 'provider.__proto__', 'provider: { __proto__: null }'],
  ])('__proto__ %s is only an unknown setting', (_, text, path, overlay = '{}') => {
    const messages = findings({ 'settings.yaml': text, 'settings.test.yaml': overlay }, 'test');

    expect(messages.length).toBeGreaterThan(0);
    expect(messages).toEqual(messages.map(() => expect.stringContaining(path)));
    expect({}).not.toHaveProperty('gateway');
  });

  it.each([
    ['unknown settings', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1\n`).join('')],
    ['items of the wrong type', `division:\n${'- 1\n'.repeat(20_000)}`],
    ['repetitions of a day', changed('  opens:', `  holidays: [${'2026-12-25,'.repeat(10_000)}]\n  opens:`)],
    ['aliases', `a: &a [${'x,'.repeat(99)}]\nb: [${'*a,'.repeat(1000)}]\n`],
  ])('%s without end give a list that ends', (_, text) => {
    const { findings: all = [] } = load({ 'settings.yaml': text });

    expect(all.length).toBeGreaterThan(0);
    expect(all.length).toBeLessThanOrEqual(101);
  });

  test('what is not shown is counted', () => {
    const text = Array.from({ length: 200 }, (_, index) => `k${index}: 1\n`).join('') + VALID;

    expect(findings({ 'settings.yaml': text }).at(-1)).toBe(
      '100 more problems are not shown\n    Mend those above and try again.',
    );
  });
});
