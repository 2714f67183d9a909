import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import application from '../../../../flowcdk.config';
import { deployed } from '../../src/testing/deployed';
import { openedOnce } from '../../src/testing/application';
import { MONDAY_TEN } from '../../src/testing/living-org';
import { type LocalOrg, localOrg } from '../emulator/private/local-org';
import { flowcdk, root } from './private/run';

jest.setTimeout(120_000);

const out = mkdtempSync(join(tmpdir(), 'flowcdk-drift-'));
let org: LocalOrg;
let url: string;

beforeAll(async () => {
  const { changes } = await deployed(openedOnce(application, root, 'local'), { at: MONDAY_TEN });
  org = localOrg({ happened: changes });
  await org.app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(org.app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await org.app.close();
  rmSync(out, { recursive: true });
});

/** What the org holds, without export jobs and tokens. */
const contents = () =>
  org.org.contents().filter((change) => !('put' in change) || !['flowJob', 'token'].includes(change.put));

/** Runs a command, which has to leave the org as it is. */
async function reading(args: readonly string[]): ReturnType<typeof flowcdk> {
  const before = contents();
  const result = await flowcdk(args);
  expect(contents()).toEqual(before);
  return result;
}

const idOf = (kind: 'dataAction' | 'trigger' | 'queue', named: string): string =>
  org.org.all(kind).find(({ name }) => name === named)?.id ?? '';

test('an org differs from the application where somebody changed it, and nowhere else', async () => {
  const before = await reading(['drift', '--env', 'local', '--org', url]);
  await reading(['pull', '--org', url, '--out', join(out, 'before')]);

  expect(before).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/is as the application deploys it: 41 of 41/) as string,
  });

  const inFolder = await flowcdk(['drift', '--env', 'local', '--folder', join(out, 'before')]);
  const ofFlows = await flowcdk(['drift', '--env', 'local', '--folder', join(out, 'before/flows')]);
  expect([inFolder.out, ofFlows.out]).toEqual([
    expect.stringContaining('is as the application deploys it: 41 of 41'),
    expect.stringMatching(/flows is as the application deploys it: (\d+) of \1\.$/m),
  ]);

  const yaml = readFileSync(join(out, 'before/flows/support-line.inboundCall.yaml'), 'utf8');
  await org.publish(
    yaml.replace(/menuSelectionTimeout:\n( +)lit:\n( +)seconds: \d+/, 'menuSelectionTimeout:\n$1lit:\n$2seconds: 9'),
  );
  await org.put(`/api/v2/processautomation/triggers/${idOf('trigger', 'Call finished')}`, {
    ...((await org.get(`/api/v2/processautomation/triggers/${idOf('trigger', 'Call finished')}`)).body as object),
    enabled: false,
  });
  await org.patch(`/api/v2/integrations/actions/${idOf('dataAction', 'Find customer in Beta')}`, {
    version: 1,
    config: { timeoutSeconds: 59 },
  });
  await org.create('/api/v2/routing/queues', { name: 'Not of the application' });

  const after = await reading(['drift', '--env', 'local', '--org', url]);
  expect(after.code).toBe(1);
  expect(after.out).toContain("inboundCall flow 'support-line'");
  expect(after.out).toMatch(/menuSelectionTimeout\.lit\.seconds\n +- \d+\n +\+ 9/);
  expect(after.out).toMatch(/trigger 'Call finished'\n {2}enabled\n +- true\n +\+ false/);
  expect(after.out).toMatch(
    /data action 'Customer database Beta \/ Find customer in Beta'[^]*config\.timeoutSeconds\n +- 5\n +\+ 59/,
  );
  expect(after.out).toContain(`3 differences between the application and ${url}; 38 the same.`);

  const compared = await reading(['compare', join(out, 'before'), url, '--json']);
  expect(compared.code).toBe(1);
  expect(JSON.parse(compared.out)).toMatchObject({
    onlyLeft: [],
    onlyRight: ["queue 'Not of the application'"],
    different: [
      { item: "data action 'Customer database Beta / Find customer in Beta'" },
      { item: "inboundCall flow 'support-line'" },
      { item: "trigger 'Call finished'" },
    ],
  });

  await reading(['pull', '--org', url, '--out', join(out, 'after')]);
  expect(await reading(['compare', join(out, 'after'), url])).toMatchObject({ code: 0, err: '' });
});
