import type { SourceLine } from '../architect/origin';
import type { Finding } from '../finding';

/** Keys and indices from the root of the settings. */
export type Path = readonly (string | number)[];

/** A path in words and its line: what every finding about a setting begins with. */
export interface SettingPlace {
  readonly path: string;
  readonly at: SourceLine;
}

/** Something wrong with the setting at `path`. Words are made when it is told, because not every problem will be. */
export interface SettingsProblem {
  readonly path: Path;
  /** The name of the setting is wrong, not its value. */
  readonly onKey?: true;
  readonly finding: (place: SettingPlace) => Finding;
}
