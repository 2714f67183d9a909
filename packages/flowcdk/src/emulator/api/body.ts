import type { Json } from '../state/json';
import { noJson } from './refusals';

/** What a body says; an empty one is no body. */
export function bodyIn(text: string): Json | undefined {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch (problem) {
    throw noJson(withoutTheText(problem instanceof Error ? problem.message : String(problem)));
  }
}

/** `Unexpected token 'x', "{"password":x…" is not valid JSON`: what was sent may be secret. */
const withoutTheText = (message: string): string => message.replace(/, .*is not valid JSON$/s, '');
