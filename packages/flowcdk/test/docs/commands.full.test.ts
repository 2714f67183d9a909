import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orgOverHttp } from '../private/org-over-http';
import { pages } from './page';

// Commands of the pages, run in a shell as they stand there.

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The block of commands of a page that has a text. */
function commandsIn(path: string, text: string): string {
  const block = pages
    .find((page) => page.path === path)
    ?.blocks.find(({ language, text: commands }) => language === 'sh' && commands.includes(text));
  if (!block) throw new Error(`${path} has no commands with ${text}`);
  return block.text;
}

/** Runs commands until one of them fails. */
async function shell(commands: string): Promise<{ readonly code: number; readonly out: string }> {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', commands], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (out += part.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out };
}

test('docs/event-stream.md: a finished call of a running org is a line of the file', async () => {
  const org = await orgOverHttp({ life: { busFolder: folder } });
  const commands = commandsIn('docs/event-stream.md', '/flowcdk/bus/rules/finished-calls');
  const { code, out } = await shell(commands.replace('http://127.0.0.1:8083', org.url));
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('"rules":1') as string });

  const id = await org.call();
  await org.over(id);
  await org.send('POST', '/flowcdk/clock', { seconds: 5 });
  const file = join(folder, 'finished-calls.jsonl');
  while (!existsSync(file)) await new Promise(setImmediate);
  await org.stop();
  expect(JSON.parse(readFileSync(file, 'utf8').split('\n')[0] ?? '')).toMatchObject({
    detail: { topicName: `v2.detail.events.conversation.${id}.customer.end` },
  });
});
