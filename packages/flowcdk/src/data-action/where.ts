import type { SourceLine } from '../ground/source-line';

/** Where a finding belongs: which definition, and the line that made it. */
export interface Where {
  /** `data action Find customer in Alpha` */
  readonly path: string;
  readonly at: SourceLine | undefined;
}
