import type { Json } from '../state/json';
import { noJson } from './refusals';

/** Reads a request body as JSON. An empty text is no body. */
export function bodyIn(text: string): Json | undefined {
  if (text.trim() === '') return undefined;
  if (depthOf(text) > DEEPEST) throw noJson(`it is nested deeper than ${DEEPEST} levels`);
  try {
    return JSON.parse(text) as Json;
  } catch (problem) {
    throw noJson(withoutTheText(problem instanceof Error ? problem.message : String(problem)));
  }
}

/** Deeper than any body of the API. What is stored deeper could not be written again: writing JSON recurses (assumed). */
const DEEPEST = 100;

/** How many brackets are open at once. Brackets in strings do not count. A loop, because it takes the same time for any text. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}

/**
 * Cuts the quoted body out of `Unexpected token 'x', "{"password":x…" is not valid JSON`, because it may hold a secret.
 */
const withoutTheText = (message: string): string => message.replace(/, .*is not valid JSON$/s, '');
