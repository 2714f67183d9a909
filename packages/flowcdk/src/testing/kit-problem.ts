/** A mistake in a test. The message says what is wrong, and shows the timeline up to that moment. */
export class KitProblem extends Error {
  override readonly name = 'KitProblem';
}
