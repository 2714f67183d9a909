import { originalPlace } from './original-place';

/** A line of a source file, counted from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The first line of a call stack that is in none of the library's folders. It is found with `indexOf` rather than a
 * regular expression: a path may contain nearly anything, and a frame of bundled code may be very long.
 */
export function firstUserLine(stack: string, library: readonly string[]): SourceLine | undefined {
  for (const frame of stack.split('\n')) {
    const line = placeOf(frame.trim());
    if (line && !isOneOf(line.file, library)) return originalPlace(line);
  }
  return undefined;
}

export const slashes = (path: string): string => path.replaceAll('\\', '/');

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
