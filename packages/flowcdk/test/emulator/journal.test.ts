import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { disk } from '../../src/emulator/state/disk';
import { type JournalOptions, openJournal } from '../../src/emulator/state/journal';
import { CannotKeep, DamagedJournal, NoJournal } from '../../src/emulator/state/journal-problems';
import { FolderInUse } from '../../src/emulator/state/lock';
import { Org } from '../../src/emulator/state/org';
import { type InterruptedDisk, interruptedDisk } from './private/interrupted-disk';

jest.setTimeout(60_000);

const at = new Date('2026-11-21T08:00:00Z');
const changeOf = (id: string) => ({ put: 'wrapupCode' as const, entity: { id, name: id } });

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'flowcdk-journal-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'journal.jsonl');

/** A journal in which three things happened. */
async function written(): Promise<void> {
  const { journal } = open();
  for (const id of ['a', 'b', 'c']) journal.keep([changeOf(id)], at);
  await journal.close();
}

/** An org that goes on from the journal. */
function open(options: Partial<JournalOptions> = {}) {
  const org: Org = new Org({ now: () => at, newId: () => 'x', keep: (changes, when) => journal.keep(changes, when) });
  const notices: string[] = [];
  const journal = openJournal(folder, {
    replay: (changes) => org.replay(changes),
    contents: () => org.contents(),
    onNotice: (notice) => notices.push(notice),
    ...options,
  });
  return { org, journal, notices, ids: () => org.all('wrapupCode').map(({ id }) => id) };
}

/** What an org holds that starts from the journal. */
async function idsAfterRestart(): Promise<{ readonly ids: readonly string[]; readonly notice?: string }> {
  const { journal, ids, notices } = open();
  await journal.close();
  return { ids: ids(), ...(notices[0] === undefined ? {} : { notice: notices[0] }) };
}

test('a header, then one line for each transaction, numbered', async () => {
  await written();

  expect(readFileSync(file(), 'utf8').split('\n').slice(0, 2)).toEqual([
    '{"flowcdk":"org","version":1}',
    '{"n":1,"at":"2026-11-21T08:00:00.000Z","changes":[{"put":"wrapupCode","entity":{"id":"a","name":"a"}}]}',
  ]);
});

test('an org goes on where it ended', async () => {
  await written();

  expect(await idsAfterRestart()).toEqual({ ids: ['a', 'b', 'c'] });
});

test('a line that was being written is dropped with a notice, and the file goes on after it', async () => {
  await written();
  appendFileSync(file(), '{"n":4,"at":"2026-');

  expect(await idsAfterRestart()).toEqual({
    ids: ['a', 'b', 'c'],
    notice: expect.stringContaining('the last line was not complete and was dropped') as string,
  });
  expect(await idsAfterRestart()).toEqual({ ids: ['a', 'b', 'c'] });
});

test.each([
  ['no JSON', '{"n":2,"at":'],
  ['a line of something else', '{"name":"b"}'],
  ['a missing line', undefined],
])('a damaged middle is refused with the line: %s', async (_, instead) => {
  await written();
  const lines = readFileSync(file(), 'utf8').split('\n');
  lines.splice(2, 1, ...(instead === undefined ? [] : [instead]));
  writeFileSync(file(), lines.join('\n'));

  await expect(idsAfterRestart()).rejects.toThrow(DamagedJournal);
  await expect(idsAfterRestart()).rejects.toThrow(/journal\.jsonl:3: this line is damaged/);
});

test.each([
  ['other JSON', '{"hello":"world"}\n'],
  ['a text without a line break', 'my diary'],
  ['a long text without a line break', 'my diary '.repeat(1_000)],
  ['a journal of a later version', '{"flowcdk":"org","version":3}\n'],
  ['nothing but our first words', '{"flowcdk":"org", '],
])('a file of somebody else is refused and stays as it is: %s', async (_, text) => {
  writeFileSync(file(), text);

  await expect(idsAfterRestart()).rejects.toThrow(NoJournal);
  await expect(idsAfterRestart()).rejects.toThrow(/journal\.jsonl:1: this is no journal of a local org/);
  expect(readFileSync(file(), 'utf8')).toBe(text);
});

test('so is one with the name of a journal that is being compacted', async () => {
  await written();
  writeFileSync(`${file()}.new`, 'my diary');

  await expect(idsAfterRestart()).rejects.toThrow(/journal\.jsonl\.new:1: this is no journal/);
  expect(readFileSync(`${file()}.new`, 'utf8')).toBe('my diary');
});

test('a folder in the place of the journal is refused by name', async () => {
  mkdirSync(file());

  await expect(idsAfterRestart()).rejects.toThrow(/journal\.jsonl has the name of the journal and is a folder/);
});

test.each(['', '{"flowcdk":"o'])('a journal that ended within its header begins anew: "%s"', async (text) => {
  writeFileSync(file(), text);

  expect((await idsAfterRestart()).ids).toEqual([]);
  await written();
  expect((await idsAfterRestart()).ids).toEqual(['a', 'b', 'c']);
});

