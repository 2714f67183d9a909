import { firstUserLine, slashes, type SourceLine } from '../ground/source-line';
import type { YamlNode } from './yaml/node';

/**
 * The origin of a node of the tree: the YAML from which it was read, or the line of TypeScript that made it.
 *
 * Copies keep it (`{ ...action, name }` keeps the other keys of the file). It never counts as content.
 */
export const ORIGIN: unique symbol = Symbol('flowcdk origin');

export interface Origin {
  /** The YAML of the node, with unknown keys and the order of keys. */
  readonly yaml?: YamlNode;
  /** The known keys of `yaml` whose values do not fit. Like unknown keys, they are written back as they were read. */
  readonly kept?: ReadonlySet<string>;
  /** Holds the call stack of the definition. It is read only for a report. */
  readonly site?: Error;
}

export interface HasOrigin {
  readonly [ORIGIN]?: Origin;
}

/** Remembers the line of TypeScript that calls `builder`. The stack becomes text only on demand. */
export function definedBy(builder: (...args: never[]) => unknown): Origin {
  const site = { stack: '' } as Error;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  Error.captureStackTrace(site, builder);
  Error.stackTraceLimit = stackTraceLimit;
  return { site };
}

/** Enough frames for a builder that other builders of the library call through `map`. */
const FRAMES = 8;

/**
 * The first line of the call stack outside Node and Flowcdk. It is computed on demand, because reading a stack through
 * source maps takes longer than all other work of a builder.
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

/** The line of a definition that only library code makes. */
const NOWHERE: SourceLine = { file: '(unknown)', line: 0, column: 0 };

/**
 * The folders of the library, whose frames do not belong to the user. A folder counts as it is loaded (`dist`) and as
 * source maps name it (`src`). A user's own folder with such a name is not among them.
 */
export function libraryFolders(here: string): readonly string[] {
  const loaded = slashes(here).slice(0, -'/architect'.length);
  const roots = [loaded, ...(loaded.endsWith('/dist') ? [`${loaded.slice(0, -'/dist'.length)}/src`] : [])];
  return roots.flatMap((root) =>
    ['architect', 'data-action', 'process-automation', 'routing', 'settings'].map((folder) => `${root}/${folder}/`),
  );
}
