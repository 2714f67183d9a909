import {
  closeSync,
  fchmodSync,
  fstatSync,
  fsync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';

/** An open file. */
export type OpenFile = number;

/** What a journal needs of the file system. Tests interrupt it between any two calls. */
export interface Disk {
  /** Whether the path is there, and is a file. */
  readonly kindOf: (path: string) => 'file' | 'folder' | 'something else' | 'nothing';
  /** Opens a file that only its owner may read. `append` and `replace` create it. */
  readonly open: (file: string, how: 'read' | 'append' | 'replace') => OpenFile;
  /** Bytes. */
  readonly size: (file: OpenFile) => number;
  /** Reads bytes from a place on and gives their number; 0 at the end. */
  readonly read: (file: OpenFile, into: Uint8Array, from: number) => number;
  /** Writes bytes at the end of a file and gives the number of those it wrote, which may be fewer. */
  readonly write: (file: OpenFile, bytes: Uint8Array) => number;
  readonly truncate: (file: OpenFile, size: number) => void;
  /** On return the bytes of the file outlive a loss of power. */
  readonly sync: (file: OpenFile) => void;
  /** The same, while other work goes on. */
  readonly syncMeanwhile: (file: OpenFile) => Promise<void>;
  readonly close: (file: OpenFile) => void;
  /** Gives a file another name. A file of that name is replaced in one step. */
  readonly rename: (from: string, to: string) => void;
  /** On return the names in a folder outlive a loss of power, where the system can promise that. */
  readonly syncFolder: (folder: string) => void;
  /** Removes a file where there is one. */
  readonly remove: (file: string) => void;
}

const FLAGS = { read: 'r', append: 'a', replace: 'w' } as const;
const OWNER_ONLY = 0o600;

/** The file system of this machine. */
export const disk: Disk = {
  kindOf: (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return 'nothing';
    if (stat.isFile()) return 'file';
    return stat.isDirectory() ? 'folder' : 'something else';
  },
  open: (file, how) => {
    const descriptor = openSync(file, FLAGS[how], OWNER_ONLY);
    // A file that was there keeps its mode. Older versions wrote it for everybody.
    if (how !== 'read') restrict(descriptor);
    return descriptor;
  },
  size: (file) => fstatSync(file).size,
  read: (file, into, from) => readSync(file, into, 0, into.length, from),
  write: (file, bytes) => writeSync(file, bytes),
  truncate: ftruncateSync,
  sync: fsyncSync,
  syncMeanwhile: promisify(fsync),
  close: closeSync,
  rename: renameSync,
  syncFolder: (folder) => {
    try {
      const descriptor = openSync(folder, 'r');
      try {
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    } catch {
      // Windows cannot, and some network drives.
    }
  },
  remove: (file) => rmSync(file, { force: true }),
};

/** Some file systems have no modes. */
function restrict(file: OpenFile): void {
  try {
    fchmodSync(file, OWNER_ONLY);
  } catch {
    // The file stays as it is.
  }
}

/** Writes all of the bytes at the end of a file. */
export function writeAll(on: Disk, file: OpenFile, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += on.write(file, bytes.subarray(written));
}
