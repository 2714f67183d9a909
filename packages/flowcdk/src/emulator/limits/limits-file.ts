import { load } from 'js-yaml';
import { didYouMean } from '../../ground/did-you-mean';
import { defaultLimits, isLimitName, limitNames, type LimitValues } from './limits';

/** The file cannot be read as limits. The message addresses the author of the file. */
export class WrongLimits extends Error {}

/**
 * Reads limits from YAML or JSON: a map of names to values. A limit that is missing has the value of every
 * organisation.
 *
 * @throws WrongLimits with all problems, each with its line
 */
export function limitsIn(text: string, file: string): LimitValues {
  const values = read(text, file);
  const problems = Object.entries(values).flatMap(([name, value]) => {
    const what = wrong(name, value);
    return what === undefined ? [] : [`${file}${lineOf(text, name)}: ${what}`];
  });
  if (problems.length > 0) throw new WrongLimits(problems.join('\n'));
  return { ...defaultLimits, ...values } as LimitValues;
}

function wrong(name: string, value: unknown): string | undefined {
  if (!isLimitName(name)) {
    const near = didYouMean(name, limitNames);
    const meant = near === undefined ? '' : ` Did you mean ${near}?`;
    return `there is no limit '${name}'.${meant} There are ${limitNames.join(', ')}.`;
  }
  if (Number.isSafeInteger(value) && Number(value) >= 1) return undefined;
  return `${name} is ${JSON.stringify(value)}; expected a whole number from 1, and without it ${defaultLimits[name]} counts`;
}

function read(text: string, file: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = load(text);
  } catch (problem) {
    throw new WrongLimits(`${file}: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new WrongLimits(`${file}: limits are a map of names to values, such as\n  token.rate.per.minute: 300`);
}

/** `:3`, the line of a name; empty where it cannot be found. */
function lineOf(text: string, name: string): string {
  const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const index = text.split('\n').findIndex((line) => new RegExp(`(^|[\\s{,"'])${quoted}["']?\\s*:`).test(line));
  return index < 0 ? '' : `:${index + 1}`;
}
