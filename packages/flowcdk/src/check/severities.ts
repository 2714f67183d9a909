import type { Finding, Severity } from '../ground/finding';
import type { StandardSettings } from '../settings';
import { didYouMean } from '../ground/did-you-mean';
import type { CheckOptions } from './check';
import { seconds } from '../architect/types';
import type { Rule } from './rule';
import { longSilence, longSilenceOf } from './rules/long-silence';

/** The severities as users write them. */
export type SeverityWord = 'off' | 'warn' | 'error';

export const severityOfWord: Readonly<Record<SeverityWord, Severity | 'off'>> = {
  off: 'off',
  warn: 'warning',
  error: 'error',
};

export const isSeverityWord = (text: string): text is SeverityWord => Object.hasOwn(severityOfWord, text);

/** The settings about rules, `check:` and `silenced:`. A name that is no rule is a finding. */
export function fromSettings(
  {
    check = {},
    silenced = [],
    longestSilence,
  }: Partial<Pick<StandardSettings, 'check' | 'silenced' | 'longestSilence'>>,
  rules: readonly Rule[],
): CheckOptions & { readonly findings: readonly Finding[] } {
  const names = new Set(rules.map(({ name }) => name));
  const unknown = [
    ...Object.keys(check).map((name) => ({ name, path: `check.${name}` })),
    ...silenced.map(({ rule }, i) => ({ name: rule, path: `silenced[${i}].rule` })),
  ].filter(({ name }) => !names.has(name));
  return {
    severities: Object.fromEntries(Object.entries(check).map(([name, word]) => [name, severityOfWord[word]])),
    silenced: silenced.filter(({ rule }) => names.has(rule)),
    rules: longestSilence === undefined ? undefined : withSilence(rules, longestSilence),
    findings: unknown.map(({ name, path }) => ({
      rule: 'settings-unknown',
      severity: 'error',
      message: `the settings name a rule ${JSON.stringify(name)}, which does not exist`,
      help: suggestedRule(name, rules),
      path,
    })),
  };
}

const withSilence = (rules: readonly Rule[], longest: number): readonly Rule[] =>
  rules.map((rule) => (rule.name === longSilence.name ? longSilenceOf({ most: seconds(longest) }) : rule));

/** The help for a name that is no rule. */
export function suggestedRule(name: string, rules: readonly Rule[]): string {
  const meant = didYouMean(
    name,
    rules.map((rule) => rule.name),
  );
  return meant === undefined ? 'docs/rules/README.md lists all rules.' : `Did you mean ${meant}?`;
}
