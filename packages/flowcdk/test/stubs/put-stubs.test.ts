import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KitProblem, localOrg, type LocalOrgOptions } from '../../src/testing';

const folder = mkdtempSync(join(tmpdir(), 'stubs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A line that names one thing of each kind. */
const line = join(folder, 'line.yaml');
writeFileSync(
  line,
  `inboundCall:
  name: Line
  division: Shop
  startUpRef: /inboundCall/tasks/task[Start]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables:
    - booleanVariable: { name: Flow.isOpen, initialValue: { noValue: true } }
    - stringVariable: { name: Flow.city, initialValue: { lit: nowhere } }
    - stringVariable: { name: Flow.contact, initialValue: { noValue: true } }
  tasks:
    - task:
        name: Start
        refId: Start
        actions:
          - playAudio: { name: Welcome, audio: { exp: Prompt.welcome } }
          - evaluateScheduleGroup:
              name: Open?
              scheduleGroup: { lit: { name: Opening hours } }
              outputs:
                open: { actions: [{ playAudio: { name: Open, audio: { tts: We are open. } } }] }
                closed: { actions: [{ playAudio: { name: Closed, audio: { tts: We are closed. } } }] }
          - dataTableLookup:
              name: Where?
              lookupValue: { lit: '12' }
              dataTable: { Shops: { foundOutputs: { city: { var: Flow.city }, isBig: { var: Flow.isOpen } } } }
              outputs:
                found: { actions: [{ playAudio: { name: Said, audio: { exp: ToAudioTTS(Flow.city) } } }] }
                notFound: { actions: [{ playAudio: { name: Nowhere, audio: { tts: No shop. } } }] }
          - callCommonModule:
              name: Who?
              commonModule:
                Resolve: { ver_latestPublished: { inputs: { Common.email: { lit: a@b.c } }, outputs: { Common.contact: { var: Flow.contact } } } }
          - playAudio: { name: Contact, audio: { exp: ToAudioTTS(Flow.contact) } }
          - findQueue: { name: Queue, findName: { lit: Sales }, findResult: { noValue: true } }
          - transferToFlow: { name: Over, targetFlow: { name: Other line } }
`,
);
writeFileSync(join(folder, 'shops.csv'), 'key,city,isBig\r\n12,Berlin,true\r\n');

async function heard(options: LocalOrgOptions['stubs'] = {}): Promise<readonly string[]> {
  const org = await localOrg({ flows: [line], stubs: options });
  const call = org.call({ from: '+33142685300', flow: 'Line' });
  await call.end();
  return call.heard;
}

test('everything that a flow names has a stub', async () => {
  const { published } = await localOrg({ flows: [line] });

  expect(published.stubs).toEqual([
    { kind: 'division', name: 'Shop' },
    { kind: 'prompt', name: 'welcome', does: 'says “welcome”' },
    { kind: 'scheduleGroup', name: 'Opening hours', does: 'open' },
    { kind: 'datatable', name: 'Shops', does: 'no rows' },
    { kind: 'flow', type: 'COMMONMODULE', name: 'Resolve', does: 'gives invented outputs' },
    { kind: 'queue', name: 'Sales', does: 'an agent answers' },
    { kind: 'flow', type: 'INBOUNDCALL', name: 'Other line', does: 'says its name and hangs up' },
  ]);
});

test('by default prompts say their names, it is open, tables are empty, modules give invented outputs', async () => {
  expect(await heard()).toEqual(['welcome', 'We are open.', 'No shop.', 'contact', 'This is the flow Other line.']);
});

test('stubs say what they are told to: prompts, hours, and rows of a file whose columns have types', async () => {
  const stubs = {
    prompts: { welcome: 'Good morning.' },
    schedules: { 'Opening hours': 'closed' },
    dataTables: { Shops: join(folder, 'shops.csv') },
  } as const;

  expect(await heard(stubs)).toEqual(expect.arrayContaining(['Good morning.', 'We are closed.', 'Berlin']));
});

test('rows may stand in the test', async () => {
  expect(await heard({ dataTables: { Shops: [{ number: '12', city: 'Lyon', isBig: false }] } })).toContain('Lyon');
});

test.each([
  ['there is no file of rows', join(folder, 'nothing.csv'), /cannot be read/],
  ['a row lacks a field', join(folder, 'short.csv'), /has 1 fields in row 2 and 2 columns/],
])('a mistake names the table and the file: %s', async (_, file, problem) => {
  writeFileSync(join(folder, 'short.csv'), 'key,city\n12\n');
  const attempt = localOrg({ flows: [line], stubs: { dataTables: { Shops: file } } });

  await expect(attempt).rejects.toThrow(KitProblem);
  await expect(attempt).rejects.toThrow(problem);
});

test('problems of all flows come at once, each with its file', async () => {
  const broken = [1, 2].map((n) => join(folder, `broken${n}.yaml`));
  for (const file of broken) writeFileSync(file, 'inboundCall:\n  name: A\n  nonsense: 1\n');

  await expect(localOrg({ flows: broken })).rejects.toThrow(/broken1\.yaml and .*broken2|broken2\.yaml and .*broken1/);
});
