/** Something in a test that cannot be: the message says what, and shows the timeline up to there. */
export class KitProblem extends Error {
  override readonly name = 'KitProblem';
}
