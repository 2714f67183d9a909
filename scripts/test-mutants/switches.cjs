// Which mutant is on, and what the tests reach. The environment of the tests and the runner share it: both live outside of
// the globals of a test file.

/** A mutant in a loop that never ends is reached again and again. So many times what its test needs are too many. */
const TOO_OFTEN = 100;
const AT_LEAST = 10_000;

/** The source files that a test file has loaded: which of their mutants is on, how often each was reached. */
let files = new Map();
let isWatching = false;
/** What the test that runs now has reached: `file → indexes`. Outside of tests it is what belongs to all of them. */
let reached = new Map();
/** The mutant that is on, and how often it may still be reached. */
let on;
let left = 0;
let isReached = false;

const stateOf = (file) => {
  const known = files.get(file);
  if (known) return known;
  const state = { active: -1, hits: [] };
  files.set(file, state);
  return state;
};

/** Begins a test file: its tests have a mutant, or what they reach is watched. */
exports.begin = (watches) => {
  files = new Map();
  isWatching = watches;
  reached = new Map();
  exports.turnOff();
};

/** Turns a mutant on: `{ file, index, hits }`, with how often its tests reach it otherwise. */
exports.turnOn = (mutant) => {
  exports.turnOff();
  on = mutant;
  left = mutant.hits * TOO_OFTEN + AT_LEAST;
  isReached = false;
  stateOf(mutant.file).active = mutant.index;
};

exports.turnOff = () => {
  if (on) stateOf(on.file).active = -1;
  on = undefined;
};

/** Whether the mutant that was on last has been reached. */
exports.wasReached = () => isReached;

function countDown() {
  isReached = true;
  left -= 1;
  if (left < 0) throw new Error('The mutant runs in circles.');
  return true;
}

/** A function for one source file: whether a mutant of it is on. */
exports.mutantsOf = (file) => {
  const state = stateOf(file);
  if (!isWatching) return (index) => index === state.active && countDown();
  const { hits } = state;
  return (index) => {
    hits[index] = (hits[index] ?? 0) + 1;
    const here = reached.get(file);
    if (here) here.add(index);
    else reached.set(file, new Set([index]));
    return false;
  };
};

/** Gives what was reached since the last time, and begins anew: `[[file, indexes]]`. */
exports.takeReached = () => {
  const taken = [...reached].map(([file, indexes]) => [file, [...indexes]]);
  reached = new Map();
  return taken;
};

/** How often each mutant was reached: `[[file, hits]]`. */
exports.hits = () => [...files].map(([file, { hits }]) => [file, Array.from(hits, (count) => count ?? 0)]);
