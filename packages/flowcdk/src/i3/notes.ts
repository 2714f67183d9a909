import type { Finding } from '../ground/finding';
import { leavingOut } from './left-out';
import type { I3Export } from './read-i3';

/** The rule of everything that is said about an export itself. */
export const I3_RULE = 'i3-export';

/**
 * What a reader of the YAML has to know: parts under names that Architect's YAML perhaps does not have, and values that
 * it cannot say. Everything else that is left out follows from what is there.
 */
export function notesOf({ kept, leftOut }: I3Export, file: string): readonly Finding[] {
  const at = { file, line: 1, column: 1 };
  const unknown = kept.map(({ what, name, where, path }): Finding => ({
    rule: I3_RULE,
    severity: 'warning',
    message: `Flowcdk does not know the ${words[what]} ${JSON.stringify(name)}`,
    help: `It stands in the YAML under its name in the export (${path}). Compare it with a YAML export before you upload it.`,
    path: where,
    at,
  }));
  const lost = leftOut
    .filter(({ rule }) => rule === 'lost' || rule === 'unreachable')
    .map(({ rule, where, path }): Finding => ({
      rule: I3_RULE,
      severity: 'warning',
      message: `the export has a value that the YAML does not have: ${path}`,
      help: leavingOut[rule],
      path: where,
      at,
    }));
  return [...unknown, ...lost];
}

const words = { action: 'action', setting: 'setting', menuChoice: 'action of a menu choice' } as const;
