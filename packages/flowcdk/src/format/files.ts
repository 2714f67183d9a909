import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding } from '../ground/finding';
import { fileNotUtf8, fileUnreadable, fileUnwritable, folderWithoutFlows } from './unformattable';

/** The text of a file, or why there is none. A byte order mark is part of the text, so that nothing goes unnoticed. */
export function readText(file: string): string | Finding {
  const bytes = readBytes(file);
  return bytes instanceof Uint8Array ? (textOf(bytes) ?? fileNotUtf8(file)) : bytes;
}

/** The bytes of a file, or why there are none. */
export function readBytes(file: string): Uint8Array | Finding {
  try {
    if (statSync(file).isDirectory()) {
      return folderWithoutFlows(file);
    }
    return readFileSync(file);
  } catch (problem) {
    return fileUnreadable(file, reasonOf(problem), 'Check the name and that you may read the file.');
  }
}

/** Bytes as text, or nothing if they are not UTF-8: reading them as such would change them. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Replaces the text of a file in one step: a reader sees the old text or the new one, and after a failure the old text
 * is still there. Permissions stay, and a link stays a link to the file that is replaced.
 */
export function replaceText(file: string, text: string): Finding | undefined {
  let temporary: string | undefined;
  try {
    const target = realpathSync(file);
    const { mode, uid, gid } = statSync(target);
    // A rename ignores whether the file itself may be changed, so this asks first.
    accessSync(target, constants.W_OK);
    temporary = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`);
    writeNew(temporary, text, mode);
    keepOwner(temporary, uid, gid);
    renameSync(temporary, target);
    return undefined;
  } catch (problem) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    return fileUnwritable(
      file,
      reasonOf(problem),
      'It stays as it was. Check that you may write the file and its folder, or use --stdout.',
    );
  }
}

/** Writes a file that is not there yet. */
export function writeNewText(file: string, text: string): Finding | undefined {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return undefined;
  } catch (problem) {
    return fileUnwritable(file, reasonOf(problem), 'Check that you may write in its folder, or use --stdout.');
  }
}

function writeNew(file: string, text: string, mode: number): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, text);
    fchmodSync(handle, mode & 0o7777);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Only an administrator may change the owner of a file. For others the new file belongs to them. */
function keepOwner(file: string, uid: number, gid: number): void {
  const owned = statSync(file);
  if (owned.uid === uid && owned.gid === gid) return;
  try {
    chownSync(file, uid, gid);
  } catch {
    return;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'its links lead in a circle',
};

function reasonOf(problem: unknown): string {
  const { code, message } = problem as NodeJS.ErrnoException;
  return (code === undefined ? undefined : reasons[code]) ?? message;
}
