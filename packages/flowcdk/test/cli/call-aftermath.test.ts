import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOrg } from '../../src/emulator/start-org';
import { flowcdk, root } from './private/run';

// The command loads an application; a busy machine takes its time.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-aftermath-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const here = { cwd: folder };

writeFileSync(join(folder, 'settings.yaml'), 'provider: { region: eu-central-1 }\n');
writeFileSync(
  join(folder, 'flowcdk.config.ts'),
  `import { application, builtIn, callRoute, createCallback, disconnect, exp, inboundCall, queue, stack, task, type PhoneNumber } from '${join(root, 'packages/flowcdk/src')}';

const support = queue({ name: 'Support' });
const line = inboundCall({
  name: 'Line',
  startUp: () =>
    task('Line', [
      createCallback('Back', { callbackNumber: exp<PhoneNumber>\`ToPhoneNumber(\${builtIn<string>('Call.Ani')})\`, queue: support }),
      disconnect(),
    ]),
});
const route = callRoute({ name: 'Line', numbers: ['+442079460101'], openHours: line });

export default application({ stacks: () => [stack('line', [support, line, route])] });
`,
);

const call = (...more: readonly string[]) => flowcdk(['call', '--hangup-after', '30', '--timeline', ...more], here);
/** Words of the timeline, whatever its lines. */
const plain = (text: string): string => text.replace(/\s+/g, ' ');

test('without a word the caller answers when somebody calls back', async () => {
  const { code, out } = await call();

  expect(code).toBe(0);
  expect(plain(out)).toContain('a callback to tel:+33142685300 for the queue Support');
  expect(plain(out)).toContain('tel:+33142685300 answers');
  expect(plain(out)).not.toContain('sentiment');
});

test('the caller is busy, and the analysis finds what it is told to', async () => {
  const { code, out } = await call('--called-back', 'busy', '--sentiment', '-60');

  expect(code).toBe(0);
  expect(plain(out)).toContain('tel:+33142685300 is busy');
  expect(plain(out)).toContain('sentiment: −60');
});

test('flowcdk start takes the same', async () => {
  const start = ['start', '--press', '1', '--hangup-after', '30', '--called-back', 'declines,answers'];
  const { code, out } = await flowcdk([...start, '--sentiment', '-60'], here);

  expect(code).toBe(0);
  expect(plain(out)).toContain('tel:+33142685300 is busy');
  expect(plain(out)).toContain('sentiment: −60');
});

test.each(['call', 'start'])('flowcdk %s knows no other reaction', async (command) => {
  const { code, err } = await flowcdk([command, '--press', '1', '--called-back', 'shrugs'], here);

  expect([code, plain(err)]).toEqual([2, expect.stringContaining('answers, declines, busy or no-answer')]);
});

test('a running org learns the same', async () => {
  const org = await startOrg({ host: '127.0.0.1', port: 0 });
  try {
    const url = `http://127.0.0.1:${org.port}`;
    await flowcdk(['synth', '--out', 'out'], here);
    await flowcdk(['org', 'apply', 'out/stacks/line', '--url', url], here);
    const { code } = await call('--org', url, '--called-back', 'no-answer,answers', '--sentiment', '10');

    expect(code).toBe(0);
    expect(org.org.all('person')).toEqual([{ id: '+33142685300', calls: [{}, { answersAfter: 5_000 }] }]);
    expect(org.org.all('sentiment')).toMatchObject([{ score: 10 }]);
    expect(org.org.all('callback')).toHaveLength(1);
  } finally {
    await org.stop();
  }
});

test.each([
  [['--called-back', 'maybe'], 'It has to be answers, declines, busy or no-answer'],
  [['--sentiment', '-101'], 'It has to be a number from -100 to 100'],
  [['--sentiment', 'sad'], 'It has to be a number from -100 to 100'],
  [['--called-back', 'busy', '--from', 'anonymous'], 'nobody calls an anonymous caller back'],
])('%j is wrong use', async (options, message) => {
  const { code, err } = await call(...options);

  expect(code).toBe(2);
  expect(err).toContain(message);
});
