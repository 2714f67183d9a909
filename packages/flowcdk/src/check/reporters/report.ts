import type { Finding } from '../../ground/finding';
import type { Rule } from '../rule';

/** The findings of a check, and what was checked. */
export interface Report {
  readonly findings: readonly Finding[];
  /** How many files were looked at. */
  readonly files: number;
  /** The rules that could run. Findings may also come from elsewhere. */
  readonly rules: readonly Rule[];
  /** Of Flowcdk. */
  readonly version: string;
  /** The folder file names are shown from. */
  readonly folder: string;
  /** How many findings of one rule in one file are shown. @default 100 */
  readonly most?: number | undefined;
}

/** Colours for a terminal; plain text elsewhere. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly good: (text: string) => string;
}

/** A report as text. */
export type Reporter = (report: Report, style: Style) => string;

export const countOf = (findings: readonly Finding[], level: Finding['severity']): number =>
  findings.filter(({ severity }) => severity === level).length;
