import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';
import {
  action,
  container,
  declared,
  encoded,
  exp,
  flow,
  noValue,
  variable,
  workflow,
} from '../i3/private/export-file';

// The commands that look at files take exports of Architect's Export button as they take YAML.

const home = process.cwd();
let folder = '';

const schema = (name: string) => ({ type: 'object', properties: { [name]: { type: 'string' } } });

const end = action('EndWorkflowAction', 'End', { exitReason: noValue('str') });
const support = workflow([end], {
  uiMetaData: {
    actionServiceActions: [
      { id: 'a', name: 'Find', category: 'CRM', inputSchema: schema('phone'), successSchema: schema('id') },
    ],
  },
});
const TEXT = `workflow:
  name: Support
  startUpRef: "/workflow/states/state[Start_10]"
  defaultLanguage: en-us
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowcdk-i3-'));
  process.chdir(folder);
  writeFileSync('Support.i3WorkFlow', encoded(support));
  writeFileSync('broken.i3WorkFlow', 'JTdC');
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
  process.exitCode = 0;
});

/** A command line, with what it says. */
async function flowcdk(line: string, stdin?: Uint8Array): Promise<{ exit: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  if (stdin !== undefined)
    jest
      .spyOn(process, 'stdin', 'get')
      .mockReturnValue(Readable.from([Buffer.from(stdin)]) as unknown as typeof process.stdin);
  const exit = await run(line.split(' ').slice(1));
  return { exit, out, err };
}

describe('flowcdk format', () => {
  test('writes the YAML of an export beside it, and names it', async () => {
    const { exit, out } = await flowcdk('flowcdk format Support.i3WorkFlow');

    expect({ exit, out }).toEqual({ exit: 0, out: 'Support.workflow.yaml\n' });
    expect(readFileSync('Support.workflow.yaml', 'utf8')).toContain(TEXT);
  });

  test('writes a common module that travels in an export as a file of its own', async () => {
    const module = flow('commonmodule', [container('CommonModuleTask', 'Module', [action('EndTaskAction', 'End')])], {
      name: 'Resolve: them',
    });
    writeFileSync('Caller.i3WorkFlow', encoded({ ...support, commonModules: [{ model: module }] }));
    const { exit } = await flowcdk('flowcdk format Caller.i3WorkFlow');

    expect(exit).toBe(0);
    expect(readdirSync('.').filter((name) => name.endsWith('.yaml'))).toEqual([
      'Caller.workflow.yaml',
      'Resolve_ them.commonModule.yaml',
    ]);
  });

  test('changes nothing a second time', async () => {
    await flowcdk('flowcdk format Support.i3WorkFlow');
    const { exit, out, err } = await flowcdk('flowcdk format Support.i3WorkFlow');

    expect({ exit, out, err }).toEqual({ exit: 0, out: '', err: '1 file unchanged\n' });
  });

  test('leaves other YAML with the same name as it is', async () => {
    writeFileSync('Support.workflow.yaml', 'workflow:\n  name: Mine\n');
    const { exit, err } = await flowcdk('flowcdk format Support.i3WorkFlow');

    expect(exit).toBe(1);
    expect(err).toContain('Support.workflow.yaml is there already and says something else than Support.i3WorkFlow');
    expect(readFileSync('Support.workflow.yaml', 'utf8')).toBe('workflow:\n  name: Mine\n');
  });

  test('--stdout prints the YAML and writes nothing', async () => {
    const { exit, out } = await flowcdk('flowcdk format --stdout Support.i3WorkFlow');

    expect(exit).toBe(0);
    expect(out).toContain(TEXT);
    expect(existsSync('Support.workflow.yaml')).toBe(false);
  });

  test('--check says that YAML would be written', async () => {
    const { exit, out } = await flowcdk('flowcdk format --check Support.i3WorkFlow');

    expect({ exit, out }).toEqual({ exit: 1, out: 'Support.workflow.yaml\n' });
    expect(existsSync('Support.workflow.yaml')).toBe(false);
  });

  test('standard input is known by its beginning', async () => {
    const { exit, out } = await flowcdk('flowcdk format -', encoded(support));

    expect(exit).toBe(0);
    expect(out).toContain(TEXT);
  });

  test('--json lists what is left out, with the reason of each rule', async () => {
    const { out } = await flowcdk('flowcdk format --json --stdout Support.i3WorkFlow');
    const { files } = JSON.parse(out) as { files: { yaml: string; leftOut: Record<string, unknown> }[] };

    expect(files).toEqual([
      expect.objectContaining({
        yaml: 'Support.workflow.yaml',
        leftOut: expect.objectContaining({
          link: {
            why: 'The order of actions and the ends of their paths. YAML says them by nesting.',
            paths: ['flowSequenceItemList[0].startAction'],
          },
        }) as unknown,
      }) as unknown,
    ]);
  });
});

describe('flowcdk check', () => {
  test('finds in an export what it finds in YAML, and tells flow, container and action', async () => {
    const wait = action('WaitAction', 'Wait', { duration: exp('dur', 'MakeDuration(9, 0, 0, 0)'), nextAction: 'End' });
    writeFileSync('Long.i3WorkFlow', encoded(workflow([wait, end])));
    const { exit, out } = await flowcdk('flowcdk check --json Long.i3WorkFlow');

    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ rule: 'wait-too-long', path: 'Support / Start / Wait', at: { file: 'Long.i3WorkFlow' } }],
    });
  });
});

describe('flowcdk list', () => {
  test('tells the flow of an export, and the contracts in it', async () => {
    const { exit, out } = await flowcdk('flowcdk list Support.i3WorkFlow');

    expect({ exit, out }).toEqual({
      exit: 0,
      out: `Support.i3WorkFlow
  workflow Support: 1 action
  data action Find (CRM): takes phone string; gives id string

