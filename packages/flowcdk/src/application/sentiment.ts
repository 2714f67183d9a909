import { type StoryOption, WrongOption } from './story';

/**
 * The option `--sentiment` for a story in which the analysis of a call matters: the score that it finds, as
 * `call.sentiment` takes it, from −100 to 100.
 *
 * @example
 * ```ts
 * const score: number = sentimentOption.read('-60');
 * ```
 */
export const sentimentOption = {
  flags: '--sentiment <score>',
  description: 'what the analysis of the call finds, from -100 to 100',
  read(text: string): number {
    const score = Number(text);
    if (/^-?\d+(\.\d+)?$/.test(text) && Math.abs(score) <= 100) return score;
    throw new WrongOption('It has to be a number from -100 to 100.');
  },
} as const satisfies StoryOption;
