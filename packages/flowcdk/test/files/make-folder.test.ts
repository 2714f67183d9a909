import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../src/files/make-folder';

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inside = (...names: string[]): string => join(folder, ...names);

test('a folder is made with those above it, and the first of them is told', () => {
  expect(makeFolder(inside('a', 'b', 'c'))).toBe(inside('a'));
  expect(statSync(inside('a', 'b', 'c')).isDirectory()).toBe(true);
});

test('a folder that is there stays', () => {
  makeFolder(inside('there'));
  writeFileSync(inside('there', 'file'), '');

  expect(makeFolder(inside('there'))).toBeUndefined();
  expect(existsSync(inside('there', 'file'))).toBe(true);
});

test('a file in the place of a folder is refused', () => {
  writeFileSync(inside('file'), '');

  expect(() => makeFolder(inside('file'))).toThrow('EEXIST');
  expect(() => makeFolder(inside('file', 'below'))).toThrow('ENOTDIR');
});

// Only Linux has such a folder.
if (process.platform === 'linux') {
  test('a folder that takes nothing is refused at once', () => {
    expect(() => makeFolder('/proc/flowcdk/x')).toThrow('ENOENT');
  });
}
