import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localOrg } from 'flowcdk/testing';
import { seconds } from 'flowcdk';
import { reconcile } from '../src/reconciliation/reconcile';
import { Scene } from './private/scene';
import { apiOf } from './private/shipped-org';

const scene = Scene.forTests();

const CALLS = 10_000;

/** A line that takes calls and ends them. */
const line = `inboundCall:
  name: Line
  startUpRef: /inboundCall/tasks/task[Answer]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  tasks:
    - task:
        name: Answer
        refId: Answer
        actions:
          - disconnect: { name: Over }
`;

const folder = mkdtempSync(join(tmpdir(), 'line-'));
const file = join(folder, 'line.yaml');
writeFileSync(file, line);
afterAll(() => rmSync(folder, { recursive: true }));

// It reads two hundred pages and writes ten thousand results.
jest.setTimeout(300_000);

test('10,000 conversations are read from an org, page by page, and what is missing is filled', async () => {
  const org = await localOrg({ flows: [file] });
  scene.livesBeside(apiOf(org), () => org.clock.now());
  const from = new Date(org.clock.now());
  for (let i = 0; i < CALLS; i += 1) {
    org.call({ from: '+33142685300', flow: 'Line' });
    await org.waits(seconds(5));
  }
  const { db, inbox, gateway } = scene.office;
  const hours = { from, to: new Date(org.clock.now()) };

  const result = await reconcile({ db, inbox, gateway, recordPer: 'conversation' }, { ...hours, repair: true });

  expect(result).toMatchObject({ conversations: CALLS, expected: CALLS, repaired: CALLS });
  expect(await reconcile({ db, inbox, gateway, recordPer: 'conversation' }, { ...hours, repair: false })).toMatchObject(
    {
      conversations: CALLS,
      missing: [],
    },
  );
});
