import { filled, mapOf, name, object, oneOf, otherwise, text, whole } from '../shape';

/** The periods after which attempts are counted anew: never, each day, or so many days. */
const periods = [
  'NEVER',
  'TODAY',
  ...Array.from({ length: 29 }, (_, i) => `DAYS_${i + 2}`),
] as const satisfies readonly string[];

/** How often the contacts of a campaign may be called (documented fields). */
export const attemptLimits = {
  name,
  maxAttemptsPerContact: whole(1),
  maxAttemptsPerNumber: whole(1),
  timeZoneId: text(100),
  resetPeriod: otherwise(oneOf(...periods), 'NEVER'),
  recallEntries: mapOf(object({ nbrAttempts: whole(0), minutesBetweenAttempts: whole(5) })),
  version: filled(whole()),
};
