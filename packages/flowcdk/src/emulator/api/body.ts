import type { Json } from '../state/json';
import { noJson } from './refusals';

/** Reads a request body as JSON. An empty text is no body. */
export function bodyIn(text: string): Json | undefined {
  if (text.trim() === '') return undefined;
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
