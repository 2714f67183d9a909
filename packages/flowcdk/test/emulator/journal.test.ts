import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DamagedJournal, openJournal } from '../../src/emulator/state/journal';
import { FolderInUse } from '../../src/emulator/state/lock';
import { Org } from '../../src/emulator/state/org';

const at = new Date('2026-11-21T08:00:00Z');
const changeOf = (id: string) => ({ put: 'wrapupCode' as const, entity: { id, name: id } });

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'flowcdk-journal-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'journal.jsonl');

/** A journal in which three things happened. */
function written(): void {
  const journal = openJournal(folder);
  for (const id of ['a', 'b', 'c']) journal.keep([changeOf(id)], at);
  journal.close();
}

/** What an org holds that starts from the journal. */
function idsAfterRestart(): { readonly ids: readonly string[]; readonly notice?: string } {
  const { changes, notice, close } = openJournal(folder);
  close();
  const org = new Org({ now: () => at, newId: () => 'x' });
  org.replay(changes);
  return { ids: org.all('wrapupCode').map(({ id }) => id), ...(notice === undefined ? {} : { notice }) };
}

test('a header, then one line for each transaction, numbered', () => {
  written();

  expect(readFileSync(file(), 'utf8').split('\n').slice(0, 2)).toEqual([
    '{"flowcdk":"org","version":1}',
    '{"n":1,"at":"2026-11-21T08:00:00.000Z","changes":[{"put":"wrapupCode","entity":{"id":"a","name":"a"}}]}',
  ]);
});

test('an org goes on where it ended', () => {
  written();

  expect(idsAfterRestart()).toEqual({ ids: ['a', 'b', 'c'] });
});

test('a line that was being written is dropped with a notice, and the file goes on after it', () => {
  written();
  appendFileSync(file(), '{"n":4,"at":"2026-');

  expect(idsAfterRestart()).toEqual({
    ids: ['a', 'b', 'c'],
    notice: expect.stringContaining('the last line was not complete and was dropped') as string,
  });
  expect(idsAfterRestart()).toEqual({ ids: ['a', 'b', 'c'] });
});

test.each([
  ['no JSON', '{"n":2,"at":'],
  ['a line of something else', '{"name":"b"}'],
  ['a missing line', undefined],
])('a damaged middle is refused with the line: %s', (_, instead) => {
  written();
  const lines = readFileSync(file(), 'utf8').split('\n');
  lines.splice(2, 1, ...(instead === undefined ? [] : [instead]));
  writeFileSync(file(), lines.join('\n'));

  expect(idsAfterRestart).toThrow(DamagedJournal);
  expect(idsAfterRestart).toThrow(/journal\.jsonl:3: this line is damaged/);
});

test('a file of somebody else is not taken for a journal', () => {
  writeFileSync(file(), '{"hello":"world"}\n');

  expect(idsAfterRestart).toThrow(/journal\.jsonl:1: this is no journal of a local org/);
});

describe('a folder belongs to one org at a time', () => {
  const locks = () => readdirSync(folder).filter((name) => name.startsWith('lock-'));

  test('who comes second is refused, with the process that has it', () => {
    const first = openJournal(folder);

    expect(() => openJournal(folder)).toThrow(FolderInUse);
    expect(() => openJournal(folder)).toThrow(`is in use by the process ${process.pid}`);
    first.close();
    expect(idsAfterRestart()).toEqual({ ids: [] });
  });

  test('nothing is left when it is closed, nor when the journal is refused', () => {
    written();
    expect(locks()).toEqual([]);
    writeFileSync(file(), '{"hello":"world"}\n');
    expect(idsAfterRestart).toThrow(DamagedJournal);
    expect(locks()).toEqual([]);
  });

  test('what a process left behind that is no more holds nobody up', () => {
    // A number no system gives, and this process's own number from a time when somebody else had it.
    for (const left of [`lock-${2 ** 31 - 1}-1`, `lock-${process.pid}-1`]) writeFileSync(join(folder, left), '');

    expect(idsAfterRestart()).toEqual({ ids: [] });
    expect(locks()).toEqual([]);
  });

  test('what others put there is left alone', () => {
    writeFileSync(join(folder, 'lock-and-key.txt'), '');

    idsAfterRestart();

    expect(locks()).toEqual(['lock-and-key.txt']);
  });
});
