import type { Rule } from '../rule';
import { inTexts } from '../texts';

const address = /\bhttps?:\/\/([^\s/?#"'<>\\]+)[^\s"'<>\\]*/gi;

/** Parts of host names that belong to one region or environment. */
const bound: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)mypurecloud\.(?:com|ie|de|jp|com\.au)$|\.pure\.cloud$/i, 'the region of an organisation'],
  [
    /(?:^|[.-])(?:us|eu|ap|sa|ca|me|af|il|mx)-(?:gov-)?(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d(?:[.-]|$)/i,
    'a region',
  ],
  [
    /(?:^|[.-])(?:dev|development|test|testing|stage|staging|preprod|prod|production|uat|qa|sandbox)\d?(?:[.-]|$)/i,
    'an environment',
  ],
];

/** A flow is deployed to several regions and environments, and the address of one of them goes along. */
export const environmentInUrl: Rule = {
  name: 'environment-in-url',
  family: 'portability',
  severity: 'warning',
  protectsFrom: 'a flow of one environment that talks to another',
  start: (report) =>
    inTexts(
      report,
      (text) => {
        if (!text.includes('://')) return undefined;
        for (const { 0: url, 1: authority = '', index } of text.matchAll(address)) {
          const host = authority.replace(/^[^@]*@/, '').replace(/:\d*$/, '');
          const what = bound.find(([pattern]) => pattern.test(host))?.[1];
          if (what === undefined) continue;
          const help = 'Put it in the settings, or hand it over as an input.';
          return { message: `the address of ${host} names ${what}`, help, offset: index, length: url.length };
        }
        return undefined;
      },
      { spoken: true },
    ),
};
