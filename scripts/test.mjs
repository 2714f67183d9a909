// `npm test`: the compiler checks the types while jest runs, so that no core is idle. What the compiler says stands at the
// end, where it is not lost between the tests. The arguments are jest's; scripts/jest.mjs says which it has besides.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a script and says with what code it left; its output is shown at once, or kept. */
const run = (script, args, output) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ['inherit', output, 'inherit'],
    });
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (part) => (text += part));
    child.on('error', reject).on('close', (code) => resolve({ code: code ?? 1, text }));
  });

/** The compiler checks again only what has changed since the last run, and what that reaches. */
const remembered = ['--incremental', '--tsBuildInfoFile', join(root, 'node_modules/.cache/types-of-tests.tsbuildinfo')];

const [types, tests] = await Promise.all([
  run(
    'node_modules/typescript/bin/tsc',
    ['--noEmit', ...remembered, '--pretty', String(process.stdout.isTTY === true)],
    'pipe',
  ),
  run('scripts/jest.mjs', process.argv.slice(2), 'inherit'),
]);
if (types.code !== 0) console.log(`\nThe types do not fit:\n${types.text}`);
process.exitCode = tests.code || types.code;
