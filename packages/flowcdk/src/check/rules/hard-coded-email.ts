import type { Rule } from '../rule';
import { inTexts } from '../texts';

const email = /[\w.+-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z]{2,24}\b/i;

/** An address of a person or team changes, and tests must not write to it. Texts for customers may contain one. */
export const hardCodedEmail: Rule = {
  name: 'hard-coded-email',
  family: 'portability',
  severity: 'warning',
  protectsFrom: 'messages that go to somebody else in another environment',
  start: (report) =>
    inTexts(
      report,
      (text) => {
        const match = text.includes('@') && !text.includes('://') ? email.exec(text) : null;
        if (!match) return undefined;
        return {
          message: `the address ${match[0]} is written into the flow`,
          help: 'Put it in the settings or a data table, or hand it over as an input.',
          offset: match.index,
          length: match[0].length,
        };
      },
      { spoken: false },
    ),
};
