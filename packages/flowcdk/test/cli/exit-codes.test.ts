import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../../src/cli/main';
import { exportedFile } from '../data-action/export/example';
import { isThorough, rowsOf } from '../private/thorough';
import { flowcdk, projectFolder } from './private/run';

// Commands check the application and read real folders; a busy machine may take its time.
jest.setTimeout(120_000);

const project = projectFolder();
afterAll(project.remove);
const inProject = { cwd: project.folder };

beforeAll(() => {
  project.write('settings.broken.yaml', 'databases: 1');
  project.write('fine.yaml', 'workflow:\n  name: A\n  states: []\n');
  project.write('untidy.yaml', "workflow: {states: [], name: 'A'}\n");
  project.write('wrong.yaml', 'workflow:\n  name: A\n  staets: []\n');
  project.write('flow.yaml', flowOfLine('disconnect: { name: Over }'));
  project.write(
    'breaks.yaml',
    flowOfLine(
      'updateData: { name: X, statements: [{ string: { variable: Flow.y, value: { exp: ToString(1/0) } } }] }',
    ),
  );
  project.write('greeting.yaml', workflowGreeting);
  project.write(
    'module.yaml',
    'commonModule:\n  name: M\n  defaultLanguage: en-us\n  supportedLanguages: { en-us: { none: true } }\n  startUpTaskActions: [{ endTask: { name: E } }]\n',
  );
  project.write('list.yaml', '- a\n');
  project.write('not-utf-8.yaml', '');
  writeFileSync(join(project.folder, 'not-utf-8.yaml'), Buffer.from([0xff, 0xfe, 0x00]));
  project.write('event.json', JSON.stringify({ conversationId: 'c', mediaType: 'CHAT' }));
  project.write('no-event.json', '[');
  project.write('export.json', exportedFile);
  project.write('no-export.json', exportedFile.replace('"GET"', '"get"'));
  project.write('no-services.yaml', 'services: { alpha: { kind: databse } }');
  project.write('no-limits.yaml', 'no.such.limit: 1');
  project.write('no-seed.yaml', 'people: []');
  mkdirSync(join(project.folder, 'folder.yaml'));
  mkdirSync(join(project.folder, 'empty'));
});

const flowOfLine = (action: string): string => `inboundCall:
  name: Line
  startUpRef: /inboundCall/tasks/task[T]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables: [{ stringVariable: { name: Flow.y, initialValue: { noValue: true } } }]
  tasks:
    - task:
        name: T
        refId: T
        actions: [{ ${action} }]
`;

const workflowGreeting = `workflow:
  name: Greeting
  startUpRef: /workflow/states/state[S]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables: [{ stringVariable: { name: Flow.name, isInput: true, isOutput: true, initialValue: { noValue: true } } }]
  settingsErrorHandling: { errorHandling: { endWorkflow: { none: true } } }
  states: [{ state: { name: S, refId: S, actions: [{ endWorkflow: { name: Over } }] } }]
`;

const FINE = 0;
const FINDINGS = 1;
const WRONG_USE = 2;

type Case = readonly [line: string, code: number, what: string];

