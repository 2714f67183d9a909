/** The file cannot be read as a journal, because a line of it is damaged. */
export class DamagedJournal extends Error {}

/** What stands in the place of the journal is not one. It is left as it is. */
export class NoJournal extends Error {}

/** A change could not be written, so it did not happen. The disk is to blame, not the org. */
export class CannotKeep extends Error {
  /** `ENOSPC`, `EIO` … */
  readonly code: string;

  constructor(file: string, problem: unknown) {
    const { code = 'EIO', message = String(problem) } = problem as {
      readonly code?: string;
      readonly message?: string;
    };
    super(`${file} cannot be written: ${reasons[code] ?? message} (${code}). Nothing was changed.`);
    this.code = code;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'the disk is read-only',
  EFBIG: 'the file is larger than the system allows',
  EIO: 'the disk reports an error',
  ERR_STRING_TOO_LONG: 'the change is larger than 512 MB',
};

export const damaged = (file: string, line: number, why = 'this line is damaged'): DamagedJournal =>
  new DamagedJournal(
    `${file}:${line}: ${why}, and what follows builds on it. ` +
      `Restore the file, cut it before line ${line} to go back to then, or choose another folder for --state.`,
  );

export const foreign = (file: string): NoJournal =>
  new NoJournal(
    `${file}:1: this is no journal of a local org that this version can read. Choose another folder for --state.`,
  );

export const noFile = (file: string, instead: string): NoJournal =>
  new NoJournal(
    `${file} has the name of the journal and is ${instead}. Remove it, or choose another folder for --state.`,
  );
