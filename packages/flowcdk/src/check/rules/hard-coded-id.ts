import type { Rule } from '../rule';
import { inTexts } from '../texts';

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i;

const SHORTEST = 36;

/** An id is valid in one organisation only, and only until its object is created again. */
export const hardCodedId: Rule = {
  name: 'hard-coded-id',
  family: 'portability',
  severity: 'warning',
  protectsFrom: 'an id that means nothing in another organisation',
  start: (report) =>
    inTexts(
      report,
      (text) => {
        const match = text.length >= SHORTEST ? uuid.exec(text) : null;
        if (!match) return undefined;
        return {
          message: `the id ${match[0]} is written into the text`,
          help: 'Refer to it by name, let Terraform put it in, or hand it over as an input.',
          offset: match.index,
          length: match[0].length,
        };
      },
      { spoken: true },
    ),
};
