import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageFlowYaml } from '../emulator/private/flows';
import { flowcdk } from './private/run';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-run-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = { cwd: folder };

mkdirSync(join(folder, 'flows'));
writeFileSync(
  join(folder, 'flows/entry.yaml'),
  `inboundCall:
  name: Entry
  startUpRef: /inboundCall/tasks/task[T]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables: [{ stringVariable: { name: Flow.name, initialValue: { noValue: true } } }]
  tasks:
    - task:
        name: T
        refId: T
        actions:
          - callData: { name: Who?, timeout: { lit: { seconds: 5 } }, category: { CRM: { dataAction: { Find: { successOutputs: { name: { var: Flow.name } } } } } } }
          - playAudio: { name: Greet, audio: { exp: 'ToAudioTTS(Append("Hello ", Flow.name, " of {{shop}}."))' } }
          - transferToFlow: { name: On, targetFlow: { name: Shop } }
`,
);
writeFileSync(
  join(folder, 'flows/shop.yaml'),
  `inboundCall:
  name: Shop
  startUpRef: /inboundCall/tasks/task[T]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  tasks: [{ task: { name: T, refId: T, actions: [{ playAudio: { name: Say, audio: { tts: This is the shop. } } }, { disconnect: { name: Over } }] } }]
`,
);
writeFileSync(join(folder, 'flows/settings.yaml'), 'provider: { region: eu-central-1 }\n');
writeFileSync(join(folder, 'priority.csv'), 'customer,-> level\n7,VIP\n,usual\n');
writeFileSync(
  join(folder, 'decides.yaml'),
  `inboundCall:
  name: Decides
  startUpRef: /inboundCall/tasks/task[T]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables:
    - jsonVariable: { name: Flow.headers, initialValue: { noValue: true } }
    - jsonVariable: { name: Flow.decision, initialValue: { noValue: true } }
  tasks:
    - task:
        name: T
        refId: T
        actions:
          - getSIPHeaders: { name: Who?, sipHeaderNames: { noValue: true }, sipHeadersResult: { var: Flow.headers } }
          - callDecisionTable: { name: How?, decisionTable: { name: Priority }, input: { exp: Flow.headers }, output: { var: Flow.decision } }
          - playAudio: { name: Say, audio: { exp: 'ToAudioTTS(Append("Customer is ", ToString(Flow.decision.level)))' } }
          - disconnect: { name: Over }
`,
);
writeFileSync(
  join(folder, 'double.yaml'),
  `workflow:
  name: Double
  startUpRef: /workflow/states/state[S]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables:
    - integerVariable: { name: Flow.number, isInput: true, isOutput: false, initialValue: { noValue: true } }
    - integerVariable: { name: Flow.twice, isInput: false, isOutput: true, initialValue: { noValue: true } }
  settingsErrorHandling: { errorHandling: { endWorkflow: { none: true } } }
  states:
    - state:
        name: S
        refId: S
        actions:
          - updateData: { name: Add, statements: [{ integer: { variable: Flow.twice, value: { exp: Flow.number + Flow.number } } }] }
          - endWorkflow: { name: Over }
`,
);
writeFileSync(
  join(folder, 'texts.yaml'),
  messageFlowYaml(
    'Texts',
    `          - sendResponse: { name: Say, messageBody: { exp: 'Append("You typed ", Message.Message.body)' } }`,
  ),
);
writeFileSync(join(folder, 'crm.yaml'), 'services: { Find: { kind: answer, body: { name: Ada } } }');

