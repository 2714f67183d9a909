import type { Rule } from '../rule';
import { inTexts } from '../texts';

/** With a `+`: other rows of digits are as likely an account, a date or an amount. */
const number = /(?<![\w+])\+[1-9](?:[ ()./-]{0,2}\d){7,14}(?!\w)/;

/** Numbers change, and differ between environments. What callers hear may name one. */
export const hardCodedPhoneNumber: Rule = {
  name: 'hard-coded-phone-number',
  family: 'portability',
  severity: 'warning',
  protectsFrom: 'calls and messages that go to somebody else in another environment',
  start: (told) =>
    inTexts(
      told,
      (text) => {
        const found = text.includes('+') ? number.exec(text) : null;
        if (!found) return undefined;
        return {
          message: `the telephone number ${found[0]} is written into the flow`,
          help: 'Put it in the settings or a data table, or hand it over as an input.',
          offset: found.index,
          length: found[0].length,
        };
      },
      { spoken: false },
    ),
};