`,
    });
  });

  test('tells a flow in YAML, and what it names', async () => {
    writeFileSync(
      'a.yaml',
      'inboundCall:\n  name: A\n  tasks: [{ task: { name: T, actions: [{ transferToAcd: { targetQueue: { lit: { name: Orders } } } }] } }]\n',
    );
    const { exit, out } = await flowcdk('flowcdk list a.yaml');

    expect({ exit, out }).toEqual({ exit: 0, out: 'a.yaml\n  inboundCall A: 1 action\n      uses queue Orders\n\n' });
  });

  test('--json tells it to programs', async () => {
    const { out } = await flowcdk('flowcdk list --json Support.i3WorkFlow');

    expect(JSON.parse(out)).toMatchObject({
      flows: [{ file: 'Support.i3WorkFlow', kind: 'workflow', name: 'Support', contracts: { dataActions: [{}] } }],
      findings: [],
    });
  });
});

test('flowcdk inspect draws the flow of an export', async () => {
  const { exit, out } = await flowcdk('flowcdk inspect Support.i3WorkFlow --format markdown');

  expect(exit).toBe(0);
  expect(out).toContain('# Support');
});

test.each([
  ['flowcdk check broken.i3WorkFlow', 1, 'this export is broken'],
  ['flowcdk format broken.i3WorkFlow', 1, 'this export is broken'],
  ['flowcdk list broken.i3WorkFlow', 1, 'this export is broken'],
  ['flowcdk list nothing.i3WorkFlow', 2, 'there is no such file'],
  ['flowcdk format nothing.i3WorkFlow', 2, 'there is no such file'],
  ['flowcdk check nothing.i3WorkFlow', 2, 'there is no such file'],
])('%s: exit code %i', async (line, code, message) => {
  const { exit, out, err } = await flowcdk(line);

  expect(exit).toBe(code);
  expect(out + err).toContain(message);
});

describe('flowcdk run', () => {
  const call = action('DataAction', 'Look up', {
    actionName: 'Find',
    category: { name: 'CRM' },
    inputs: [{ name: 'phone', value: exp('str', '"+33142685300"') }],
    outputs: [{ name: 'id', value: variable('str', 'Flow.id') }],
    errorBindings: [],
    nextAction: 'End',
  });

  test('runs the flow of an export, with data actions by the contracts in it', async () => {
    const id = declared('StringVariable', 'Flow.id', noValue('str'), { isOutput: true });
    const state = container('State', 'Start', [call, end]);
    writeFileSync('Look.i3WorkFlow', encoded({ ...support, flowSequenceItemList: [state], variables: [id] }));
    const { exit, out } = await flowcdk('flowcdk run --json Look.i3WorkFlow');

    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ flow: 'Support', problem: null, outputs: { 'Flow.id': 'id' } });
  });
});

describe('flowcdk import', () => {
  test('turns the flow of an export into a definition, and its contracts into data actions', async () => {
    const call = action('DataAction', 'Look up', {
      actionName: 'Find',
      category: { name: 'CRM' },
      inputs: [],
      outputs: [],
      errorBindings: [],
      nextAction: 'End',
    });
    writeFileSync(
      'Look.i3WorkFlow',
      encoded({ ...support, flowSequenceItemList: [container('State', 'Start', [call, end])] }),
    );
    const { exit } = await flowcdk('flowcdk import Look.i3WorkFlow');

    expect(exit).toBe(0);
    expect(readFileSync('flows/support.ts', 'utf8')).toContain("name: 'Support'");
    expect(readFileSync('data-actions/find.ts', 'utf8')).toContain('input: { phone: optional(string()) }');
    expect(readFileSync('data-actions/find.ts', 'utf8')).toContain('outputs: { id: string() }');
  });
});

describe('flowcdk compare', () => {
  beforeEach(async () => {
    mkdirSync('exports');
    mkdirSync('yaml');
    writeFileSync('exports/Support.i3WorkFlow', encoded(support));
    await flowcdk('flowcdk format Support.i3WorkFlow');
    writeFileSync('yaml/support.yaml', readFileSync('Support.workflow.yaml'));
  });

  test('takes a folder of exports, and one of YAML that says the same', async () => {
    const { exit, out } = await flowcdk('flowcdk compare exports yaml');

    expect({ exit, out }).toEqual({ exit: 0, out: 'exports and yaml do the same: 1 compared.\n' });
  });

  test('says where an export differs', async () => {
    writeFileSync(
      'yaml/support.yaml',
      readFileSync('yaml/support.yaml', 'utf8').replace('name: End\n', 'name: Stop\n'),
    );
    const { exit, out } = await flowcdk('flowcdk compare exports yaml');

    expect(exit).toBe(1);
    expect(out).toContain("workflow flow 'Support'");
    expect(out).toContain('Start / Stop\n    - nothing in exports');
  });

  test('refuses two files of one flow, and a file that it cannot read', async () => {
    writeFileSync('exports/support.yaml', readFileSync('yaml/support.yaml'));
    writeFileSync('exports/broken.i3WorkFlow', 'JTdC');
    const { exit, err } = await flowcdk('flowcdk compare exports yaml');

    expect(exit).toBe(1);
    expect(err).toContain("the workflow flow 'Support' stands in");
    expect(err).toContain('broken.i3WorkFlow');
  });

  test('says what is wrong with the flows of both folders, each at its place', async () => {
    writeFileSync('exports/broken.i3WorkFlow', 'JTdC');
    writeFileSync('yaml/broken.yaml', 'inboundCall:\n  name: [\n');
    writeFileSync('yaml/list.yaml', 'workflow:\n  states: []\n');
    const { exit, err } = await flowcdk('flowcdk compare exports yaml');

    expect(exit).toBe(1);
    for (const place of ['exports/broken.i3WorkFlow:1:1', 'yaml/broken.yaml:3:1', 'yaml/list.yaml:1:1'])
      expect(err).toContain(place);
  });

  test('a folder without flows is wrong use', async () => {
    mkdirSync('empty');
    const { exit, err } = await flowcdk('flowcdk compare exports empty');

    expect(exit).toBe(2);
    expect(err).toContain('the folder empty holds no flows');
  });
});
