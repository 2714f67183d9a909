import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../src/database/folder-lock';

const folder = mkdtempSync(join(tmpdir(), 'back-office-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a folder that a living process has is refused, with what to do', () => {
  writeFileSync(join(folder, 'back-office.pid'), String(process.ppid));

  expect(() => lockFolder(folder)).toThrow(`in use by the process ${process.ppid}. PGlite is for one process`);
});

test.each([
  ['its process was killed', '999999999'],
  ['it is no number', 'x'],
])('a lock counts no more when %s', (_, owner) => {
  writeFileSync(join(folder, 'back-office.pid'), owner);
  lockFolder(folder)();

  expect(() => lockFolder(folder)).not.toThrow();
});