/** What each command leaves with. */
const cases: Readonly<Record<string, readonly Case[]>> = {
  synth: [
    ['synth --out out', FINE, 'everything is written'],
    ['synth --out out --exports exports', FINE, 'data actions are written as files, too'],
    ['synth --out out --exports settings.yaml', WRONG_USE, 'a file is named in place of a folder for exports'],
    ['synth --env broken', FINDINGS, 'a setting is wrong'],
    ['synth --env nowhere', WRONG_USE, 'there is no such environment'],
    ['synth --env ../x', WRONG_USE, 'this is no name for an environment'],
    ['synth --app nowhere.ts', WRONG_USE, 'there is no such configuration'],
    ['synth --out settings.yaml', WRONG_USE, 'a file is named in place of a folder'],
    ['synth --nonsense', WRONG_USE, 'there is no such option'],
    ['synth something', WRONG_USE, 'there is no such argument'],
  ],
  list: [
    ['list', FINE, 'everything is listed'],
    ['list --env broken', FINDINGS, 'a setting is wrong'],
    ['list --env nowhere', WRONG_USE, 'there is no such environment'],
    ['list --app empty', WRONG_USE, 'a folder is no configuration'],
    ['list fine.yaml', FINE, 'the flow of a file is listed'],
    ['list list.yaml', FINDINGS, 'a file holds no flow'],
    ['list nothing.yaml', WRONG_USE, 'there is no such file'],
  ],
  check: [
    ['check', FINE, 'nothing is found'],
    ['check fine.yaml --rule missing-key=off', FINE, 'nothing is found in a file'],
    ['check wrong.yaml', FINDINGS, 'a key is misspelt'],
    ['check export.json', FINE, 'an exported data action has warnings alone'],
    ['check no-export.json', FINDINGS, 'an export is no data action'],
    ['check list.yaml', FINDINGS, 'a file holds no flow'],
    ['check --env broken', FINDINGS, 'a setting is wrong'],
    ['check --env nowhere', WRONG_USE, 'there is no such environment'],
    ['check fine.yaml --env nowhere', WRONG_USE, 'there is no such environment, besides a file'],
    ['check nothing.yaml', WRONG_USE, 'there is no such file'],
    ['check nothing/*.yaml', WRONG_USE, 'a pattern fits no file'],
    ['check folder.yaml', WRONG_USE, 'a folder is named in place of a file'],
    ['check fine.yaml --max-findings some', WRONG_USE, 'this is no number'],
    ['check fine.yaml --substitutions nothing.yaml', WRONG_USE, 'there are no substitutions'],
    ['check fine.yaml --substitutions list.yaml', WRONG_USE, 'substitutions have names'],
    ['check --substitutions event.json', WRONG_USE, 'the application fills in its own'],
  ],
  format: [
    ['format fine.yaml', FINE, 'nothing has to be changed'],
    ['format untidy.yaml --stdout', FINE, 'a file is printed in its canonical form'],
    ['format untidy.yaml --check', FINDINGS, 'a file would change'],
    ['format list.yaml', FINDINGS, 'a file holds no flow'],
    ['format not-utf-8.yaml', FINDINGS, 'a file is not UTF-8'],
    ['format nothing.yaml', WRONG_USE, 'there is no such file'],
    ['format fine.yaml nothing.yaml', WRONG_USE, 'one of two files is not there'],
    ['format nothing/*.yaml', WRONG_USE, 'a pattern fits no file'],
    ['format folder.yaml', WRONG_USE, 'a folder is named in place of a file'],
    ['format', WRONG_USE, 'no file is named'],
    ['format fine.yaml --check --stdout', WRONG_USE, 'two options exclude each other'],
  ],
  import: [
    ['import fine.yaml --out imported', FINE, 'a definition is written'],
    ['import list.yaml --out imported', FINDINGS, 'a file holds no flow'],
    ['import not-utf-8.yaml --out imported', FINDINGS, 'a file is not UTF-8'],
    ['import nothing.yaml', WRONG_USE, 'there is no such file'],
    ['import fine.yaml nothing.yaml', WRONG_USE, 'one of two files is not there'],
    ['import folder.yaml', WRONG_USE, 'a folder is named in place of a file'],
    ['import', WRONG_USE, 'no file is named'],
    ['import fine.yaml --out settings.yaml', WRONG_USE, 'a file is named in place of a folder'],
  ],
  eval: [
    ['eval 1+1', FINE, 'an expression has a value'],
    ['eval 1+"a"', FINDINGS, 'an expression has none'],
    ['eval', WRONG_USE, 'there is no expression'],
    ['eval 1 --var x', WRONG_USE, 'a variable has no value'],
    ['eval --jsonpath $.a', WRONG_USE, 'there is no document'],
  ],
  start: [
    ['start --callers 0 --no-back-office', FINE, 'the story is told'],
    ['start --env broken', FINDINGS, 'a setting is wrong'],
    ['start --env nowhere', WRONG_USE, 'there is no such environment'],
    ['start --callers -1', WRONG_USE, 'this is no number of callers'],
  ],
  call: [
    ['call --press 1,2', FINE, 'a call is over'],
    ['call --press 1 --env broken', FINDINGS, 'a setting is wrong'],
    ['call --press 1,2 --limit 30s', FINDINGS, 'a call is not over when it has to be'],
    ['call --press 1 --to +442079460101 --org http://127.0.0.1:1', FINDINGS, 'no org answers'],
    ['call --press 1 --env nowhere', WRONG_USE, 'there is no such environment'],
    ['call', WRONG_USE, 'nobody presses keys'],
    ['call --press x', WRONG_USE, 'this is no key'],
    ['call --press 1 --record a.test.ts --json', WRONG_USE, 'two options exclude each other'],
    ['call --press 1 --record a.test.ts --org http://127.0.0.1:1', WRONG_USE, 'no test knows a running org'],
    ['call --press 1 --record a.test.ts --app other.ts', WRONG_USE, 'a test cannot name another application'],
    ['call --press 1 --limit soon', WRONG_USE, 'this is no time'],
    ['call --press 1 --answered-after 5', WRONG_USE, 'this is for a running org'],
    ['call --press 1 --services nothing.yaml', WRONG_USE, 'there is no file of services'],
    ['call --press 1 --services no-services.yaml', WRONG_USE, 'a file of services is wrong'],
    ['call --press 1 --to +15550100', WRONG_USE, 'nobody has the number'],
  ],
  run: [
    ['run flow.yaml', FINE, 'the flow comes to its end'],
    ['run greeting.yaml --input name=Ada', FINE, 'a workflow is launched'],
    ['run breaks.yaml', FINDINGS, 'the flow breaks'],
    ['run wrong.yaml', FINDINGS, 'the file is no flow that can be published'],
    ['run', WRONG_USE, 'no file is named'],
    ['run nothing.yaml', WRONG_USE, 'there is no such file'],
    ['run empty', WRONG_USE, 'a folder holds no flow'],
    ['run flow.yaml --flow Other', WRONG_USE, 'there is no such flow'],
    ['run flow.yaml greeting.yaml --flow Nobody', WRONG_USE, 'none of two flows has the name'],
    ['run module.yaml', WRONG_USE, 'a common module cannot be started'],
    ['run greeting.yaml --input nme=Ada', WRONG_USE, 'there is no such input'],
    ['run greeting.yaml --input name', WRONG_USE, 'an input has no value'],
    ['run flow.yaml --at soon', WRONG_USE, 'this is no time'],
    ['run flow.yaml --services nothing.yaml', WRONG_USE, 'there is no file of services'],
    ['run flow.yaml --press x', WRONG_USE, 'this is no key'],
    ['run flow.yaml --record order.ts', WRONG_USE, 'this is no name of a test'],
  ],
  simulate: [
    ['simulate --calls 1 --per 10s', FINE, 'calls are simulated'],
    ['simulate --env broken', FINDINGS, 'a setting is wrong'],
    ['simulate --env nowhere', WRONG_USE, 'there is no such environment'],
    ['simulate --calls 0', WRONG_USE, 'this is no number of calls'],
    ['simulate --per soon', WRONG_USE, 'this is no time'],
    ['simulate --limits no-limits.yaml', WRONG_USE, 'there is no such limit'],
    ['simulate --limits nothing.yaml', WRONG_USE, 'there is no file of limits'],
    ['simulate --services no-services.yaml', WRONG_USE, 'a file of services is wrong'],
  ],
  'test-action': [
    ['test-action Find-customer-in-Gamma --input phoneNumber=33142685300', WRONG_USE, 'there is no such data action'],
    ['test-action', WRONG_USE, 'no data action is named'],
    ['test-action x --input y', WRONG_USE, 'an input has no value'],
    ['test-action --file nothing.json', WRONG_USE, 'there is no such export'],
    ['test-action x --file export.json', WRONG_USE, 'an export has its own name'],
    ['test-action --file no-export.json', FINDINGS, 'an export is no data action'],
    ['test-action --file export.json --input number=1', FINDINGS, 'nothing answers what the action asks'],
    ['test-action x --env nowhere', WRONG_USE, 'there is no such environment'],
    ['test-action x --env broken', FINDINGS, 'a setting is wrong'],
  ],
  'test-trigger': [
    ['test-trigger x --event event.json', WRONG_USE, 'there is no such trigger'],
    ['test-trigger x', WRONG_USE, 'no event is named'],
    ['test-trigger x --event nothing.json', WRONG_USE, 'there is no such event'],
    ['test-trigger x --event no-event.json', WRONG_USE, 'an event is no JSON'],
    ['test-trigger x --event event.json --env nowhere', WRONG_USE, 'there is no such environment'],
    ['test-trigger x --event event.json --env broken', FINDINGS, 'a setting is wrong'],
  ],
  org: [
    ['org --port 70000', WRONG_USE, 'this is no port'],
    ['org --host 0.0.0.0', WRONG_USE, 'other machines need a token'],
    ['org --seed nothing.yaml', WRONG_USE, 'there is no seed'],
    ['org --port 0 --seed no-seed.yaml', WRONG_USE, 'a seed is wrong'],
    ['org --exports nothing.json', WRONG_USE, 'there is no such export'],
    ['org --exports no-export.json', FINDINGS, 'an export is no data action'],
    ['org --limits no-limits.yaml', WRONG_USE, 'there is no such limit'],
    ['org --services nothing.yaml', WRONG_USE, 'there is no file of services'],
    ['org --services no-services.yaml', WRONG_USE, 'a file of services is wrong'],
    ['org --env nowhere', WRONG_USE, 'there is no such environment'],
    ['org --allow-network https://crm.example', WRONG_USE, 'this is no host'],
    ['org --port 0 --state settings.yaml', WRONG_USE, 'a file is named in place of a folder'],
    ['org --port 0 --bus-files settings.yaml', WRONG_USE, 'a file is named in place of a folder for files of the bus'],
  ],
  'org apply': [
    ['org apply', WRONG_USE, 'no folder is named'],
    ['org apply empty', WRONG_USE, 'there is no stack in a folder'],
    ['org apply nowhere', WRONG_USE, 'there is no such folder'],
    ['org apply out --var nothing=1', WRONG_USE, 'no stack has the variable'],
    ['org apply out', FINDINGS, 'variables have no value'],
    ['org apply out --url http://127.0.0.1:1 --made-up-secrets', FINDINGS, 'no org answers'],
  ],
  pull: [
    ['pull --org http://127.0.0.1:1 --out pulled', FINDINGS, 'no org answers'],
    ['pull --out pulled', WRONG_USE, 'no org is named'],
    ['pull --org nowhere --out pulled', WRONG_USE, 'this is no address'],
    ['pull --region nowhere --out pulled', WRONG_USE, 'there is no such region'],
    ['pull --region eu-central-1 --out pulled', WRONG_USE, 'there is no OAuth client'],
    ['pull --org http://127.0.0.1:1 --region eu-central-1', WRONG_USE, 'two options exclude each other'],
  ],
  drift: [
    ['drift --org http://127.0.0.1:1', FINDINGS, 'no org answers'],
    ['drift --org http://127.0.0.1:1 --env broken', FINDINGS, 'a setting is wrong'],
    ['drift --org http://127.0.0.1:1 --env nowhere', WRONG_USE, 'there is no such environment'],
    ['drift', WRONG_USE, 'no org is named'],
  ],
  listen: [
    ['listen v2.users.1.mood --org http://127.0.0.1:1', WRONG_USE, 'knows no such topic'],
    ['listen', WRONG_USE, 'missing required argument'],
  ],
  events: [['events', WRONG_USE, 'no command is named']],
  'events compare': [
    ['events compare --calls 0', WRONG_USE, 'this is no number of calls'],
    ['events compare --calls many', WRONG_USE, 'this is no number'],
    ['events compare --seed x', WRONG_USE, 'this is no seed'],
    ['events compare something', WRONG_USE, 'there is no such argument'],
  ],
  compare: [
    ['compare http://127.0.0.1:1 http://127.0.0.1:1', FINDINGS, 'no org answers'],
    ['compare empty http://127.0.0.1:1', WRONG_USE, 'a folder was not pulled'],
    ['compare nowhere http://127.0.0.1:1', WRONG_USE, 'there is no such folder'],
    ['compare', WRONG_USE, 'nothing is named'],
  ],
  inspect: [
    ['inspect fine.yaml --out pages', FINE, 'a page is written'],
    ['inspect fine.yaml --format markdown', FINE, 'a flow is printed'],
    ['inspect list.yaml --format svg', FINDINGS, 'a file holds no flow that can be drawn'],
    ['inspect --env broken', FINDINGS, 'a setting is wrong'],
    ['inspect --env nowhere', WRONG_USE, 'there is no such environment'],
    ['inspect nothing.yaml', WRONG_USE, 'there is no such file'],
    ['inspect nothing/*.yaml', WRONG_USE, 'a pattern fits no file'],
    ['inspect folder.yaml', WRONG_USE, 'a folder is named in place of a file'],
    ['inspect fine.yaml untidy.yaml --format svg', WRONG_USE, 'only one flow can be printed'],
    ['inspect fine.yaml --format nonsense', WRONG_USE, 'there is no such format'],
    ['inspect fine.yaml --execution x', WRONG_USE, 'no org is named'],
    ['inspect fine.yaml --coverage nothing.json', WRONG_USE, 'there is no coverage'],
    ['inspect fine.yaml --out settings.yaml', WRONG_USE, 'a file is named in place of a folder'],
  ],
  completion: [
    ['completion bash', FINE, 'the script is printed'],
    ['completion', WRONG_USE, 'no shell is named'],
    ['completion tcsh', WRONG_USE, 'there is no such shell'],
  ],
  init: [
    ['init folder.yaml/..', WRONG_USE, 'a folder is not empty'],
    ['init settings.yaml', WRONG_USE, 'a file is named in place of a folder'],
    ['init new --template nonsense', WRONG_USE, 'there is no such template'],
  ],
};

