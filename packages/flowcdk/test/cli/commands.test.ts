import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../constructs/private/stack';
import { flowcdk, projectFolder, root } from './private/run';

// Commands read and write real folders; a busy machine may take its time.
jest.setTimeout(30_000);

const project = projectFolder();
afterAll(project.remove);
const inProject = { cwd: project.folder };

describe('flowcdk synth', () => {
  test('writes the stacks and tells what it wrote', async () => {
    const { code, out, err } = await flowcdk(['synth'], inProject);

    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out.replace(/ \d+ bytes/g, '')).toBe(`cdktf.out/manifest.json
cdktf.out/stacks/caller-identification/cdk.tf.json
cdktf.out/stacks/caller-identification/flows/identify-caller.workflow.yaml
cdktf.out/stacks/caller-identification/flows/support-line-closed.inboundCall.yaml
cdktf.out/stacks/caller-identification/flows/support-line-fr-fr-closed.inboundCall.yaml
cdktf.out/stacks/caller-identification/flows/support-line-fr-fr.inboundCall.yaml
cdktf.out/stacks/caller-identification/flows/support-line.inboundCall.yaml
cdktf.out/stacks/end-of-call-report/cdk.tf.json
cdktf.out/stacks/end-of-call-report/flows/report-finished-call.workflow.yaml

2 stacks, 9 files
`);
  });

  test('--json tells it to programs', async () => {
    const { code, out, err } = await flowcdk(['synth', '--json', '--out', 'build'], inProject);
    const written = filesIn(join(project.folder, 'build'));

    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      out: 'build',
      stacks: ['caller-identification', 'end-of-call-report'],
      files: Object.entries(written)
        .filter(([path]) => path !== 'flowcdk.json')
        .map(([path, text]) => ({ path, bytes: Buffer.byteLength(text) })),
      findings: [],
    });
  });

  test.each([
    ['--env local', ['--env', 'local'], {}],
    ['FLOWCDK_ENV=local', [], { FLOWCDK_ENV: 'local' }],
  ])('%s lays the settings of this machine over the others', async (_, args, env) => {
    await flowcdk(['synth', '--out', 'local', ...args], { ...inProject, env });
    const stack = readFileSync(join(project.folder, 'local/stacks/end-of-call-report/cdk.tf.json'), 'utf8');

    expect(JSON.parse(stack)).toMatchObject({
      provider: { genesyscloud: [{ gateway: [{ protocol: 'http', host: '127.0.0.1', port: '8083' }] }] },
    });
    expect(stack).toContain('http://127.0.0.1:4100/customers/supportResult');
  });

  test('says the same every time', async () => {
    const [first, second] = [
      await flowcdk(['synth', '--json'], inProject),
      await flowcdk(['synth', '--json'], inProject),
    ];

    expect(second).toEqual(first);
  });
});

test('flowcdk list tells flows, data actions, triggers, and what refers to what', async () => {
  const { code, out, err } = await flowcdk(['list'], inProject);

  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`caller-identification
  integration Customer database Alpha
  data action Find customer in Alpha: GET https://alpha.customers.example/customers?phone=\${esc.url($input.phoneNumber)}, at most 5 s
      uses integration Customer database Alpha
`);
  expect(out).toContain(`  data action Launch identification: POST /api/v2/flows/executions, at most 5 s
      uses flow identify-caller, integration Flow launcher
`);
  expect(out).toMatch(/\n {2}workflow identify-caller: \d+ actions\n/);
  expect(out).toContain(`  call route support-line: +442079460101, +442079460102 → support-line
      uses flow support-line, flow support-line-closed, schedule group Support line
`);
  expect(out)
    .toContain(`  trigger Call finished: when v2.detail.events.conversation.{id}.acw happens, launch report-finished-call
      uses flow report-finished-call
`);
});

test('flowcdk list --json tells it to programs', async () => {
  const { code, out } = await flowcdk(['list', '--json'], inProject);

  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    stacks: [
      { stack: 'caller-identification', definitions: expect.any(Array) },
      {
        stack: 'end-of-call-report',
        definitions: [
          { kind: 'integration', name: 'Back office', refersTo: [] },
          { kind: 'dataAction', name: 'Post finished call', refersTo: [{ kind: 'integration', name: 'Back office' }] },
          {
            kind: 'flow',
            name: 'report-finished-call',
            type: 'workflow',
            refersTo: [
              { kind: 'dataAction', name: 'Post finished call' },
              { kind: 'participantData', name: 'support' },
            ],
          },
          { kind: 'trigger', name: 'Call finished', refersTo: [{ kind: 'flow', name: 'report-finished-call' }] },
        ],
      },
    ],
    findings: [],
  });
});

describe('help', () => {
  test.each([
    [[]],
    [['synth']],
    [['list']],
    [['start']],
    [['call']],
    [['simulate']],
    [['test-action']],
    [['test-trigger']],
  ])('flowcdk %j --help shows how it is used', async (command) => {
    const { code, out, err } = await flowcdk([...command, '--help']);

    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^Usage: ${['flowcdk', ...command].join(' ')}`));
    expect(out).toMatch(/\nExamples:\n {2}\$ flowcdk /);
  });

  test('the help tells the exit codes', async () => {
    expect((await flowcdk(['--help'])).out).toContain('Exit codes: 0 fine, 1 something was found, 2 wrong use.');
  });

  test('--version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

    expect(await flowcdk(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('wrong use', () => {
  test.each([
    ['an unknown command', ['synht'], 'flowcdk --help', "error: unknown command 'synht'\n(Did you mean synth?)"],
    [
      'an unknown option',
      ['synth', '--evn', 'x'],
      'flowcdk synth --help',
      "error: unknown option '--evn'\n(Did you mean --env?)",
    ],
    [
      'an option without its value',
      ['synth', '--out'],
      'flowcdk synth --help',
      "error: option '--out <dir>' argument missing",
    ],
    ['something too many', ['synth', 'flows'], 'flowcdk synth --help', "error: too many arguments for 'synth'"],
  ])('%s: exit code 2, what is wrong and where help is', async (_, args, help, message) => {
    const { code, out, err } = await flowcdk(args);

    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).toContain(`(${help} tells what can be done)`);
  });

  test('no command: exit code 2 and the help', async () => {
    const { code, err } = await flowcdk([]);

    expect(code).toBe(2);
    expect(err).toContain('Usage: flowcdk');
  });
});

describe('colours', () => {
  const escape = '\u001b[';

  test.each([
    ['none in a pipe', {}, false],
    ['where they are forced', { FORCE_COLOR: '1' }, true],
    ['none where nobody wants them, forced or not', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ])('%s', async (_, env, coloured) => {
    const { out } = await flowcdk(['list'], { ...inProject, env });

    expect(out.includes(escape)).toBe(coloured);
  });

  test('JSON never has any', async () => {
    const { out } = await flowcdk(['list', '--json'], { ...inProject, env: { FORCE_COLOR: '1' } });

    expect(out).not.toContain(escape);
  });
});
