import { appendFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { EventLog } from '../../packages/flowcdk/src/emulator/runtime/event-log';

// Every event of every org, by the name of the test. Used by `npm run same-as` only.

const folder = process.env['FLOWCDK_KEEP_EVENTS'] ?? '';
let lines: string[] = [];

const add = EventLog.prototype.add;
EventLog.prototype.add = function (type, place, fields) {
  lines.push(JSON.stringify({ type, ...place, ...fields }));
  add.call(this, type, place, fields);
};

beforeEach(() => (lines = []));
afterEach(() => {
  const { currentTestName = '', testPath = '' } = expect.getState();
  if (lines.length === 0) return;
  const words = currentTestName.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80);
  const name = `${words}-${createHash('sha256')
    .update(basename(testPath) + currentTestName)
    .digest('hex')
    .slice(0, 8)}.jsonl`;
  // Of a busy hour the beginning tells enough.
  appendFileSync(join(folder, name), `${lines.slice(0, 2_000).join('\n')}\n`);
});
