import type { Json } from '../state/json';
import { DEEPEST, isDeeperThan } from '../../ground/json-depth';
import { noJson } from './refusals';

/** Reads a request body as JSON. An empty text is no body. Some editors write a mark before the first character. */
export function bodyIn(whole: string): Json | undefined {
  const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
  if (text.trim() === '') return undefined;
  if (isDeeperThan(DEEPEST, text)) throw noJson(`it is nested deeper than ${DEEPEST} levels`);
  try {
    return JSON.parse(text) as Json;
  } catch (problem) {
    throw noJson(withoutTheText(problem instanceof Error ? problem.message : String(problem)));
  }
}

/**
 * Cuts the quoted body out of `Unexpected token 'x', "{"password":x…" is not valid JSON`, because it may hold a secret.
 */
const withoutTheText = (message: string): string => message.replace(/, .*is not valid JSON$/s, '');
