import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { build } from '../cli/private/run';
import { type OrgOverHttp, orgOverHttp } from '../private/org-over-http';

// `npm start` of the wallboard as a process of its own, beside an org over HTTP.

jest.setTimeout(120_000);

const folder = join(__dirname, '../../../../applications/wallboard');
let org: OrgOverHttp;
let wallboard: ChildProcess | undefined;
beforeAll(async () => {
  build();
  org = await orgOverHttp();
});
afterAll(async () => {
  wallboard?.kill('SIGKILL');
  await org.stop();
});

/** What a stream has said so far; `until` waits for what matches. */
function reading(stream: Readable) {
  let text = '';
  let look = (): void => undefined;
  stream.on('data', (part: Buffer) => {
    text += part.toString('utf8');
    look();
  });
  return {
    until: (pattern: RegExp) =>
      new Promise<string>((done) => {
        look = () => {
          const [match, group] = pattern.exec(text) ?? [];
          if (match !== undefined) done(group ?? match);
        };
        look();
      }),
  };
}

test('npm start shows a call to the org on the page, and ends with SIGTERM', async () => {
  wallboard = spawn(
    process.execPath,
    ['--require', 'flowcdk/register', 'src/main.ts', '--org', org.url, '--port', '0'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const page = await reading(wallboard.stdout as Readable).until(/The wallboard: (http:\S+)/);
  const request = get(`${page}/events`);
  const [response] = (await once(request, 'response')) as [Readable];
  const events = reading(response);
  await events.until(/"name":"Support"/);
  // The board sends what changed every 100 ms, so each state lasts longer than that.
  await org.call({ answersAfter: 2_000, talksFor: 2_000 });
  await events.until(/…5300/);
  await events.until(/INTERACTING/);
  request.destroy();

  wallboard.kill('SIGTERM');
  expect(await once(wallboard, 'exit')).toEqual([0, null]);
});
