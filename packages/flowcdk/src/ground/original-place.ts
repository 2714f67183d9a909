import { SourceMap, type SourceMapPayload } from 'node:module';

/** A place in a file. Lines and columns count from 1. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const MARK = '//# sourceMappingURL=data:application/json;base64,';

/** By file: the compiled text, or its map once somebody looked for a place of the file. */
const maps = new Map<string, string | SourceMap>();

/** Remembers the compiled text of a TypeScript file. The text ends with its source map. */
export function keepMap(file: string, compiled: string): void {
  maps.set(file, compiled);
}

/** The place in the TypeScript. Other places stay as they are, and so do all where Node itself maps call stacks. */
export function originalPlace(place: Place): Place {
  const map = process.sourceMapsEnabled ? undefined : mapOf(place.file);
  const entry = map?.findEntry(place.line - 1, place.column - 1);
  return entry === undefined || !('originalLine' in entry)
    ? place
    : { file: place.file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

function mapOf(file: string): SourceMap | undefined {
  const known = maps.get(file);
  if (typeof known !== 'string') return known;
  const json = Buffer.from(known.slice(known.lastIndexOf(MARK) + MARK.length), 'base64').toString('utf8');
  const map = new SourceMap(JSON.parse(json) as SourceMapPayload);
  maps.set(file, map);
  return map;
}
