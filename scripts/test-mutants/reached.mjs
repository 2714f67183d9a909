// What each test file reaches, known since it ran once without a mutant.

/** Milliseconds that a test with a mutant has, and as many times more as it takes without. */
const AT_LEAST = 3_000;
const TIMES = 10;

/** What a run without a mutant said, by source file and by mutant. */
function reachedIn({ notes, hits, took }) {
  const files = new Map(hits.map(([file, counts]) => [file, { hits: counts, tests: new Map(), always: new Set() }]));
  const times = [];
  for (const [test, reached, ms] of notes) {
    if (typeof test === 'number') times[test] = ms;
    for (const [file, indexes] of reached) {
      const { tests, always } = files.get(file);
      for (const index of indexes) {
        if (typeof test !== 'number') always.add(index);
        else if (tests.has(index)) tests.get(index).push(test);
        else tests.set(index, [test]);
      }
    }
  }
  return { files, took, times, timeout: AT_LEAST + TIMES * Math.max(0, ...times.filter(Number.isFinite)) };
}

/** Test files by what they reach. A test file that fails without a mutant says nothing of any. */
export class Reached {
  #known = new Map();

  /** Runs a test file without a mutant, once. */
  async in(test, worker) {
    if (!this.#known.has(test)) this.#known.set(test, this.#watch(test, worker));
    return this.#known.get(test);
  }

  async #watch(test, worker) {
    const answer = await worker.watch(test);
    if (answer && !answer.failed) return reachedIn(answer);
    console.log(`left out  ${test}: it fails without a mutant`);
    return undefined;
  }
}

/**
 * A mutant with those tests of a file that reach it, the quickest first, for at most so many milliseconds: `only`. It is
 * undefined where every test has to run, as the code runs outside of the tests. undefined where no test reaches it.
 */
export function withTests(reached, { file, index }, milliseconds) {
  const here = reached?.files.get(file);
  if (!here) return undefined;
  const always = here.always.has(index);
  const tests = here.tests.get(index);
  if (!always && !tests) return undefined;
  const mutant = { file, index, hits: here.hits[index] ?? 0 };
  if (always) return { ...mutant, about: reached.took };
  const timeOf = (test) => reached.times[test] ?? 0;
  const only = [];
  let about = 0;
  for (const test of [...tests].sort((a, b) => timeOf(a) - timeOf(b))) {
    if (only.length > 0 && about + timeOf(test) > milliseconds) break;
    only.push(test);
    about += timeOf(test);
  }
  return { ...mutant, only, about };
}
