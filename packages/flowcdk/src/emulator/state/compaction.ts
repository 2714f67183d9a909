import { setImmediate as othersGoFirst } from 'node:timers/promises';
import { type Disk, type OpenFile, writeAll } from './disk';
import { compactedHeader, snapshotEnd, snapshotLine } from './journal-lines';
import type { Change } from './org';

export interface Compaction {
  readonly disk: Disk;
  /** The name of the new journal until it is complete. */
  readonly draft: string;
  /** What the org holds after so many transactions. */
  readonly contents: readonly Change[];
  readonly after: number;
  /** The old journal, the place in it behind that transaction, and its present length. */
  readonly journal: string;
  readonly from: number;
  readonly end: () => number;
  /** Bytes that are written at once. Requests are answered in between. */
  readonly piece: number;
  /** Whether nobody waits for the new journal any more. */
  readonly isOver: () => boolean;
  /** Takes the complete journal. No transaction comes in between, because it runs right behind the last write. */
  readonly complete: (compacted: Compacted) => void;
}

/** A new journal that the disk has, up to the present moment. */
export interface Compacted {
  readonly open: OpenFile;
  readonly size: number;
  /** Bytes of its header and its snapshot. */
  readonly snapshot: number;
}

/** Writes a new journal: what the org holds, then the transactions that have happened meanwhile. */
export async function writeSnapshot(compaction: Compaction): Promise<void> {
  const { disk, draft, isOver, complete } = compaction;
  const open = disk.open(draft, 'replace');
  try {
    for (const piece of snapshotPieces(compaction)) {
      writeAll(disk, open, piece);
      await othersGoFirst();
      if (isOver()) return giveUp(disk, open, draft);
    }
    const snapshot = disk.size(open);
    await disk.syncMeanwhile(open);
    const copied = await copyMost(compaction, open);
    if (isOver()) return giveUp(disk, open, draft);
    copyRest(compaction, open, copied);
    disk.sync(open);
    complete({ open, size: disk.size(open), snapshot });
  } catch (problem) {
    disk.close(open);
    throw problem;
  }
}

/** Copies transactions until few are left, and gives the place of the next. */
async function copyMost({ disk, journal, from, end, piece, isOver }: Compaction, to: OpenFile): Promise<number> {
  let copied = from;
  while (end() - copied > piece && !isOver()) {
    const old = disk.open(journal, 'read');
    copied += copyAndClose(disk, old, to, copied, piece);
    await disk.syncMeanwhile(to);
  }
  return copied;
}

function copyRest({ disk, journal, end, piece }: Compaction, to: OpenFile, from: number): void {
  for (let copied = from; copied < end();) {
    const most = Math.min(piece, end() - copied);
    copied += copyAndClose(disk, disk.open(journal, 'read'), to, copied, most);
  }
}

function giveUp(disk: Disk, open: OpenFile, draft: string): undefined {
  disk.close(open);
  disk.remove(draft);
}

/** The header and the snapshot as bytes, in pieces. */
function* snapshotPieces({ contents, after, piece }: Compaction): Generator<Buffer> {
  yield Buffer.from(compactedHeader(after));
  let lines = 0;
  let texts: string[] = [];
  let length = 0;
  for (const change of contents) {
    const text = JSON.stringify(change);
    texts.push(text);
    length += text.length;
    if (length < piece) continue;
    yield Buffer.from(snapshotLine((lines += 1), texts.join(',')));
    [texts, length] = [[], 0];
  }
  if (texts.length > 0) yield Buffer.from(snapshotLine((lines += 1), texts.join(',')));
  yield Buffer.from(snapshotEnd(lines));
}

/** Copies some bytes from a place on to the end of another file, and gives their number. */
function copyAndClose(disk: Disk, from: OpenFile, to: OpenFile, at: number, most: number): number {
  try {
    const bytes = Buffer.alloc(most);
    const length = disk.read(from, bytes, at);
    if (length === 0) throw new Error('the journal is shorter than what was written to it');
    writeAll(disk, to, bytes.subarray(0, length));
    return length;
  } finally {
    // Windows renames no file that is open.
    disk.close(from);
  }
}
