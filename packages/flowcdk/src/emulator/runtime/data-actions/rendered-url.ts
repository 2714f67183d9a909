import { notUsable } from './failure';

/**
 * The characters that the platform's URLs cannot have (RFC 2396, as Java's URI reads it; published reports show
 * "Illegal character in query"). Letters beyond ASCII are allowed. Brackets are allowed behind the `?` only.
 */
const illegal = /[\s\p{Cc}"<>\\^`{|}]|%(?![\da-f]{2})/iu;
const illegalInPath = /[[\]]/;

const names: Readonly<Record<string, string>> = {
  ' ': 'a space',
  '\n': 'a line break',
  '\r': 'a line break',
  '\t': 'a tab',
  '%': 'a % that is no escape',
};

/**
 * Refuses a rendered URL that has a character no URL may have: the platform fails such a call (published reports). The
 * message does not repeat the URL, which may hold a credential.
 */
export function checkCharacters(url: string): void {
  const place = illegalAt(url);
  if (place < 0) return;
  const unset = unsetReferenceAt(url, place);
  if (unset !== undefined) {
    throw notUsable(
      `The request URL has ${unset} in it as it stands in the template, for it is not set. Write $!{${unset.replace(/[${}!]/g, '')}}, or leave the part out with #if.`,
    );
  }
  const character = url[place] ?? '';
  const name = names[character] ?? `the character ${JSON.stringify(character)}`;
  throw notUsable(
    `The request URL has ${name} at position ${place + 1}, which no URL may have. Encode what the template puts in: $esc.url($input.name) in a query, $esc.uriEncode($input.name) in a path.`,
  );
}

function illegalAt(url: string): number {
  const first = illegal.exec(url)?.index ?? -1;
  const authority = /^\s*https?:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0;
  const query = url.indexOf('?', authority);
  const path = url.slice(authority, query < 0 ? undefined : query);
  const bracket = illegalInPath.exec(path)?.index;
  if (bracket === undefined) return first;
  return first < 0 ? authority + bracket : Math.min(first, authority + bracket);
}

/** The reference of the template that the brace at a place belongs to: `${input.service}`. */
function unsetReferenceAt(url: string, place: number): string | undefined {
  const end = url.indexOf('}', place);
  if (url[place] !== '{' || end < 0) return undefined;
  const [reference] = /\$!?\{(?:input|credentials|authResponse)\.[\w.-]+\}$/i.exec(url.slice(0, end + 1)) ?? [];
  return reference;
}
