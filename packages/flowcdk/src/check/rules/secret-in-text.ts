import type { Rule } from '../rule';
import { inTexts } from '../texts';

/**
 * A row of characters that nobody would type: long, with mixed case and digits. The length is tested first, because
 * most texts are short enough to skip the rest.
 */
const random =
  /(?<![\w+/=-])(?=[\w+/-]{32})(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])(?=[\w+/-]*\d)[A-Za-z0-9+/_-]{32,}={0,2}(?![\w+/=-])/;

/** What gives access looks like this. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/, 'a token (JWT)'],
  [/\bgh[pousr]_[A-Za-z0-9]{30,}\b/, 'a GitHub token'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}/, 'a Slack token'],
  [/\b[sr]k_live_[A-Za-z0-9]{16,}/, 'a payment key'],
  [/\bBearer\s+[\w.~+/-]{20,}=*/i, 'a bearer token'],
  [/\bBasic\s+[A-Za-z0-9+/]{16,}={0,2}(?![\w{$])/, 'credentials'],
  [/:\/\/[^\s/:@"'${}]{1,64}:[^\s/:@"'${}]{1,64}@/, 'a user name and a password'],
  [
    /\b(?:api[_-]?key|client[_-]?secret|secret|password|passwd|access[_-]?token)["']?\s*[=:]\s*["']?[A-Za-z0-9+/_=-]{12,}/i,
    'a key or password',
  ],
  [random, 'a key'],
];

/** Everybody who may read the flow can read a secret in it; it is in the repository and in every export. */
export const secretInText: Rule = {
  name: 'secret-in-text',
  family: 'portability',
  severity: 'warning',
  protectsFrom: 'a key, token or password that everybody can read',
  start: (report) =>
    inTexts(
      report,
      (text) => {
        if (text.length < SHORTEST) return undefined;
        for (const [pattern, what] of secrets) {
          const match = pattern.exec(text);
          // The message does not repeat the secret, because messages are copied elsewhere.
          if (match) {
            const message = `this looks like ${what}`;
            return {
              message,
              help: 'Put it into a credential of the integration, and change it.',
              offset: match.index,
              length: match[0].length,
            };
          }
        }
        return undefined;
      },
      { spoken: true },
    ),
};

const SHORTEST = 12;
