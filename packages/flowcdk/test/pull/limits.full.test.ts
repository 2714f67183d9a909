import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultLimits } from '../../src/emulator/limits/limits';
import { pull, PulledFolder } from '../../src/pull';
import { workflowYaml } from '../emulator/private/flows';
import { localOrg } from '../emulator/private/local-org';
import { reader } from './private/reader';

const FLOWS = 2_000;

test('2,000 flows under the limit of 300 requests a minute take what the limit allows, and then only the lists', async () => {
  const out = mkdtempSync(join(tmpdir(), 'flowcdk-pull-'));
  const org = localOrg({ limits: defaultLimits });
  const first = await org.publish(workflowYaml('Flow 0'));
  const flow = org.org.get('flow', first.flow?.id ?? '');
  const version = org.org.get('flowVersion', `${flow?.id}/1.0`);
  if (!flow || !version) throw new Error('the first flow is published');
  for (let i = 1; i < FLOWS; i++) {
    const id = org.org.newId();
    org.org.put('flow', { ...flow, id, name: `Flow ${i}` });
    org.org.put('flowVersion', { ...version, id: `${id}/1.0`, yaml: workflowYaml(`Flow ${i}`) });
  }
  const began = org.org.now.getTime();
  const { connection, requests } = reader(org);
  const result = await pull(connection, PulledFolder.open(out));
  const minutes = (org.org.now.getTime() - began) / 60_000;
  const counted = requests.filter((request) => !request.includes('/flowcdk/')).length;

  expect(result.findings).toEqual([]);
  expect(result.written).toHaveLength(FLOWS);
  // Two requests for each flow, and the lists; what was refused came again.
  expect(counted).toBeGreaterThan(2 * FLOWS);
  expect(minutes).toBeLessThanOrEqual(Math.ceil(counted / 300));

  const again = reader(org);
  expect(await pull(again.connection, PulledFolder.open(out))).toMatchObject({ written: [], unchanged: FLOWS });
  // Twenty pages of flows, one of every other list, and who the org is.
  expect(again.requests).toHaveLength(20 + 10 + 2);
  rmSync(out, { recursive: true });
}, 300_000);
