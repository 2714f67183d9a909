import type { Callers } from 'flowcdk/testing/traffic';
import type { Settings } from '../settings';

/** What is counted of many calls. */
export const outcomes = { known: 'known when the agent answers', greeted: 'greeted by name' } as const;

/** People who choose one of the reasons, seldom call for the first time, and do not have their customer number at hand. */
export function callers({ supportLine }: Settings): Callers {
  const texts = supportLine.lines[0]?.texts;
  const reasons = Math.max(1, supportLine.reasons.length);
  return {
    answers(heard, { choice, mood }) {
      if (texts === undefined) return undefined;
      if (heard.startsWith(texts.reasonQuestion)) return String(1 + Math.floor(choice * reasons));
      if (heard === texts.firstTimeQuestion) return mood < 0.2 ? '1' : '2';
      return heard === texts.customerNumberQuestion ? '#' : undefined;
    },
    outcomes: {
      [outcomes.known]: (attributes) => isKnown(attributes) || isGreeted(attributes),
      [outcomes.greeted]: isGreeted,
    },
  };
}

type Attributes = Readonly<Record<string, unknown>>;
const isKnown = (attributes: Attributes): boolean => attributes['identification.status'] === 'SUCCESS';
const isGreeted = (attributes: Attributes): boolean => attributes['support.greeted'] === 'BY_NAME';
