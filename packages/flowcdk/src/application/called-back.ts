import { seconds } from '../architect/types';
import type { CalleeConduct } from '../testing/org-settings';
import { type StoryOption, WrongOption } from './story';

const words: Readonly<Record<string, CalleeConduct>> = {
  answers: { answersAfter: seconds(5) },
  // A telephone that declines a call does what a busy one does.
  declines: { busy: true },
  busy: { busy: true },
  'no-answer': {},
};

/**
 * The option `--called-back` for a story in which an agent calls a customer back: what the customer does with each call,
 * as `org.person` takes it.
 *
 * @example
 * ```ts
 * const org = await localOrg();
 * org.person('+33142685300', { calls: calledBackOption.read('busy,answers') });
 * ```
 */
export const calledBackOption = {
  flags: '--called-back <how>',
  description:
    'what the customer does when agents call back: answers, declines, busy or no-answer; several for several calls: busy,answers',
  read(text: string): readonly CalleeConduct[] {
    return text.split(',').map((word) => {
      const conduct = Object.hasOwn(words, word.trim()) ? words[word.trim()] : undefined;
      if (conduct) return conduct;
      throw new WrongOption(
        'It has to be answers, declines, busy or no-answer; with a comma for each further call: busy,answers.',
      );
    });
  },
} as const satisfies StoryOption;
