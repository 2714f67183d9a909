import type { FlowFile } from '../project';
import { mentionsIn } from './mentions';
import type { Variables } from './variables';

/** What becomes of the variables of a flow, by lower-case names. */
export interface VariableUses {
  readonly isRead: (key: string) => boolean;
  readonly isWritten: (key: string) => boolean;
  /** Whether it is written because Architect demands a variable there. */
  readonly isNeeded: (key: string) => boolean;
  /** Whether a part of the text that Flowcdk does not read mentions it. */
  readonly isMentionedElsewhere: (key: string) => boolean;
}

export function variableUses(variables: Variables, file: FlowFile): VariableUses {
  const { reads, writes } = variables;
  const read = new Set(reads.map(({ key }) => key));
  const written = new Set(writes.map(({ key }) => key));
  const needed = new Set(writes.filter(({ needed: isNeeded }) => isNeeded).map(({ key }) => key));
  let accounted: ReadonlyMap<string, number> | undefined;
  return {
    isRead: (key) => read.has(key),
    isWritten: (key) => written.has(key),
    isNeeded: (key) => needed.has(key),
    isMentionedElsewhere: (key) =>
      (mentionsIn(file).get(key) ?? 0) > ((accounted ??= accountedIn(variables)).get(key) ?? 0),
  };
}

/** How often the text must mention a variable for its declarations and writes alone. */
function accountedIn({ declared, writes }: Variables): ReadonlyMap<string, number> {
  const accounted = new Map<string, number>();
  for (const key of [...declared.map(({ name }) => name.toLowerCase()), ...writes.map((write) => write.key)]) {
    accounted.set(key, (accounted.get(key) ?? 0) + 1);
  }
  return accounted;
}
