import { dirname, join } from 'node:path';
import { makeFolder } from '../../files/make-folder';
import { type Compacted, writeSnapshot } from './compaction';
import { disk as thisMachine, type Disk, type OpenFile, writeAll } from './disk';
import { beginsAsJournal, header, readJournal, transactionLine } from './journal-lines';
import { CannotKeep, foreign, noFile } from './journal-problems';
import { lockFolder } from './lock';
import type { Change, Keep } from './org';

export interface JournalOptions {
  /** Takes the changes of each earlier transaction, in order. */
  readonly replay: (changes: readonly Change[]) => void;
  /** The changes that make what the org holds now, for the snapshot of a compaction. */
  readonly contents: () => readonly Change[];
  /** Takes how much of the file has been read, in bytes. */
  readonly onProgress?: ((read: number, of: number) => void) | undefined;
  /** Takes a note for the user about the state of the file. */
  readonly onNotice?: ((notice: string) => void) | undefined;
  /** @default the file system of this machine */
  readonly disk?: Disk;
  /** Bytes. A journal that has grown by less is not worth a compaction. @default 1 MiB */
  readonly smallestGrowth?: number;
  /** Bytes that a compaction writes at once. @default 256 KiB */
  readonly piece?: number;
}

export interface Journal {
  /**
   * Appends one transaction. On return the operating system has it, so a killed process loses nothing.
   *
   * @throws CannotKeep where the disk does not take it
   */
  readonly keep: Keep;
  /** Compacts the file if that is worth it, and resolves when the file is safe. A failure becomes a notice. */
  readonly compactIfLong: () => Promise<void>;
  /** Gives up a compaction that is under way, and frees the folder. */
  readonly close: () => Promise<void>;
}

const FILE = 'journal.jsonl';
const SMALLEST_GROWTH = 1024 * 1024;
const PIECE = 256 * 1024;

/**
 * Opens the journal of a folder. `journal-lines.ts` shows what stands in it.
 *
 * An incomplete last line was interrupted when the process died. No caller got an answer about its transaction, so the
 * line is dropped. Any other unreadable line is refused, because later lines build on it.
 *
 * When the journal is twice as long as its snapshot, it is compacted in the background. The new file takes the place of
 * the old one in one step, when the disk has all of it.
 *
 * @throws NoJournal, DamagedJournal, FolderInUse
 */
export function openJournal(folder: string, options: JournalOptions): Journal {
  makeFolder(folder, 0o700);
  const free = lockFolder(folder);
  try {
    return new JournalFile(join(folder, FILE), free, options);
  } catch (problem) {
    free();
    throw problem;
  }
}

class JournalFile implements Journal {
  readonly #disk: Disk;
  /** Undefined where it has to be opened before the next line. */
  #open: OpenFile | undefined;
  #size: number;
  /** The number of the last transaction. */
  #transactions: number;
  /** Bytes of the header and the snapshot. */
  #snapshot: number;
  /** The length at which the next compaction is due, after one that failed. */
  #nextTry = 0;
  #compaction: Promise<void> | undefined;
  /** Whether the last change could not be written. */
  #isFull = false;
  #isBroken = false;
  #isClosed = false;

