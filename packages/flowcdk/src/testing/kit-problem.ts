import type { Finding } from '../ground/finding';

/** A mistake in a test. The message says what is wrong, and shows the timeline up to that moment. */
export class KitProblem extends Error {
  override readonly name = 'KitProblem';

  constructor(
    message: string,
    /** What is wrong with files, with the places. Empty for other mistakes. */
    readonly findings: readonly Finding[] = [],
  ) {
    super(message);
  }
}
