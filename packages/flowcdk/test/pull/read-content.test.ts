import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowcdkError } from '../../src/ground/finding';
import { contentOfFolder, pull, PulledFolder, readContent } from '../../src/pull';
import { callFlowYaml, workflowYaml } from '../emulator/private/flows';
import { type LocalOrg, localOrg } from '../emulator/private/local-org';
import { answered, type Fault, reader } from './private/reader';

/* flowcdk compare and flowcdk drift read an org like this. */

const out = mkdtempSync(join(tmpdir(), 'flowcdk-content-'));
afterAll(() => rmSync(out, { recursive: true }));

async function smallOrg(): Promise<LocalOrg> {
  const org = localOrg();
  await org.create('/api/v2/routing/queues', { name: 'Billing' });
  await org.publish(callFlowYaml('Main'));
  await org.publish(workflowYaml('Report'));
  return org;
}

const labels = ['flow inboundCall Main', 'flow workflow Report', 'queue  Billing'];
const labelsOf = ({ items }: Awaited<ReturnType<typeof readContent>>): readonly string[] =>
  [...items.values()].map(({ kind, within, name }) => `${kind} ${within} ${name}`).sort();

test('an org is read without any change but export jobs', async () => {
  const org = await smallOrg();
  const contents = () => org.org.contents().filter((change) => !('put' in change) || change.put !== 'flowJob');
  const before = contents();

  expect(labelsOf(await readContent(reader(org).connection))).toEqual(labels);
  expect(contents()).toEqual(before);
});

test.each<[what: string, fault: Fault]>([
  ['429', (_, nth) => (nth === 3 ? answered(429, 'Rate limit exceeded', { 'retry-after': '17' }) : undefined)],
  ['500', (_, nth) => (nth % 4 === 0 ? answered(500, 'Something broke') : undefined)],
  ['a token that expired', ({ url }, nth) => (nth === 5 && !url.includes('oauth') ? answered(401, 'No') : undefined)],
  ['silence', (_, nth) => (nth % 4 === 0 ? 'silence' : undefined)],
])('%s does not stop it', async (_, fault) => {
  const credentials = { clientId: 'local', secret: 'local' };
  const { connection } = reader(await smallOrg(), { credentials, fault });

  expect(labelsOf(await readContent(connection))).toEqual(labels);
});

test('all that an org refuses is told at once', async () => {
  const { connection } = reader(await smallOrg(), {
    fault: ({ url }) => (/queues|schedules/.test(url) ? answered(403, 'No permission') : undefined),
  });
  const problem = await readContent(connection).catch((thrown: unknown) => thrown);

  expect((problem as FlowcdkError).findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('/routing/queues was answered with 403'),
    expect.stringContaining('/architect/schedules was answered with 403'),
  ]);
});

test('all files that a folder lacks are told at once', async () => {
  await pull(reader(await smallOrg()).connection, PulledFolder.open(out));
  rmSync(join(out, 'flows'), { recursive: true });

  expect(() => contentOfFolder(PulledFolder.open(out))).toThrow(
    /Main\.inboundCall\.yaml is missing[^]*Report\.workflow\.yaml is missing/,
  );
});
