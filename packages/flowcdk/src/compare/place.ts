import { positionAt } from '../architect/yaml/parse';
import type { SourceLine } from '../ground/source-line';

/** A place in the text of a file. */
export const placeIn = (file: string, text: string, offset: number): SourceLine => ({
  file,
  ...positionAt(text, Math.max(0, offset)),
});
