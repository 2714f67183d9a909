import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';

/** Keys and indices from the root of the settings. */
export type Path = readonly (string | number)[];

/** A path in words and its line: what every finding about a setting begins with. */
export interface SettingPlace {
  /** `supportLine.queues[Orders].name`: entries of a list by their name, key or language, else by number, `[#2]`. */
  readonly path: string;
  readonly at: SourceLine;
}

/**
 * Something wrong with the setting at `path`. Its words are made only when it is shown, because some problems never
 * are.
 */
export interface SettingsProblem {
  readonly path: Path;
  /** The name of the setting is wrong, not its value. */
  readonly onKey?: boolean;
  /** Whether a finding of a check about the same setting replaces this one. */
  readonly unlessChecked?: true;
  readonly finding: (place: SettingPlace) => Finding;
}
