import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOrg } from '../../src/emulator/start-org';
import { flowcdk, root } from './private/run';

// The command loads an application; a busy machine takes its time.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-dials-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const here = { cwd: folder };

writeFileSync(join(folder, 'settings.yaml'), 'provider: { region: eu-central-1 }\n');
writeFileSync(
  join(folder, 'flowcdk.config.ts'),
  `import { application, disconnect, exp, outboundCall, playAudio, stack, task, wrapupCode, type Audio } from '${join(root, 'packages/flowcdk/src')}';

const reminded = wrapupCode({ name: 'Reminded' });
const reminder = outboundCall({
  name: 'reminder',
  contactList: { name: 'Customers' },
  wrapupCode: reminded,
  startUp: () =>
    task('Remind', [
      playAudio('Greet', exp<Audio>\`ToAudioTTS(Append("Hello ", Call.Contact.FirstName, " from ", Call.Contact.City))\`),
      disconnect(),
    ]),
});

export default application({ stacks: () => [stack('reminders', [reminder, reminded])] });
`,
);

const dials = ['call', '--dials', 'reminder', '--from', '+442079460101', '--hangup-after', '30'];
const ada = ['--contact', 'FirstName=Ada', '--contact', 'City=Paris'];

test('the application calls a contact, whose values the flow reads', async () => {
  const { code, out, err } = await flowcdk([...dials, '--to', '+33142685300', ...ada], here);

  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Hello Ada from Paris');
});

/** The list that the flow names: no stack creates it. */
const contactLists = `
contactLists:
  - { name: Customers, columnNames: [phone], phoneColumns: [{ columnName: phone, type: cell }] }
`;

test('a running org does the same', async () => {
  const org = await startOrg({ host: '127.0.0.1', port: 0, seed: { file: 'seed.yaml', text: contactLists } });
  try {
    const url = `http://127.0.0.1:${org.port}`;
    expect(await flowcdk(['synth', '--out', 'out'], here)).toMatchObject({ code: 0 });
    expect(await flowcdk(['org', 'apply', 'out/stacks/reminders', '--url', url], here)).toMatchObject({ code: 0 });
    const { code, out, err } = await flowcdk([...dials, '--to', '+33142685300', ...ada, '--org', url], here);

    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Hello Ada from Paris');
  } finally {
    await org.stop();
  }
});

test.each([
  ['a flow that does not exist', [...dials.slice(0, 2), 'nobody', ...dials.slice(3)], 2, /nobody/],
  ['a contact without --dials', ['call', '--press', '1', ...ada], 2, /--contact is for a call that the org makes/],
  ['a value without a column', [...dials, '--contact', '=Ada'], 2, /It has to be a column and its value/],
])('%s is refused', async (_, args, exitCode, message) => {
  const { code, err } = await flowcdk(args, here);

  expect(err).toMatch(message);
  expect(code).toBe(exitCode);
});
