import type { Rule } from '../rule';
import { inTexts } from '../texts';

/** Only with a `+`: other rows of digits may as well be an account, a date or an amount. */
const number = /(?<![\w+])\+[1-9](?:[ ()./-]{0,2}\d){7,14}(?!\w)/;

/** Numbers change, and differ between environments. Texts that callers hear may contain one. */
export const hardCodedPhoneNumber: Rule = {
  name: 'hard-coded-phone-number',
  family: 'portability',
  severity: 'warning',
  protectsFrom: 'calls and messages that go to somebody else in another environment',
  start: (report) =>
    inTexts(
      report,
      (text) => {
        const match = text.includes('+') ? number.exec(text) : null;
        if (!match) return undefined;
        return {
          message: `the telephone number ${match[0]} is written into the flow`,
          help: 'Put it in the settings or a data table, or hand it over as an input.',
          offset: match.index,
          length: match[0].length,
        };
      },
      { spoken: false },
    ),
};
