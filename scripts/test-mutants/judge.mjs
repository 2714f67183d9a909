// Judges the mutants of a source file, one test file after the other, the nearest first.
import { withTests } from './reached.mjs';

/** So many mutants share a test file that loads once. */
const TOGETHER = 40;
/** A test file that was spoilt so often takes each mutant alone. */
const SPOILT = 4;

/**
 * @param with the test files, the nearest first; what each of them reaches; how much each mutant may cost
 * @returns the mutants: whether each survived, and how many test files ran
 */
export async function judge(worker, mutants, { tests, reached, most }) {
  const fates = mutants.map((mutant) => ({ mutant, survived: true, ran: 0, milliseconds: 0 }));
  for (const test of tests) {
    const known = await reached.in(test, worker);
    const waiting = fates.flatMap((fate) => {
      const left = most.milliseconds - fate.milliseconds;
      if (!fate.survived || fate.ran >= most.tests || left <= 0) return [];
      const order = withTests(known, fate.mutant, left);
      if (!order) return [];
      fate.ran += 1;
      fate.milliseconds += order.about;
      return [{ fate, order }];
    });
    await judgeIn(worker, { test, timeout: known?.timeout }, waiting);
    if (fates.every(({ survived }) => !survived)) break;
  }
  return fates;
}

/** Runs one test file as often as its mutants need it. */
async function judgeIn(worker, run, waiting) {
  const alone = waiting.filter(({ order }) => order.only === undefined);
  let together = waiting.filter(({ order }) => order.only !== undefined);
  let spoilt = 0;
  while (together.length > 0) {
    const part = together.slice(0, spoilt >= SPOILT ? 1 : TOGETHER);
    const mutants = part.map(({ order }) => order);
    const { verdicts, isSpoilt } = await worker.judge({ ...run, way: 'rounds', mutants });
    if (isSpoilt) spoilt += 1;
    const unknown = [];
    part.forEach((judged, index) => {
      if (verdicts[index] !== 'unknown') judged.fate.survived = verdicts[index] === 'survived';
      // What nobody can say although nothing was spoilt hides behind something kept: the file loads for it alone.
      else if (!isSpoilt || part.length === 1) alone.push(judged);
      else unknown.push(judged);
    });
    together = [...unknown, ...together.slice(part.length)];
  }
  for (const { fate, order } of alone) {
    const { verdicts } = await worker.judge({ ...run, way: 'whole', mutants: [order] });
    fate.survived = verdicts[0] === 'survived';
  }
}
