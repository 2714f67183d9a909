import type { LoggedEvent, Moment } from '../inspect/timeline';
import type { StandardSettings } from '../settings';
import type { OpenApplication } from './open-application';

/** What `flowcdk start` tells. */
export interface Story<S extends StandardSettings = StandardSettings> {
  /** Options of `flowcdk start` that only this story has. */
  readonly options?: readonly StoryOption[] | undefined;
  /** Runs the application and prints what is to be told. */
  tell(run: StoryRun<S>): Promise<void>;
}

/** An option of the command line. */
export interface StoryOption {
  /** As the help shows it: `--callers <number>`. */
  readonly flags: string;
  readonly description: string;
  readonly default?: string | number | undefined;
  /** Reads what was typed; throws a {@link WrongOption} with what is allowed. @default the text as it is */
  read?(text: string): unknown;
}

/** An option has a value that is not allowed; the message says what is. */
export class WrongOption extends Error {}

/** What a story runs on, and how it prints. */
export interface StoryRun<S extends StandardSettings = StandardSettings> {
  readonly application: OpenApplication<S>;
  /** What was typed for the options of the story, by their names: `callers`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether `--json` was typed: then only `printJson` prints. */
  readonly json: boolean;
  /** One line of what was checked: `9 flows, 6 data actions …: checked, no errors.` */
  readonly summary: string;
  readonly style: StoryStyle;
  print(text?: string): void;
  printJson(data: unknown): void;
  /** A call as a timeline, as wide as the terminal. */
  timeline(moments: readonly Moment[]): string;
  /** Writes the events of a run as a page and says where it is, if `--page` was typed. Otherwise it does nothing. */
  page(events: readonly LoggedEvent[], title: string): Promise<void>;
  /** Shows on a terminal how far something is; call `tell` with a share from 0 to 1, then `end`. */
  progress(label: string): { tell(share: number): void; end(): void };
}

/** Marks text for a terminal; without one the text stays as it is. */
export interface StoryStyle {
  strong(text: string): string;
  quiet(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}