test.each([
  [
    'a byte that is no UTF-8',
    Buffer.from('{"put":"wrapupCode","entity":{"id":"b","name":"\u00fc"}}', 'latin1'),
    'is not UTF-8',
  ],
  [
    'nesting that could not be written again',
    Buffer.from(`{"put":"wrapupCode","entity":{"id":"b","name":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`),
    'is nested deeper than 120 levels',
  ],
])('a line with %s is refused', async (_, change, why) => {
  await written();
  const end = Buffer.concat([Buffer.from('{"n":4,"at":"x","changes":['), change, Buffer.from(']}\n')]);
  appendFileSync(file(), end);

  await expect(idsAfterRestart()).rejects.toThrow(`journal.jsonl:5: this line ${why}`);
});

test('only its owner may read it', async () => {
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  writeFileSync(file(), '', { mode: 0o644 });
  await written();
  expect(mode(file())).toBe('600');

  const outer = folder;
  folder = join(outer, 'new');
  await written();
  expect([mode(folder), mode(file())]).toEqual(['700', '600']);
  folder = outer;
});

describe('a full disk', () => {
  /** A disk whose writes fail while it is full, after half of the bytes. */
  const fillable = () => {
    const state = { isFull: false };
    const write: typeof disk.write = (open, bytes) => {
      if (!state.isFull) return disk.write(open, bytes);
      if (bytes.length > 1) return disk.write(open, bytes.subarray(0, bytes.length >> 1));
      throw Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' });
    };
    return { state, disk: { ...disk, write } };
  };

  test('refuses changes, which then did not happen; the user gets one notice', async () => {
    const { state, disk: full } = fillable();
    const { org, journal, notices, ids } = open({ disk: full });
    org.putRecord('wrapupCode', { id: 'a', name: 'a' });

    state.isFull = true;
    for (const id of ['b', 'c']) expect(() => org.putRecord('wrapupCode', { id, name: id })).toThrow(CannotKeep);
    expect(ids()).toEqual(['a']);
    state.isFull = false;
    org.putRecord('wrapupCode', { id: 'd', name: 'd' });

    expect(notices).toEqual([
      `${file()} cannot be written: the disk is full (ENOSPC). Nothing was changed.`,
      `${file()} can be written again.`,
    ]);
    await journal.close();
    expect(await idsAfterRestart()).toEqual({ ids: ['a', 'd'] });
  });

  test('leaves the old journal in use when there is no room for a compacted one', async () => {
    const { state, disk: full } = fillable();
    const { org, journal, notices } = open({ disk: full });
    fill(org);

    state.isFull = true;
    await journal.compactIfLong();
    state.isFull = false;
    org.putRecord('wrapupCode', { id: 'after', name: 'after' });

    expect(notices[0]).toContain('journal.jsonl could not be compacted and stays as it is: no space left on device');
    expect(readdirSync(folder)).not.toContain('journal.jsonl.new');
    await journal.close();
    expect((await idsAfterRestart()).ids).toEqual(['thing', 'after']);
  });
});

/** Changes one thing until the journal is worth a compaction. */
function fill(org: Org): void {
  for (let i = 0; i < 5; i++) org.putRecord('wrapupCode', { id: 'thing', name: `${i}`.repeat(300_000) });
}

