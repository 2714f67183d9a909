import type { FlowFile } from '../project';

const found = new WeakMap<FlowFile, ReadonlyMap<string, number>>();

/**
 * How often each variable is mentioned in the text of a file, by its lower-case name. Parts of a flow that Flowcdk does
 * not look into (unknown actions, settings of bots) may use variables, too; only the text knows.
 */
export function mentionsIn(file: FlowFile): ReadonlyMap<string, number> {
  const known = found.get(file);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const [name] of file.text.matchAll(/\b(?:flow|state|task|common)\s*\.\s*[\p{L}$][\p{L}\p{N}_$]*/giu)) {
    const key = name.replace(/\s+/g, '').toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  found.set(file, counts);
  return counts;
}
