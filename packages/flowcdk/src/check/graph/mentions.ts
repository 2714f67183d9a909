import type { FlowFile } from '../project';

const mentionsByFile = new WeakMap<FlowFile, ReadonlyMap<string, number>>();

/**
 * How often each variable is mentioned in the text of a file, by its lower-case name. Parts of a flow that Flowcdk does
 * not look into (unknown actions, settings of bots) may use variables, too; only the text knows.
 */
export function mentionsIn(file: FlowFile): ReadonlyMap<string, number> {
  const known = mentionsByFile.get(file);
  if (known) return known;
  const { text } = file;
  const counts = new Map<string, number>();
  // In two steps, because names may have letters of any script, which makes the search for them many times slower.
  const name = /[\p{L}$][\p{L}\p{N}_$]*/uy;
  for (const { 0: scope, index } of text.matchAll(/\b(?:flow|state|task|common)\s*\.\s*/gi)) {
    name.lastIndex = index + scope.length;
    const [variable] = name.exec(text) ?? [];
    if (variable === undefined) continue;
    const key = (scope.replace(/\s+/g, '') + variable).toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  mentionsByFile.set(file, counts);
  return counts;
}
