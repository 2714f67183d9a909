import { readBytes, textOf } from '../format/files';
import { fileNotUtf8 } from '../format/unformattable';
import type { Finding } from '../ground/finding';
import { isI3Name, looksLikeI3 } from './decode';
import { type I3Export, readI3 } from './read-i3';

/** The Architect YAML of a flow file, and the export from which it comes. */
export interface FlowText {
  readonly text: string;
  /** Present where the file is an export of Architect's Export button. */
  readonly exported?: I3Export;
}

/** The text of a flow file, or why there is none. */
export type ReadFlowText = FlowText | { readonly findings: readonly Finding[] };

/** Reads a flow file: Architect YAML, or an export of Architect's Export button (`.i3WorkFlow` and the like). */
export function readFlowText(file: string): ReadFlowText {
  const bytes = readBytes(file);
  return bytes instanceof Uint8Array ? flowTextOf(bytes, file) : { findings: [bytes] };
}

/** The text of a flow whose bytes are at hand. An export is known by its name, or by its beginning. */
export function flowTextOf(bytes: Uint8Array, file: string): ReadFlowText {
  if (isI3Name(file) || looksLikeI3(bytes)) {
    const read = readI3(bytes, file);
    return read.export ? { text: read.export.text, exported: read.export } : { findings: read.findings };
  }
  const text = textOf(bytes);
  return text === undefined ? { findings: [fileNotUtf8(file)] } : { text };
}
