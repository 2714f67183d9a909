import { readFileSync } from 'node:fs';
import { flushAudio, workflow } from '../../src';
import { firstUserLine } from '../../src/ground/source-line';
import { definedBy, libraryFolders, ORIGIN, sourceLine } from '../../src/architect/origin';

/** The number of the first line of this file that has the text. */
const lineWith = (text: string): number =>
  readFileSync(__filename, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

const stack = (...frames: readonly string[]): string =>
  ['Error', ...frames.map((frame) => `    at ${frame}`)].join('\n');

describe('the line of a definition', () => {
  test('is the line that calls the builder', () => {
    const line = sourceLine(flushAudio()[ORIGIN]);

    expect(line?.file).toMatch(/[\\/]test[\\/]architect[\\/]origin\.test\.ts$/);
    expect(line?.line).toBe(lineWith('sourceLine(flushAudio()[ORIGIN])'));
  });

  test('is the line of a flow, though its actions are made inside of the library', () => {
    const flow = workflow({ name: 'x', actions: () => [] });

    expect(sourceLine(flow[ORIGIN])?.line).toBe(lineWith("workflow({ name: 'x'"));
  });

  test('is not known where nobody remembered it', () => {
    expect(sourceLine(undefined)).toBeUndefined();
  });

  test('costs the rest of the program no frames', () => {
    const before = Error.stackTraceLimit;
    definedBy(definedBy);
    expect(Error.stackTraceLimit).toBe(before);
  });
});

const installed = '/home/ada/calls/node_modules/flowcdk';
const line = { file: '/home/ada/calls/flows/greet.ts', line: 3, column: 5 };

describe('the frames of the library are left out', () => {
  test.each([
    [
      'when it runs as TypeScript',
      '/home/ada/flowcdk/src/architect',
      [
        'state (/home/ada/flowcdk/src/architect/flows/containers.ts:33:9)',
        'greet (/home/ada/calls/flows/greet.ts:3:5)',
      ],
    ],
    [
      'when it is built and installed',
      `${installed}/dist/architect`,
      [`state (${installed}/dist/architect/flows/containers.js:9:1)`, 'greet (/home/ada/calls/flows/greet.ts:3:5)'],
    ],
    [
      'when a source map leads back to its TypeScript',
      `${installed}/dist/architect`,
      [`dataAction (${installed}/src/data-action/data-action.ts:9:1)`, '/home/ada/calls/flows/greet.ts:3:5'],
    ],
    [
      'when it is an ES module by its URL',
      '/home/ada/flowcdk/src/architect',
      ['node:internal/modules/run_main:1:2', 'async file:///home/ada/calls/flows/greet.ts:3:5'],
    ],
    [
      'when they name no place',
      '/home/ada/flowcdk/src/architect',
      [
        'Array.map (<anonymous>)',
        'new Promise (<anonymous>)',
        'Object.<anonymous> (/home/ada/calls/flows/greet.ts:3:5)',
      ],
    ],
  ])('%s', (_, here, frames) => {
    expect(firstUserLine(stack(...frames), libraryFolders(here))).toEqual(line);
  });

  test("a user's own folder named architect is not the library's", () => {
    const frame = 'greet (/home/ada/calls/src/architect/greet.ts:3:5)';

    expect(firstUserLine(stack(frame), libraryFolders(`${installed}/dist/architect`))?.file).toBe(
      '/home/ada/calls/src/architect/greet.ts',
    );
  });
});

describe('a path may hold', () => {
  const none = libraryFolders('/lib/src/architect');

  test.each([
    ['brackets', 'greet (/home/ada (work)/greet.ts:3:5)', '/home/ada (work)/greet.ts'],
    ['a drive', 'greet (C:\\calls\\greet.ts:3:5)', 'C:\\calls\\greet.ts'],
    ['a drive in a URL', 'file:///C:/calls/greet.ts:3:5', 'C:/calls/greet.ts'],
    ['a space in a URL', 'file:///home/ada/my%20calls/greet.ts:3:5', '/home/ada/my calls/greet.ts'],
    ['a colon', 'greet (/home/ada/a:b/greet.ts:3:5)', '/home/ada/a:b/greet.ts'],
  ])('%s', (_, frame, file) => {
    expect(firstUserLine(stack(frame), none)).toEqual({ file, line: 3, column: 5 });
  });

  test('a great many characters: looking takes no longer for it', () => {
    const long = `at ${'(x:1'.repeat(200_000)}`;

    expect(firstUserLine(`${long}\n    at greet (/greet.ts:3:5)`, none)?.file).toBe('/greet.ts');
  });
});
