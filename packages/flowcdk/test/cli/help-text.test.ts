import { wrapHelp } from '../../src/cli/help-text';
import { program } from '../../src/cli/main';
import { wrap, wrapLine } from '../../src/cli/wrap';
import { flowcdk } from './private/run';

test.each([
  ['one two three', 8, ['one two', 'three']],
  ['one', 2, ['one']],
  ['', 10, ['']],
])('%j is broken at %d columns', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

test('a line that goes on stands further in', () => {
  expect(wrapLine('  flow support line: 12 actions, 3 tasks', 30)).toBe(
    '  flow support line: 12\n      actions, 3 tasks',
  );
  expect(wrapLine('  short', 30)).toBe('  short');
});

const examples = `
Examples:
  $ flowcdk start                     run the application on this machine: its story, or a call
  $ flowcdk test-trigger NAME --event acw.json
                                      what a trigger does with an event

What an earlier synthesis wrote and this one does not is removed.`;

describe('help', () => {
  test('stays as it is on a wide terminal', () => {
    expect(wrapHelp(examples, 120)).toBe(`
Examples:
  $ flowcdk start                     run the application on this machine: its story, or a call
  $ flowcdk test-trigger NAME --event acw.json
      what a trigger does with an event

What an earlier synthesis wrote and this one does not is removed.`);
  });

  test('goes on below itself on a narrower one', () => {
    expect(wrapHelp(examples, 70)).toBe(`
Examples:
  $ flowcdk start                     run the application on this
                                      machine: its story, or a call
  $ flowcdk test-trigger NAME --event acw.json
      what a trigger does with an event

What an earlier synthesis wrote and this one does not is removed.`);
  });

  test('puts meanings below their examples on a narrow one', () => {
    expect(wrapHelp(examples, 50)).toBe(`
Examples:
  $ flowcdk start
      run the application on this machine: its
      story, or a call
  $ flowcdk test-trigger NAME --event acw.json
      what a trigger does with an event

What an earlier synthesis wrote and this one does
not is removed.`);
  });
});

describe('the help of every command', () => {
  const names = async (): Promise<readonly string[]> => {
    const { commands } = await program([]);
    return ['', ...commands.map((command) => command.name()), 'org apply'];
  };

  test('fits 80 columns, but for examples that cannot be broken', async () => {
    for (const name of await names()) {
      const { out } = await flowcdk([...name.split(' ').filter((word) => word !== ''), '--help']);
      const wide = out.split('\n').filter((line) => line.length > 80 && !/^ {2}(\$|\{)/.test(line));

      expect({ name, wide }).toEqual({ name, wide: [] });
    }
  });

  test('has defaults in words', async () => {
    for (const name of await names()) {
      const { out } = await flowcdk([...name.split(' ').filter((word) => word !== ''), '--help']);

      expect(out).not.toMatch(/default:\s+(\{|\[|\d{5,})/);
    }
  });
});
