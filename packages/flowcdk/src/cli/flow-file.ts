import { type FlowFile, readFile, unreadFile } from '../check/project';
import { flowTextOf } from '../i3/flow-text';
import { notesOf } from '../i3/notes';
import { type Substitutions, substituted } from '../check/placeholders';

/** A file as commands look at it: Architect YAML, or an export of Architect's Export button. */
export function flowFileOf(file: string, bytes: Uint8Array, substitutions: Substitutions = {}): FlowFile {
  const read = flowTextOf(bytes, file);
  // Text that is no UTF-8 is shown with replacement characters, and the rules say what is wrong with it.
  if ('findings' in read)
    return read.findings.some(({ rule }) => rule === 'i3-export')
      ? unreadFile(file, read.findings)
      : readFile(file, substituted(Buffer.from(bytes).toString('utf8'), substitutions));
  const { exported, text } = read;
  return readFile(file, substituted(text, substitutions), exported && notesOf(exported, file));
}
