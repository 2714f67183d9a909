import { inWords, knownDuration } from '../known-values';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

const DIGITS = { least: 1, most: 40 };
const SECOND = 1000;
const TIMES = { least: 1 * SECOND, most: 99 * SECOND };

/** Collect Input takes 1 to 40 digits and waits 1 to 99 seconds. */
export const collectInputRange: Rule = {
  name: 'collect-input-range',
  family: 'limits',
  severity: 'error',
  protectsFrom: 'a question whose digits or waiting times Architect does not take',
  start: (report) => ({
    actions: {
      collectInput: (action, place) => {
        const { file, path } = place;
        const problem = action.digits && digitsProblem(action.digits);
        if (problem) report({ ...problem, file, path, yaml: yamlOf(action.digits) });
        for (const field of ['interDigitTimeout', 'noEntryTimeout'] as const) {
          const time = knownDuration(action[field], place);
          if (time === undefined || (time >= TIMES.least && time <= TIMES.most)) continue;
          report({
            message: `${field} is ${inWords(time)}`,
            help: 'Give 1 to 99 seconds.',
            file,
            path,
            yaml: yamlOf(action[field]),
          });
        }
      },
    },
  }),
};

type Digits =
  | { readonly kind: 'exact'; readonly content: number }
  | { readonly kind: 'range'; readonly content: { readonly min?: number; readonly max?: number } };

function digitsProblem(digits: Digits): { readonly message: string; readonly help: string } | undefined {
  const help = `Ask for ${DIGITS.least} to ${DIGITS.most} digits.`;
  const [min, max] =
    digits.kind === 'exact' ? [digits.content, digits.content] : [digits.content.min ?? 1, digits.content.max ?? 40];
  if (min < DIGITS.least || max > DIGITS.most) {
    return { message: `${min < DIGITS.least ? min : max} digits are asked for`, help };
  }
  return min > max
    ? { message: `at least ${min} and at most ${max} digits are asked for`, help: 'The first has to be the smaller.' }
    : undefined;
}