describe('compaction', () => {
  test('leaves what the org holds, in the order of creation, and numbers go on', async () => {
    const { org, journal } = open();
    for (const id of ['a', 'b', 'c']) org.putRecord('wrapupCode', { id, name: id });
    org.remove('wrapupCode', 'b');
    org.putRecord('wrapupCode', { id: 'a', name: 'changed' });
    fill(org);
    await journal.compactIfLong();
    org.putRecord('wrapupCode', { id: 'd', name: 'd' });
    await journal.close();

    expect(readFileSync(file(), 'utf8').replace(/4{10,}/, '4…')).toBe(
      [
        '{"flowcdk":"org","version":2,"after":10}',
        '{"snapshot":1,"changes":[{"put":"wrapupCode","entity":{"id":"a","name":"changed"}},' +
          '{"put":"wrapupCode","entity":{"id":"c","name":"c"}},{"put":"wrapupCode","entity":{"id":"thing","name":"4…"}}]}',
        '{"snapshot":"end","lines":1}',
        '{"n":11,"at":"2026-11-21T08:00:00.000Z","changes":[{"put":"wrapupCode","entity":{"id":"d","name":"d"}}]}',
        '',
      ].join('\n'),
    );
    expect((await idsAfterRestart()).ids).toEqual(['a', 'c', 'thing', 'd']);
  });

  test('begins by itself when the journal is twice its snapshot, and not before', async () => {
    const steps = interruptedDisk(Infinity);
    let isCompacted = false;
    const rename: typeof disk.rename = (from, to) => {
      steps.rename(from, to);
      isCompacted = true;
    };
    const { org, journal } = open({ disk: { ...steps, rename } });
    org.putRecord('wrapupCode', { id: 'thing', name: 'x'.repeat(1_000_000) });
    await rounds();
    expect(isCompacted).toBe(false);
    org.putRecord('wrapupCode', { id: 'thing', name: 'y'.repeat(100_000) });
    await rounds();
    expect(isCompacted).toBe(true);
    await journal.close();
  });

  test('without an end of its snapshot it is refused', async () => {
    writeFileSync(file(), '{"flowcdk":"org","version":2,"after":1}\n{"snapshot":1,"changes":[]}\n');

    await expect(idsAfterRestart()).rejects.toThrow('journal.jsonl:3: the snapshot has no end');
  });

  test('is given up when the org ends', async () => {
    const { org, journal } = open();
    fill(org);
    const compaction = journal.compactIfLong();
    await journal.close();
    await compaction;

    expect(readdirSync(folder)).toEqual(['journal.jsonl']);
    expect((await idsAfterRestart()).ids).toEqual(['thing']);
  });

  /** Transactions before, during and after a compaction. Gives the ids whose transactions were confirmed. */
  async function history(steps: InterruptedDisk, confirmed: string[]): Promise<void> {
    const { org, journal } = open({ disk: steps, smallestGrowth: 1_000, piece: 500 });
    const add = (id: string, name: string): void => {
      org.putRecord('wrapupCode', { id, name });
      confirmed.push(id);
    };
    try {
      for (let i = 0; i < 5; i++) add(`before ${i}`, `${i}`.repeat(300));
      const compaction = journal.compactIfLong();
      for (let i = 0; i < 4; i++) {
        add(`during ${i}`, 'x'.repeat(300));
        await rounds(1);
      }
      await compaction;
      add('after', 'short');
    } finally {
      await journal.close();
    }
  }

  const inNewFolder = async (work: () => Promise<void>): Promise<void> => {
    const outer = folder;
    folder = mkdtempSync(join(outer, 'run-'));
    await work();
    folder = outer;
  };

  test('the end of the process before any step loses nothing that was confirmed', async () => {
    const whole = interruptedDisk(Infinity);
    await inNewFolder(() => history(whole, []));
    expect(whole.steps()).toBeGreaterThan(30);

    for (let before = 1; before <= whole.steps(); before++) {
      await inNewFolder(async () => {
        const confirmed: string[] = [];
        await expect(history(interruptedDisk(before), confirmed)).rejects.toThrow(/./);
        expect({ before, ids: (await idsAfterRestart()).ids }).toEqual({ before, ids: confirmed });
      });
    }
  });

  test('a loss of power before any step takes no more than the newest transactions', async () => {
    const whole = interruptedDisk(Infinity);
    await inNewFolder(() => history(whole, []));

    for (let before = 1; before <= whole.steps(); before++) {
      await inNewFolder(async () => {
        const confirmed: string[] = [];
        let safe = 0;
        const steps = interruptedDisk(before);
        const rename: typeof disk.rename = (from, to) => {
          steps.rename(from, to);
          safe = confirmed.length;
        };
        await history({ ...steps, rename }, confirmed).catch(() => undefined);
        steps.losePower();
        const { ids } = await idsAfterRestart();
        expect({ before, ids }).toEqual({ before, ids: confirmed.slice(0, Math.max(safe, ids.length)) });
      });
    }
  });
});

/** Lets what goes on in the background go on. */
async function rounds(count = 50): Promise<void> {
  for (let i = 0; i < count; i++) await setImmediate();
}

describe('a folder belongs to one org at a time', () => {
  const locks = () => readdirSync(folder).filter((name) => name.startsWith('lock-'));

  test('who comes second is refused, with the process that has it', async () => {
    const first = open();

    expect(() => open()).toThrow(FolderInUse);
    expect(() => open()).toThrow(`is in use by the process ${process.pid}`);
    await first.journal.close();
    expect(await idsAfterRestart()).toEqual({ ids: [] });
  });

  test('nothing is left when it is closed, nor when the journal is refused', async () => {
    await written();
    expect(locks()).toEqual([]);
    writeFileSync(file(), '{"hello":"world"}\n');
    await expect(idsAfterRestart()).rejects.toThrow(NoJournal);
    expect(locks()).toEqual([]);
  });

  test('what a process left behind that is no more holds nobody up', async () => {
    // A number no system gives, and this process's own number from a time when somebody else had it.
    for (const left of [`lock-${2 ** 31 - 1}-1`, `lock-${process.pid}-1`]) writeFileSync(join(folder, left), '');

    expect(await idsAfterRestart()).toEqual({ ids: [] });
    expect(locks()).toEqual([]);
  });

  test('what others put there is left alone', async () => {
    writeFileSync(join(folder, 'lock-and-key.txt'), '');

    await idsAfterRestart();

    expect(locks()).toEqual(['lock-and-key.txt']);
  });
});