const lines = Object.values(cases).flat();

/** Commands that take a second for their work. That they leave with 0 is proven in the tests of their names, too. */
const laborious = ['start', 'call', 'inspect', 'import'];

/** One line of each command for each code it leaves with, where not every test runs whole. */
const part = isThorough
  ? lines
  : Object.entries(cases).flatMap(([command, ofCommand]) =>
      ofCommand
        .filter(([, code], i) => ofCommand.findIndex(([, other]) => other === code) === i)
        .filter(([, code]) => !(laborious.includes(command) && code === FINE)),
    );

test.each(part)('flowcdk %s leaves with %d: %s', async (line, code) => {
  const { code: left, out, err } = await flowcdk(line.split(' '), inProject);

  expect([left, err.match(/\n\s+at /)]).toEqual([code, null]);
  if (code === WRONG_USE) expect([out, err]).toEqual(['', expect.stringMatching(/\S/)]);
});

test.each(
  rowsOf(
    part.filter(([line, code]) => code === WRONG_USE && !line.includes('nonsense')),
    8,
  ),
)('flowcdk %s leaves the reason to programs, too', async (line) => {
  const { code, out, err } = await flowcdk([...line.split(' '), '--json'], inProject);

  expect(code).toBe(WRONG_USE);
  // Findings are JSON. What the command line itself is wrong about stands in the error stream.
  if (out === '') expect(err).toMatch(/\S/);
  else expect(JSON.parse(out)).toMatchObject({ findings: [{ severity: 'error' }] });
});

test('every command is in the table', async () => {
  const { commands } = await program([]);
  const names = commands.flatMap((command) => [
    command.name(),
    ...command.commands.map((below) => `${command.name()} ${below.name()}`),
  ]);

  expect(Object.keys(cases).sort()).toEqual(names.sort());
});

test.each(['synth', 'list', 'check', 'start', 'simulate'])(
  'flowcdk %s leaves with 2 outside of a project',
  async (name) => {
    const { code, err } = await flowcdk([name], { cwd: '/' });

    expect(code).toBe(WRONG_USE);
    expect(err).toContain('there is no flowcdk.config.ts in / or in a folder above it');
  },
);
