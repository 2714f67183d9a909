import { type Journal, openJournal } from '../../../src/emulator/state/journal';
import type { Change } from '../../../src/emulator/state/org';

/** The journal of a new folder. */
export const emptyJournal = (folder: string): Journal =>
  openJournal(folder, {
    replay: () => {
      throw new Error(`${folder} holds a journal`);
    },
    contents: () => [],
  });

/** All that happened in an org that has ended, in order. */
export async function earlierChanges(folder: string): Promise<readonly Change[]> {
  const changes: Change[] = [];
  await openJournal(folder, { replay: (each) => changes.push(...each), contents: () => changes }).close();
  return changes;
}
