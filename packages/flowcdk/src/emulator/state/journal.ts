import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../files/make-folder';
import { lockFolder } from './lock';
import { type Change, isChange, type Keep } from './org';

/** The file cannot be read as a journal. */
export class DamagedJournal extends Error {}

export interface Journal {
  /** All earlier changes, in order. */
  readonly changes: readonly Change[];
  /** A note for the user about the state of the file. */
  readonly notice?: string;
  /** Appends one transaction. On return the operating system has it, so a killed process loses nothing. */
  readonly keep: Keep;
  readonly close: () => void;
}

const FILE = 'journal.jsonl';
const HEADER = { flowcdk: 'org', version: 1 };

/**
 * Opens the journal of a folder. It has a header, then one JSON line for every transaction, numbered from 1.
 *
 * An incomplete last line was interrupted when the process died. No caller got an answer about its transaction, so the
 * line is dropped. Any other unreadable line is refused, because later lines build on it.
 *
 * @throws DamagedJournal, FolderInUse
 */
export function openJournal(folder: string): Journal {
  makeFolder(folder);
  const free = lockFolder(folder);
  try {
    return journalIn(join(folder, FILE), free);
  } catch (problem) {
    free();
    throw problem;
  }
}

function journalIn(file: string, free: () => void): Journal {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const torn = text.length > whole.length;
  const lines = whole === '' ? [] : whole.slice(0, -1).split('\n');
  const changes = lines.flatMap((line, i) => (i === 0 ? headerIn(line, file) : changesIn(line, i, file)));
  if (torn) truncateSync(file, Buffer.byteLength(whole));
  const descriptor = openSync(file, 'a');
  const append = (value: unknown): void => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    const { size } = fstatSync(descriptor);
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    } catch (problem) {
      // A full disk may hold half a line. The next line must not follow it.
      ftruncateSync(descriptor, size);
      throw problem;
    }
  };
  if (lines.length === 0) append(HEADER);
  let count = Math.max(0, lines.length - 1);
  return {
    changes,
    ...(torn ? { notice: `${file}: the last line was not complete and was dropped; nobody had been told of it` } : {}),
    keep: (newChanges, at) => {
      append({ n: count + 1, at: at.toISOString(), changes: newChanges });
      count += 1;
    },
    close: () => {
      closeSync(descriptor);
      free();
    },
  };
}

function headerIn(line: string, file: string): readonly Change[] {
  const header = parsed(line, 1, file);
  if (header['flowcdk'] !== HEADER.flowcdk || header['version'] !== HEADER.version) {
    throw new DamagedJournal(
      `${file}:1: this is no journal of a local org that this version can read. Choose another folder for --state.`,
    );
  }
  return [];
}

function changesIn(line: string, index: number, file: string): readonly Change[] {
  const { n, changes } = parsed(line, index + 1, file);
  if (n !== index || !Array.isArray(changes) || !changes.every(isChange)) throw damaged(file, index + 1);
  return changes;
}

function parsed(line: string, number: number, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // The line is reported below.
  }
  throw damaged(file, number);
}

const damaged = (file: string, line: number): DamagedJournal =>
  new DamagedJournal(
    `${file}:${line}: this line is damaged, and what follows builds on it. ` +
      `Restore the file, cut it before line ${line} to go back to then, or choose another folder for --state.`,
  );
