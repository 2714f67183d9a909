import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flowcdk, root } from './private/run';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-record-'));
afterAll(() => rmSync(folder, { recursive: true }));
const here = { cwd: folder };

writeFileSync(join(folder, 'settings.yaml'), 'provider: { region: eu-central-1 }\n');
writeFileSync(join(folder, 'crm.yaml'), 'services: { crm.example: { kind: answer, body: { name: Grace } } }\n');
writeFileSync(
  join(folder, 'flowcdk.config.ts'),
  `import { application, callData, callRoute, dataAction, disconnect, inboundCall, playAudio, say, stack, string, task, webServices } from '${join(root, 'packages/flowcdk/src')}';
import { at } from '${join(root, 'packages/flowcdk/src/templates')}';
import { respondsWith } from '${join(root, 'packages/flowcdk/src/testing')}';

const crm = webServices({ name: 'CRM' });
const who = dataAction({
  name: 'Who is it',
  integration: crm,
  input: {},
  output: { name: string() },
  request: () => ({ method: 'GET', url: 'https://crm.example/who' }),
  response: { name: at('$.name') },
});
const line = inboundCall({
  name: 'line',
  variables: { name: string() },
  startUp: ({ name }) =>
    task('Greet', [callData('Who?', who, { inputs: {}, outputs: { name } }), playAudio('Greet', say\`Hello \${name}.\`), disconnect()]),
});

export default application({
  stacks: () => [stack('line', [crm, who, line, callRoute({ name: 'line', numbers: ['+442079460101'], openHours: line })])],
  services: () => ({ 'crm.example': respondsWith({ name: 'Ada' }) }),
});
`,
);

const call = ['call', '--hangup-after', '60'];

test('a recorded call takes the services of the file that it was made with', async () => {
  const { code, err } = await flowcdk([...call, '--services', 'crm.yaml', '--record', 'grace.test.ts'], here);

  expect([code, err]).toEqual([0, '']);
  const text = readFileSync(join(folder, 'grace.test.ts'), 'utf8');
  expect(text).toContain("const org = await localOrg({ servicesFile: 'crm.yaml' });");
  expect(text).toContain("'Hello Grace.',");
});

test('the application of the folder may be named', async () => {
  const { code } = await flowcdk([...call, '--app', 'flowcdk.config.ts', '--record', 'ada.test.ts'], here);

  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'ada.test.ts'), 'utf8')).toContain("'Hello Ada.',");
});

test.each([
  ['a running org', ['--org', 'http://127.0.0.1:1'], 'What a running org (--org) holds, no test knows.'],
  ['another application', ['--app', join(root, 'flowcdk.config.ts')], 'Run the command in the folder'],
])('%s is refused, and nothing is written', async (_, options, why) => {
  const { code, err } = await flowcdk([...call, ...options, '--record', 'other.test.ts'], here);

  expect([code, err]).toEqual([2, expect.stringContaining(why)]);
  expect(() => readFileSync(join(folder, 'other.test.ts'))).toThrow('ENOENT');
});
