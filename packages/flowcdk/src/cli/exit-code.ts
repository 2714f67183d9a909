import type { Finding } from '../ground/finding';

/** Exit codes: fine, findings, wrong use. */
export const EXIT = { fine: 0, findings: 1, wrongUse: 2 } as const;

/** Findings about what the command line names, not about what is in it. */
const aboutTheCommandLine: ReadonlySet<string> = new Set([
  'application-missing',
  'no-stack',
  'output-folder',
  'services-file',
  'settings-environment',
]);

/** The exit code of a command that cannot go on because of findings. */
export const exitCodeOf = (findings: readonly Finding[]): number =>
  findings.some(({ rule }) => aboutTheCommandLine.has(rule)) ? EXIT.wrongUse : EXIT.findings;
