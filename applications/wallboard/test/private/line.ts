import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localOrg, type LocalOrg } from 'flowcdk/testing';
import { seconds } from 'flowcdk';

const LINE = `inboundCall:
  name: Line
  startUpRef: /inboundCall/tasks/task[Queue]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  tasks:
    - task:
        name: Queue
        refId: Queue
        actions:
          - transferToAcd: { name: To support, targetQueue: { lit: { name: Support } } }
          - disconnect: { name: Over }
`;

/** An org whose line leads to the queue Support. An agent answers after so many seconds, and talks for a minute. */
export async function lineToSupport(answersAfter: number) {
  const file = join(mkdtempSync(join(tmpdir(), 'line-')), 'line.yaml');
  writeFileSync(file, LINE);
  const agents = { answersAfter: seconds(answersAfter), talksFor: seconds(60), wrapsUpIn: seconds(10) };
  const org = await localOrg({ flows: [file], settings: { agents }, limits: 'off' });
  await goOnQueue(org);
  return org;
}

/** Every user of the org becomes a member of its queues, and is ready for calls. */
async function goOnQueue({ fetch }: LocalOrg): Promise<void> {
  const api = 'https://api.example/api/v2';
  const idsOf = async (path: string) =>
    ((await (await fetch(`${api}${path}`)).json()) as { entities: { id: string }[] }).entities.map(({ id }) => id);
  const users = await idsOf('/users');
  const members = JSON.stringify(users.map((id) => ({ id })));
  for (const id of await idsOf('/routing/queues'))
    await fetch(`${api}/routing/queues/${id}/members`, { method: 'POST', body: members });
  const body = JSON.stringify({ presenceDefinition: { systemPresence: 'On Queue' } });
  for (const id of users) await fetch(`${api}/users/${id}/presences/purecloud`, { method: 'PATCH', body });
}
