import type { FlowFile } from '../project';

const mentionsByFile = new WeakMap<FlowFile, ReadonlyMap<string, number>>();

/**
 * How often each variable is mentioned in the text of a file, by its lower-case name. Parts of a flow that Flowcdk does
 * not read (unknown actions, settings of bots) may use variables, too. Only the text shows that.
 */
export function mentionsIn(file: FlowFile): ReadonlyMap<string, number> {
  const known = mentionsByFile.get(file);
  if (known) return known;
  const { text } = file;
  const counts = new Map<string, number>();
  // The search has two steps: names may have letters of any script, and a pattern for those is many times slower.
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
