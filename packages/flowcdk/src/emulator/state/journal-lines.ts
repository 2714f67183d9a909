import { isUtf8 } from 'node:buffer';
import type { Disk, OpenFile } from './disk';
import { damaged, DamagedJournal, foreign } from './journal-problems';
import { DEEPEST, isDeeperThan } from '../../ground/json-depth';
import { type Change, isChange } from './org';

/*
 * A journal has a header, then one line of JSON for every transaction, numbered from 1. A compacted journal has a
 * snapshot between its header and the transactions that came after:
 *
 *   {"flowcdk":"org","version":2,"after":1234}     the header: the snapshot holds 1,234 transactions
 *   {"snapshot":1,"changes":[…]}                   what the org held then, in parts
 *   {"snapshot":"end","lines":1}
 *   {"n":1235,"at":"…","changes":[…]}              a transaction
 */

const HEADER = { flowcdk: 'org', version: 1 };
const BEGINNING = '{"flowcdk":"org",';

export const header = (): string => line(HEADER);
export const compactedHeader = (after: number): string => line({ ...HEADER, version: 2, after });
export const snapshotLine = (number: number, changes: string): string =>
  `{"snapshot":${number},"changes":[${changes}]}\n`;
export const snapshotEnd = (lines: number): string => line({ snapshot: 'end', lines });
export const transactionLine = (n: number, at: Date, changes: readonly Change[]): string =>
  line({ n, at: at.toISOString(), changes });

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** What a reader learns of a journal. */
export interface JournalContents {
  /** The number of the last transaction. */
  readonly transactions: number;
  /** Bytes up to the end of the last complete line. */
  readonly whole: number;
  /** Bytes of the header and the snapshot; 0 where there is no snapshot. */
  readonly snapshot: number;
}

export interface Reading {
  readonly disk: Disk;
  readonly file: string;
  /** Takes the changes of each transaction, in order. */
  readonly replay: (changes: readonly Change[]) => void;
  /** Takes how far the reader is, in bytes. */
  readonly onProgress?: ((read: number, of: number) => void) | undefined;
}

/**
 * Reads a journal line by line, because it may be longer than any text or memory.
 *
 * @throws NoJournal, DamagedJournal
 */
export function readJournal({ disk, file, replay, onProgress }: Reading, open: OpenFile): JournalContents {
  if (!beginsAsJournal(disk, open)) throw foreign(file);
  const size = disk.size(open);
  if (size < header().length) {
    // It ended while its header was being written.
    if (!header().startsWith(startOf(disk, open, size))) throw foreign(file);
    return { transactions: 0, whole: 0, snapshot: 0 };
  }
  const lines = new LineReader(file, replay);
  let whole = 0;
  for (const { bytes, end } of linesOf(disk, open, (read) => onProgress?.(read, size))) {
    lines.take(bytes, end);
    whole = end;
  }
  return lines.contents(whole);
}

/** Whether a file begins as journals do, as far as it goes. */
export const beginsAsJournal = (disk: Disk, open: OpenFile): boolean =>
  BEGINNING.startsWith(startOf(disk, open, BEGINNING.length));

/** The first characters of a file. */
function startOf(disk: Disk, open: OpenFile, length: number): string {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, disk.read(open, bytes, 0)).toString('latin1');
}

/** Understands the lines of a journal one after the other. */
class LineReader {
  #number = 0;
  /** The number of the last transaction. Undefined before the header. */
  #transactions: number | undefined;
  /** How many lines of the snapshot there were. Undefined where the snapshot is over, or there is none. */
  #snapshotLines: number | undefined;
  #snapshotEnd = 0;

  constructor(
    private readonly file: string,
    private readonly replay: (changes: readonly Change[]) => void,
  ) {}

  take(bytes: Buffer, end: number): void {
    this.#number += 1;
    const value = this.#parsed(bytes);
    if (this.#transactions === undefined) this.#takeHeader(value);
    else if (this.#snapshotLines !== undefined) this.#takeSnapshot(value, this.#snapshotLines, end);
    else this.#takeTransaction(value, this.#transactions + 1);
  }

  contents(whole: number): JournalContents {
    // A compacted journal gets its name when its snapshot is complete.
    if (this.#snapshotLines !== undefined) throw damaged(this.file, this.#number + 1, 'the snapshot has no end');
    if (this.#transactions === undefined) throw foreign(this.file);
    return { transactions: this.#transactions, whole, snapshot: this.#snapshotEnd };
  }

  #takeHeader({ flowcdk, version, after }: Fields): void {
    const isCompacted = version === 2 && typeof after === 'number';
    if (flowcdk !== HEADER.flowcdk || (version !== HEADER.version && !isCompacted)) throw foreign(this.file);
    this.#transactions = isCompacted ? after : 0;
    if (isCompacted) this.#snapshotLines = 0;
  }

  #takeSnapshot({ snapshot, changes, lines }: Fields, before: number, end: number): void {
    if (snapshot === 'end' && lines === before) {
      this.#snapshotLines = undefined;
      this.#snapshotEnd = end;
      return;
    }
    if (snapshot !== before + 1) throw damaged(this.file, this.#number);
    this.#replay(changes);
    this.#snapshotLines = before + 1;
  }

  #takeTransaction({ n, changes }: Fields, expected: number): void {
    if (n !== expected) throw damaged(this.file, this.#number);
    this.#replay(changes);
    this.#transactions = expected;
  }

  #replay(changes: unknown): void {
    if (!Array.isArray(changes) || !changes.every(isChange)) throw damaged(this.file, this.#number);
    this.replay(changes);
  }

  #parsed(bytes: Buffer): Fields {
    if (!isUtf8(bytes)) throw damaged(this.file, this.#number, 'this line is not UTF-8');
    let value: unknown;
    try {
      const text = bytes.toString('utf8');
      if (isDeeperThan(DEEPEST + DEEPER, text)) {
        throw damaged(this.file, this.#number, `this line is nested deeper than ${DEEPEST + DEEPER} levels`);
      }
      value = JSON.parse(text);
    } catch (problem) {
      throw problem instanceof DamagedJournal ? problem : damaged(this.file, this.#number);
    }
    if (typeof value !== 'object' || value === null) throw damaged(this.file, this.#number);
    return value as Fields;
  }
}

/** Levels that a line of the journal and the thing in it add to a body of the API. */
const DEEPER = 20;

type Fields = Readonly<Record<string, unknown>>;

const PIECE = 1024 * 1024;
const LINE_BREAK = 0x0a;

/** The complete lines of a file, without their line breaks; `end` is the place behind the line break. */
function* linesOf(
  disk: Disk,
  open: OpenFile,
  onRead: (bytes: number) => void,
): Generator<{ readonly bytes: Buffer; readonly end: number }> {
  const piece = Buffer.alloc(PIECE);
  let begun: Buffer[] = [];
  for (let at = 0; ;) {
    const length = disk.read(open, piece, at);
    if (length === 0) return;
    let from = 0;
    for (let to = piece.indexOf(LINE_BREAK); to !== -1 && to < length; to = piece.indexOf(LINE_BREAK, from)) {
      const rest = piece.subarray(from, to);
      from = to + 1;
      yield { bytes: begun.length === 0 ? rest : Buffer.concat([...begun, rest]), end: at + from };
      begun = [];
    }
    if (from < length) begun.push(Buffer.from(piece.subarray(from, length)));
    at += length;
    onRead(at);
  }
}
