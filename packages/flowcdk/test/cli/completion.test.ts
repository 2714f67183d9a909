import { spawnSync } from 'node:child_process';
import { completedCommands } from '../../src/cli/completed-command';
import { program } from '../../src/cli/main';
import { flowcdk } from './private/run';

let bash = '';
beforeAll(async () => void (bash = (await flowcdk(['completion', 'bash'])).out));

/** What bash offers for the last word of a line. */
function offered(line: string): readonly string[] {
  const words = line.split(' ');
  const script = `${bash}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_flowcdk
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8', cwd: __dirname });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').filter((word) => word !== '');
}

describe('bash completes', () => {
  test.each<[line: string, words: readonly string[]]>([
    ['flowcdk s', ['synth', 'start', 'simulate']],
    ['flowcdk org a', ['apply']],
    ['flowcdk org apply --m', ['--made-up-secrets']],
    ['flowcdk check --reporter ', ['pretty', 'json', 'sarif']],
    ['flowcdk check --rep', ['--reporter']],
    ['flowcdk check --rule constant', ['off', 'warn', 'error'].map((severity) => `constant-condition=${severity}`)],
    ['flowcdk completion ', ['bash', 'zsh', 'fish', '--help', '-h']],
    ['flowcdk call --services completion.t', ['completion.test.ts']],
    ['flowcdk format completion.t', ['completion.test.ts']],
    ['flowcdk nothing', []],
  ])('%j', (line, words) => {
    expect(offered(line)).toEqual(words);
  });
});

describe.each(['bash', 'zsh', 'fish'])('the script of %s', (shell) => {
  test('knows every command and every option', async () => {
    const { out } = await flowcdk(['completion', shell]);
    const commands = completedCommands(await program([]));

    expect(commands.length).toBeGreaterThan(10);
    for (const { path, options } of commands) {
      for (const word of path) expect(out).toContain(word);
      for (const { flags } of options) {
        for (const flag of flags) expect(out).toContain(shell === 'fish' ? flag.replace(/^-+/, '') : flag);
      }
    }
  });
});

test('a text with an apostrophe or a bracket does no harm', async () => {
  const { out } = await flowcdk(['completion', 'zsh']);

  // Outside of quotes, nothing but options, names and separators is left.
  expect(out.replace(/'(?:[^']|'\\'')*'/g, '').match(/'/)).toBeNull();
});
