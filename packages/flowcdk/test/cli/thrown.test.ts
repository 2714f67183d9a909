import { join } from 'node:path';
import type { Finding } from '../../src/ground/finding';
import { FlowcdkError } from '../../src/ground/finding';
import { findingsOf, orFindings } from '../../src/ground/thrown';

const src = join(__dirname, '../../src');

/** An error as Node throws it, with a call stack. */
function thrown(error: Error, ...frames: readonly string[]): Error {
  return Object.assign(error, {
    stack: `${error.name}: ${error.message}\n${frames.map((frame) => `    at ${frame}`).join('\n')}`,
  });
}

const places = (problem: unknown) => findingsOf(problem)?.map(({ at }) => at);

test('findings that were thrown are told as they are', () => {
  const finding: Finding = { rule: 'odd', severity: 'error', message: 'this is odd' };

  expect(findingsOf(new FlowcdkError([finding]))).toEqual([finding]);
});

test("what failed in the project's own code is told with its line", () => {
  const problem = thrown(new TypeError('x is undefined\nand more'), 'supportLine (/home/ada/flows/line.ts:12:5)');

  expect(findingsOf(problem)).toEqual([
    {
      rule: 'code-threw',
      severity: 'error',
      message: 'TypeError: x is undefined',
      help: 'This line, or something it calls, failed while the definitions were made. FLOWCDK_DEBUG=1 shows the whole way there.',
      at: { file: '/home/ada/flows/line.ts', line: 12, column: 5 },
    },
  ]);
});

test('what failed in a library, ours or another, is told with the line that called it', () => {
  const problem = thrown(
    new TypeError('x is undefined'),
    `callData (${src}/architect/actions/call-data.ts:3:4)`,
    'Command.run (/home/ada/node_modules/commander/lib/command.js:7:8)',
    'node:internal/process:1:2',
    'Object.<anonymous> (/home/ada/flows/line.ts:12:5)',
  );

  expect(places(problem)).toEqual([{ file: '/home/ada/flows/line.ts', line: 12, column: 5 }]);
});

test('a file that cannot be read as JavaScript is told with the line Node names', () => {
  const problem = new SyntaxError("Unexpected token '('");
  problem.stack = `/home/ada/dist/flows/line.js:6\nconst x = (;\n          ^\n\nSyntaxError: Unexpected token '('\n    at wrapSafe (node:internal/modules:1:2)`;

  expect(places(problem)).toEqual([{ file: '/home/ada/dist/flows/line.js', line: 6, column: 1 }]);
});

test.each([
  ['an error of our own code only', thrown(new TypeError('x'), `synthesize (${src}/constructs/synthesize.ts:3:4)`)],
  ['something that is no error', 'oh'],
])('%s is a defect of ours: nobody else is blamed', async (_, problem) => {
  expect(findingsOf(problem)).toBeUndefined();
  await expect(orFindings(() => Promise.reject(problem as Error))).rejects.toBe(problem);
});

test('what was made comes back, and what was thrown as findings', async () => {
  const problem = thrown(new TypeError('x'), 'f (/home/ada/flows/line.ts:12:5)');

  expect(await orFindings(() => Promise.resolve({ made: 1 }))).toEqual({ made: 1 });
  expect(await orFindings(() => Promise.reject(problem))).toEqual({ findings: findingsOf(problem) });
});
