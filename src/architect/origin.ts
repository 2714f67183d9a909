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

/** A line of a source file, counted from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
  readonly column: number;
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
  let found: SourceLine | undefined;
  const line = (): SourceLine => (found ??= firstUserLine(site.stack ?? '', libraryFolders(__dirname)) ?? NOWHERE);
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
 * The first line of a call stack that is in none of the library's folders. Looked for with `indexOf` rather than a
 * regular expression: a path may hold nearly anything, and a frame of bundled code may be very long.
 */
export function firstUserLine(stack: string, library: readonly string[]): SourceLine | undefined {
  for (const frame of stack.split('\n')) {
    const line = placeOf(frame.trim());
    if (line && !isOneOf(line.file, library)) return line;
  }
  return undefined;
}

/**
 * The folders of the language, whose frames are not the user's: as they are loaded, and as a source map tells them
 * where they were built from `src` into `dist/src`. A user's own folder of such a name is another folder.
 */
export function libraryFolders(here: string): readonly string[] {
  const loaded = slashes(here).slice(0, -'/architect'.length);
  const roots = [loaded, ...(loaded.endsWith('/dist/src') ? [`${loaded.slice(0, -'/dist/src'.length)}/src`] : [])];
  return roots.flatMap((root) =>
    ['architect', 'data-action', 'process-automation', 'routing'].map((folder) => `${root}/${folder}/`),
  );
}

const slashes = (path: string): string => path.replaceAll('\\', '/');

const isOneOf = (file: string, folders: readonly string[]): boolean =>
  file.startsWith('node:') || folders.some((folder) => slashes(file).startsWith(folder));

/** `at f (/flows/greet.ts:3:5)`, `at /flows/greet.ts:3:5`, `at async file:///flows/greet.ts:3:5` */
function placeOf(frame: string): SourceLine | undefined {
  if (!frame.startsWith('at ')) return undefined;
  const bracket = frame.endsWith(')');
  const open = frame.indexOf(' (');
  const place = bracket && open !== -1 ? frame.slice(open + 2, -1) : frame.slice('at '.length).replace(/^async /, '');
  const beforeColumn = place.lastIndexOf(':');
  const beforeLine = place.lastIndexOf(':', beforeColumn - 1);
  if (beforeLine < 1) return undefined;
  const line = Number(place.slice(beforeLine + 1, beforeColumn));
  const column = Number(place.slice(beforeColumn + 1));
  if (!Number.isInteger(line) || !Number.isInteger(column) || line < 1) return undefined;
  return { file: pathOf(place.slice(0, beforeLine)), line, column };
}

function pathOf(file: string): string {
  if (!file.startsWith('file://')) return file;
  const path = decodeURI(file.slice('file://'.length));
  return path.charAt(2) === ':' ? path.slice(1) : path;
}
