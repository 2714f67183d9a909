import type { Finding, Severity } from './finding';

/** Nobody reads more findings of one rule in one file. */
export const MOST_OF_A_RULE = 100;

/** Findings of a rule in a file that a report leaves out. */
export interface MoreFindings {
  readonly rule: string;
  readonly severity: Severity;
  /** The file they are in; absent for findings that are in no file. */
  readonly file?: string;
  /** How many there are. */
  readonly count: number;
}

/** The findings that a report shows, and how many it leaves out. */
export interface BoundedFindings {
  readonly shown: readonly Finding[];
  readonly more: readonly MoreFindings[];
}

/** The first findings of each rule in each file. @param most how many of them; `Infinity` keeps all */
export function boundedFindings(findings: readonly Finding[], most: number = MOST_OF_A_RULE): BoundedFindings {
  const counts = new Map<string, { readonly finding: Finding; count: number }>();
  const shown = findings.filter((finding) => {
    const { rule, severity, at } = finding;
    const key = `${severity} ${rule} ${at?.file ?? ''}`;
    const known = counts.get(key) ?? { finding, count: 0 };
    known.count += 1;
    counts.set(key, known);
    return known.count <= most;
  });
  const more = [...counts.values()].flatMap(({ finding: { rule, severity, at }, count }) =>
    count > most ? [{ rule, severity, ...(at ? { file: at.file } : {}), count: count - most }] : [],
  );
  return { shown, more };
}
