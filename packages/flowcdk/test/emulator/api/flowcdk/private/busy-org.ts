import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workflowYaml } from '../../../private/flows';
import { entitiesOf, localOrg, type LocalOrg } from '../../../private/local-org';

export const queues = '/api/v2/routing/queues';

/** An org with something deployed to it, in which something happened. */
export async function busyOrg(options: Parameters<typeof localOrg>[0] = {}): Promise<LocalOrg> {
  const org = localOrg(options);
  await org.create(queues, { name: 'Support' });
  const { flow } = await org.publish(workflowYaml('Report'));
  await org.post('/api/v2/flows/executions', { flowId: flow?.id });
  return org;
}

export const events = async (org: LocalOrg): Promise<number> => entitiesOf(await org.get('/flowcdk/events')).length;

export const names = async (org: LocalOrg): Promise<readonly unknown[]> =>
  entitiesOf(await org.get(queues)).map(({ name }) => name);

/** Gives each test a folder of its own for what an org keeps. */
export function ownFolder(): <T>(work: (at: string) => T) => T {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'flowcdk-org-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  return (work) => work(join(folder, 'org'));
}