describe('flowcdk run of a message flow', () => {
  test('a customer writes, and the flow answers', async () => {
    const { code, out, err } = await flowcdk(['run', 'texts.yaml', '--write', 'One', '--write', 'Two'], inFolder);

    expect([code, err]).toEqual([0, '']);
    for (const text of ['writes “One”', '“You typed One”', 'writes “Two”', '“You typed Two”'])
      expect(out).toContain(text);
  });

  test.each([
    ['--record', ['texts.yaml', '--record', 'texts.test.ts'], 'for a message flow write one with org.text'],
    [
      '--from anonymous',
      ['texts.yaml', '--from', 'anonymous'],
      'who writes has a number: --from anonymous is for calls',
    ],
    ['--write', ['double.yaml', '--write', 'One'], '--write is for message flows; "Double" is of kind workflow'],
    ['--press', ['double.yaml', '--press', '1'], '--press is for calls; "Double" is of kind workflow'],
    ['--hangup-after', ['double.yaml', '--hangup-after', '9'], '--hangup-after is for calls'],
    ['--limit', ['double.yaml', '--limit', '5m'], '--limit is for calls'],
    ['--sip-header', ['double.yaml', '--sip-header', 'X=1'], '--sip-header is for calls that come in'],
    [
      '--contact',
      ['flows', '--contact', 'a=1'],
      '--contact is for outbound call flows; "Entry" is of kind inboundCall',
    ],
    ['--table', ['flows', '--table', 'Shops=none.csv'], 'no flow names the data table Shops. They name no data table.'],
    [
      '--decision-table',
      ['decides.yaml', '--decision-table', 'Priorty=priority.csv'],
      'no flow names the decision table Priorty. Did you mean Priority? They name Priority.',
    ],
  ])('%s is wrong use', async (_, args, problem) => {
    const { code, err } = await flowcdk(['run', ...args], inFolder);

    expect([code, err]).toEqual([2, expect.stringContaining(problem)]);
  });
});

test('all options that do not fit are told at once', async () => {
  const { code, err } = await flowcdk(
    ['run', 'double.yaml', '--press', '1', '--write', 'One', '--input', 'numbr=1', '--table', 'Shops=shops.csv'],
    inFolder,
  );

  expect(code).toBe(2);
  for (const option of ['--press', '--write', 'no input numbr', 'data table Shops']) expect(err).toContain(option);
});

test('a service that answers nobody is told, and the flow runs', async () => {
  writeFileSync(join(folder, 'misspelt.yaml'), 'services: { Fnd: { kind: answer }, bot Order: { kind: bot } }');
  const { code, err } = await flowcdk(['run', 'flows', '--services', 'misspelt.yaml'], inFolder);

  expect(code).toBe(0);
  expect(err).toContain('no flow names the data action Fnd. Did you mean Find? They name CRM / Find, Find.');
  expect(err).toContain('no flow names the bot Order. They name no bot.');
});

describe('files that cannot be run', () => {
  beforeAll(() => {
    writeFileSync(join(folder, 'no-yaml.yaml'), 'inboundCall:\n  name: [\n');
    writeFileSync(join(folder, 'no-states.yaml'), 'workflow:\n  name: A\n  states: 7\n');
    writeFileSync(join(folder, 'no-flow.yaml'), 'services: { a: 1 }\n');
  });

  test('all that is wrong in all of them is told at its place', async () => {
    const { code, err } = await flowcdk(['run', 'no-yaml.yaml', 'no-states.yaml', 'no-flow.yaml'], inFolder);

    expect(code).toBe(1);
    for (const place of ['no-yaml.yaml:3:1', 'no-states.yaml:3:11', 'no-flow.yaml:1:1']) expect(err).toContain(place);
    expect(err).toContain('3 errors');
  });

  test('beside a file that is not there, too, which is wrong use', async () => {
    const { code, err } = await flowcdk(['run', 'no-yaml.yaml', 'no-states.yaml', 'nothing.yaml'], inFolder);

    expect(code).toBe(2);
    for (const place of ['no-yaml.yaml:3:1', 'no-states.yaml:3:11', 'nothing.yaml cannot be read'])
      expect(err).toContain(place);
  });

  test.each(['check', 'import', 'list', 'format'])('flowcdk %s says both, too', async (command) => {
    const { code, out, err } = await flowcdk([command, 'no-yaml.yaml', 'nothing.yaml'], inFolder);

    expect(code).toBe(2);
    expect(out + err).toContain('nothing.yaml cannot be read: there is no such file');
    expect(out + err).toContain('no-yaml.yaml');
  });

  test.each(['check', 'import', 'list', 'format', 'run'])(
    'flowcdk %s says that a folder holds no flow',
    async (command) => {
      mkdirSync(join(folder, 'empty'), { recursive: true });
      const { code, out, err } = await flowcdk([command, 'empty'], inFolder);

      expect([code, out + err]).toEqual([
        2,
        expect.stringContaining('empty cannot be read: no flow lies in this folder'),
      ]);
    },
  );

  test('two files with one flow are told by their names', async () => {
    writeFileSync(join(folder, 'twice.yaml'), readFileSync(join(folder, 'double.yaml')));
    const { code, err } = await flowcdk(['run', 'double.yaml', 'twice.yaml'], inFolder);

    expect([code, err]).toEqual([1, expect.stringContaining('twice.yaml and double.yaml hold the same flow, Double')]);
  });
});

