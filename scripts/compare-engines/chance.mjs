/** What a seed decides: the same seed gives the same texts. */
export function chanceOf(seed) {
  let state = [...String(seed)].reduce((sum, character) => (Math.imul(sum, 31) + character.codePointAt(0)) | 0, 7);
  /** A number from 0 up to 1 (mulberry32). */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  const pick = (...choices) => {
    const choice = choices[whole(0, choices.length - 1)];
    return typeof choice === 'function' ? choice() : choice;
  };
  const often = (share) => next() < share;
  const several = (from, to, make, between = '') => Array.from({ length: whole(from, to) }, () => make()).join(between);
  return { next, whole, pick, often, several };
}
