import { firstUserLine, slashes, type SourceLine } from '../ground/source-line';
import type { YamlNode } from './yaml/node';

/**
 * Where a node of the tree comes from: the YAML it was read from, or the line of TypeScript that made it.
 *
 * It travels with copies (`{ ...action, name }` keeps what a file said besides the name) and never
 * counts as content.
 */
export const ORIGIN: unique symbol = Symbol('flowcdk origin');

export interface Origin {
  /** What was read, unknown keys and order included. */
  readonly yaml?: YamlNode;
  /** Known keys of `yaml` whose value did not fit; they are written back as they were read, as unknown ones are. */
  readonly kept?: ReadonlySet<string>;
  /** Holds the call stack of the definition; only looked at when there is something to report. */
  readonly site?: Error;
}

export interface HasOrigin {
  readonly [ORIGIN]?: Origin;
}

/** Remembers the line of TypeScript that calls `builder`; the stack becomes text only when somebody asks. */
export function definedBy(builder: (...args: never[]) => unknown): Origin {
  const site = { stack: '' } as Error;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  Error.captureStackTrace(site, builder);
  Error.stackTraceLimit = stackTraceLimit;
  return { site };
}

/** Enough for a builder that is called by other builders of the library, through `map`. */
const FRAMES = 8;

/**
 * The first line of the call stack that is neither Node's nor Flowcdk's own library. It is found out when somebody
 * looks at it: reading a stack through source maps takes longer than everything else a builder does.
 */
export function sourceLine(origin: Origin | undefined): SourceLine | undefined {
  const site = origin?.site;
  if (!site) return undefined;
  let place: SourceLine | undefined;
  const line = (): SourceLine => (place ??= firstUserLine(site.stack ?? '', libraryFolders(__dirname)) ?? NOWHERE);
  return {
    get file() {
      return line().file;
    },
    get line() {
      return line().line;
    },
    get column() {
      return line().column;
    },
  };
}

/** Of a definition that only library code takes part in. */
const NOWHERE: SourceLine = { file: '(unknown)', line: 0, column: 0 };

/**
 * The folders of the language, whose frames are not the user's: as they are loaded, and as a source map tells them
 * where they were built from `src` into `dist`. A user's own folder of such a name is another folder.
 */
export function libraryFolders(here: string): readonly string[] {
  const loaded = slashes(here).slice(0, -'/architect'.length);
  const roots = [loaded, ...(loaded.endsWith('/dist') ? [`${loaded.slice(0, -'/dist'.length)}/src`] : [])];
  return roots.flatMap((root) =>
    ['architect', 'data-action', 'process-automation', 'routing', 'settings'].map((folder) => `${root}/${folder}/`),
  );
}