  constructor(
    private readonly file: string,
    private readonly free: () => void,
    private readonly options: JournalOptions,
  ) {
    const { disk = thisMachine, replay, onProgress, onNotice } = options;
    this.#disk = disk;
    const contents = isThere(disk, file)
      ? withFile(disk, file, (open) => readJournal({ disk, file, replay, onProgress }, open))
      : { transactions: 0, whole: 0, snapshot: 0 };
    removeDraft(disk, draftOf(file));
    this.#open = disk.open(file, 'append');
    const size = disk.size(this.#open);
    if (size > contents.whole) {
      disk.truncate(this.#open, contents.whole);
      onNotice?.(`${file}: the last line was not complete and was dropped; nobody had an answer about it`);
    }
    this.#size = contents.whole;
    this.#transactions = contents.transactions;
    this.#snapshot = contents.snapshot;
    if (contents.whole === 0) this.#append(header());
  }

  keep: Keep = (changes, at) => {
    this.#append(transactionLine(this.#transactions + 1, at, changes));
    this.#transactions += 1;
    if (this.#isLong && this.#size >= this.#nextTry) setImmediate(() => void this.compactIfLong());
  };

  compactIfLong(): Promise<void> {
    if (!this.#isLong || this.#isClosed) return Promise.resolve();
    this.#compaction ??= this.#compact()
      .catch((problem: unknown) => this.#cannotCompact(problem))
      .finally(() => (this.#compaction = undefined));
    return this.#compaction;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#compaction;
    try {
      this.#closeFile();
    } finally {
      this.free();
    }
  }

  /** Whether the transactions since the snapshot take more room than the snapshot. */
  get #isLong(): boolean {
    const { smallestGrowth = SMALLEST_GROWTH } = this.options;
    return this.#size - this.#snapshot > Math.max(smallestGrowth, this.#snapshot);
  }

  #compact(): Promise<void> {
    return writeSnapshot({
      disk: this.#disk,
      draft: draftOf(this.file),
      contents: this.options.contents(),
      after: this.#transactions,
      journal: this.file,
      from: this.#size,
      end: () => this.#size,
      piece: this.options.piece ?? PIECE,
      isOver: () => this.#isClosed,
      complete: (compacted) => this.#goOnIn(compacted),
    });
  }

  /** Lets a new journal take the place of the old one. */
  #goOnIn({ open, size, snapshot }: Compacted): void {
    const disk = this.#disk;
    // Windows replaces no file that is open.
    this.#closeFile();
    disk.rename(draftOf(this.file), this.file);
    disk.syncFolder(dirname(this.file));
    // Half a line was in the old file only.
    this.#isBroken = false;
    this.#open = open;
    this.#size = size;
    this.#snapshot = snapshot;
    this.#nextTry = 0;
  }

  #closeFile(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open !== undefined) this.#disk.close(open);
  }

  /** The old journal stays in use. */
  #cannotCompact(problem: unknown): void {
    this.#nextTry = 2 * this.#size;
    try {
      this.#disk.remove(draftOf(this.file));
    } catch {
      // The next start removes it.
    }
    const why = problem instanceof Error ? problem.message : String(problem);
    this.options.onNotice?.(`${this.file} could not be compacted and stays as it is: ${why}`);
  }

  #append(text: string): void {
    try {
      const open = (this.#open ??= this.#disk.open(this.file, 'append'));
      if (this.#isBroken) this.#disk.truncate(open, this.#size);
      this.#isBroken = false;
      const bytes = Buffer.from(text);
      writeAll(this.#disk, open, bytes);
      this.#size += bytes.length;
    } catch (problem) {
      this.#dropHalfALine();
      const refusal = new CannotKeep(this.file, problem);
      if (!this.#isFull) this.options.onNotice?.(refusal.message);
      this.#isFull = true;
      throw refusal;
    }
    if (this.#isFull) this.options.onNotice?.(`${this.file} can be written again.`);
    this.#isFull = false;
  }

  /** A full disk may hold half a line. The next line must not follow it. */
  #dropHalfALine(): void {
    try {
      if (this.#open !== undefined) this.#disk.truncate(this.#open, this.#size);
    } catch {
      this.#isBroken = true;
    }
  }
}

/** The name of a compacted journal until it is complete. */
const draftOf = (file: string): string => `${file}.new`;

/** Whether there is a file. @throws NoJournal where something else has its name */
function isThere(disk: Disk, file: string): boolean {
  const kind = disk.kindOf(file);
  if (kind === 'folder' || kind === 'something else') {
    throw noFile(file, kind === 'folder' ? 'a folder' : 'no ordinary file');
  }
  return kind === 'file';
}

/** Removes what an interrupted compaction left. */
function removeDraft(disk: Disk, draft: string): void {
  if (!isThere(disk, draft)) return;
  if (!withFile(disk, draft, (open) => beginsAsJournal(disk, open))) throw foreign(draft);
  disk.remove(draft);
}

function withFile<T>(disk: Disk, file: string, use: (open: OpenFile) => T): T {
  const open = disk.open(file, 'read');
  try {
    return use(open);
  } finally {
    disk.close(open);
  }
}
