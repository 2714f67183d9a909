import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flowcdk } from '../cli/private/run';
import { action, container, encoded, flow as flowOfExport } from '../i3/private/export-file';

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const flow = (name: string, bye: string): string => `workflow:
  name: ${name}
  startUpRef: "/workflow/states/state[Start]"
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  settingsErrorHandling: { errorHandling: { endWorkflow: { none: true } } }
  states:
    - state:
        name: Start
        refId: Start
        actions:
          - callData:
              name: Ask
              category: { Shop: { dataAction: { Find order: {  inputs: {}  } } } }
          - disconnect: { name: ${bye}, odd: true }
`;

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
const here = { cwd: folder };

beforeAll(() => {
  write('orders.yaml', flow('Orders', 'Bye'));
  write('bot.yaml', 'botFlow:\n  name: Helper\n');
});

test('definitions are written into flows and data-actions, and what is YAML is told', async () => {
  const { code, out, err } = await flowcdk(['import', '*.yaml'], here);

  expect(out).toBe(`flows/helper.ts  stays YAML: botFlow has no builder
flows/orders.ts  2 actions, 1 with fields as YAML
1 data action beside them
`);
  expect(err).toBe('1 flow in TypeScript, 1 as YAML, 2 actions: 1 with builders, 1 with fields as YAML, 0 as YAML\n');
  expect(code).toBe(0);
  expect(files()).toEqual(expect.arrayContaining(['flows/helper.ts', 'flows/orders.ts', 'data-actions/find-order.ts']));
  expect(readFileSync(join(folder, 'flows/helper.ts'), 'utf8')).toContain("flowFromYaml('bot.yaml')");
});

test('an export stays YAML in a file of its own where its kind has no builder', async () => {
  const bot = flowOfExport('bot', [container('Task', 'Main', [action('ExitBotFlowAction', 'End')])], { name: 'Asks' });
  writeFileSync(join(folder, 'asks.i3BotFlow'), encoded(bot));
  const { code, out } = await flowcdk(['import', 'asks.i3BotFlow', '--out', 'bots/flows'], here);

  expect([code, out]).toEqual([0, 'bots/flows/asks.ts  stays YAML: botFlow has no builder\n']);
  expect(readFileSync(join(folder, 'bots/flows/asks.ts'), 'utf8')).toContain("flowFromYaml('bots/flows/asks.yaml')");
  expect(readFileSync(join(folder, 'bots/flows/asks.yaml'), 'utf8')).toContain('botFlow:\n  name: Asks\n');
});

test('a data action that was pulled gives its contract', async () => {
  const properties = { number: { type: 'string', description: 'Of the order' } };
  const contract = {
    input: { inputSchema: { type: 'object', properties } },
    output: { successSchema: { type: 'object' } },
  };
  write('find.json', JSON.stringify({ name: 'Find order', category: 'Shop', contract }));
  const { code } = await flowcdk(['import', 'orders.yaml', 'find.json', '--out', 'pulled/flows'], here);

  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'pulled/data-actions/find-order.ts'), 'utf8')).toContain(
    "input: { number: optional(string({ description: 'Of the order' })) }",
  );
});

test('JSON of something else is a finding', async () => {
  write('queue.json', '{"name":"Orders"}');
  const { code, err } = await flowcdk(
    ['import', 'orders.yaml', 'queue.json', '--out', 'pulled/flows', '--force'],
    here,
  );

  expect([code, err]).toEqual([1, expect.stringContaining('queue.json is no data action and no data table')]);
});

test('the same import again changes nothing; another text is in the way until --force', async () => {
  expect((await flowcdk(['import', 'orders.yaml'], here)).code).toBe(0);
  write('orders.yaml', flow('Orders', 'See you'));
  const refused = await flowcdk(['import', 'orders.yaml'], here);

  expect([refused.code, refused.out]).toEqual([2, '']);
  expect(refused.err).toContain('flows/orders.ts is there already, and its text is another');
  expect(readFileSync(join(folder, 'flows/orders.ts'), 'utf8')).toContain("disconnect('Bye')");
  expect((await flowcdk(['import', 'orders.yaml', '--force'], here)).code).toBe(0);
  expect(readFileSync(join(folder, 'flows/orders.ts'), 'utf8')).toContain("disconnect('See you')");
});

test('--json says of each flow how its actions are written', async () => {
  const { out } = await flowcdk(['import', 'orders.yaml', '--out', 'src/flows', '--json'], here);

  expect(JSON.parse(out)).toEqual({
    flows: [
      {
        file: 'orders.yaml',
        kind: 'workflow',
        name: 'Orders',
        path: 'orders.ts',
        actions: { builders: 1, withRaw: 1, raw: 0 },
        rawKeys: [],
      },
    ],
    files: ['src/flows/orders.ts', 'src/data-actions/find-order.ts'],
    findings: [],
  });
});