test('an outbound call comes from a number of the org', async () => {
  const outbound = readFileSync(join(folder, 'flows/shop.yaml'), 'utf8').replaceAll('inboundCall', 'outboundCall');
  writeFileSync(join(folder, 'outbound.yaml'), outbound);
  const { out } = await flowcdk(['run', 'outbound.yaml', '--json'], inFolder);
  const { events } = JSON.parse(out) as { readonly events: readonly object[] };

  expect(events).toContainEqual(
    expect.objectContaining({ type: 'call.offered', from: 'tel:+442079460101', to: 'tel:+33142685300' }),
  );
});

describe('flowcdk run', () => {
  test('flows of a folder run together, from the one that no other names; what was invented is told', async () => {
    const { code, out, err } = await flowcdk(['run', 'flows'], inFolder);

    expect([code, err]).toEqual([0, '']);
    for (const text of [
      '“Hello name of shop.”',
      '“This is the shop.”',
      'Placeholders with their own names',
      'data action CRM / Find',
      'CRM / Find gave {"name":"name"}',
    ])
      expect(out).toContain(text);
  });

  test('says the same every time', async () => {
    const [first, second] = [
      await flowcdk(['run', 'flows', '--json'], inFolder),
      await flowcdk(['run', 'flows', '--json'], inFolder),
    ];

    expect(second).toEqual(first);
  });

  test('answers of a file take the place of invented ones', async () => {
    const { out } = await flowcdk(['run', 'flows', '--services', 'crm.yaml', '--json'], inFolder);
    const { problem, inventions, events } = JSON.parse(out) as {
      readonly problem: string | null;
      readonly inventions: { readonly results: object; readonly placeholders: readonly string[] };
      readonly events: readonly { readonly type: string; readonly text?: string }[];
    };

    expect([problem, inventions.results, inventions.placeholders]).toEqual([null, {}, ['shop']]);
    expect(events.filter(({ type }) => type === 'audio.ended').map(({ text }) => text)).toContain('Hello Ada of shop.');
  });

  test('a workflow is launched with its inputs and gives its outputs', async () => {
    const { code, out } = await flowcdk(['run', 'double.yaml', '--input', 'number=21'], inFolder);

    expect(code).toBe(0);
    expect(out).toContain('Flow.twice = 42');
  });

  test('inputs that nobody gave are invented', async () => {
    const { out } = await flowcdk(['run', 'double.yaml', '--json'], inFolder);

    expect(JSON.parse(out)).toMatchObject({ outputs: { 'Flow.twice': 2 }, inventions: { inputs: { number: 1 } } });
  });

  test('--record writes a test that was tried, and no second one over it', async () => {
    const { code } = await flowcdk(['run', 'flows', '--record', 'test/entry.test.ts'], inFolder);

    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'test/entry.test.ts'), 'utf8')).toContain(
      "org.call({ from: '+33142685300', flow: 'Entry' })",
    );
    expect(await flowcdk(['run', 'flows', '--record', 'test/entry.test.ts'], inFolder)).toMatchObject({ code: 2 });
  });

  test('--page writes the timeline with the diagrams of the flows', async () => {
    await flowcdk(['run', 'flows', '--page', 'run.html'], inFolder);

    expect(existsSync(join(folder, 'run.html'))).toBe(true);
  });
});

test('flowcdk check takes a folder: its flows together, and nothing else in it', async () => {
  const { out } = await flowcdk(['check', 'flows', '--json'], inFolder);

  expect(JSON.parse(out)).toMatchObject({ summary: { files: 2, errors: 0 } });
});

test('a call comes with SIP headers, and a decision table with its rows', async () => {
  const table = ['--decision-table', 'Priority=priority.csv'];
  const { code, out } = await flowcdk(
    ['run', 'decides.yaml', '--hangup-after', '30', '--sip-header', 'Customer=7', ...table],
    inFolder,
  );

  expect(code).toBe(0);
  expect(out).toContain('Customer is VIP');
  expect(out).toContain('decision table Priority: 2 rows');
});

test.each([
  ['--sip-header', 'It has to be a header and its value: X-Customer=7.'],
  ['--decision-table', 'It has to be a decision table and its file: Priority=priority.csv.'],
])('%s without a value is wrong use', async (option, why) => {
  const { code, err } = await flowcdk(['run', 'decides.yaml', option, 'nothing'], inFolder);

  expect([code, err]).toEqual([2, expect.stringContaining(why)]);
});
