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
  /** Keys of `yaml` whose value did not fit the known form; they are written back as they were read. */
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

/** Remembers the line of TypeScript that calls `builder`. */
export function definedBy(builder: (...args: never[]) => unknown): Origin {
  const site = { stack: '' } as Error;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 6;
  Error.captureStackTrace(site, builder);
  Error.stackTraceLimit = stackTraceLimit;
  return { site };
}

/** The first line of the call stack that is neither Node's nor Flowcdk's own library. */
export function sourceLine(origin: Origin | undefined): SourceLine | undefined {
  for (const frame of origin?.site?.stack?.split('\n') ?? []) {
    const match = /\(?((?:[A-Za-z]:)?[^():]+):(\d+):(\d+)\)?$/.exec(frame.trim());
    if (!match) continue;
    const [, file = '', line, column] = match;
    const path = file.replace(/^at (?:async )?/, '').replace(/^file:\/\//, '');
    if (path.startsWith('node:') || libraryFile.test(path)) continue;
    return { file: path, line: Number(line), column: Number(column) };
  }
  return undefined;
}

const libraryFile = /[\\/]src[\\/](architect|data-action|process-automation|routing)[\\/]/;
