import { formTemplate, type TextValue } from './body';
import { encodedPart, literalText } from './encode';
import { isPart, type Part, type Url } from './part';
import { joined, type Template } from './template';

/** A URL as a request has it. */
export type UrlValue<P> = string | P | Url<P>;

/** The pieces of a URL, in whatever form it was written. */
const urlPieces = (url: UrlValue<Part>): readonly (string | Part)[] => {
  if (!isPart(url)) return url === '' ? [] : [url];
  return url.kind === 'url' ? url.pieces : [url];
};

/** The beginning of a URL as far as it is known now; undefined if the URL begins with a value. */
export function urlBeginning(url: UrlValue<Part>): string | undefined {
  const [first] = urlPieces(url);
  return first === undefined || typeof first === 'string' ? (first ?? '') : undefined;
}

/** A URL and its query as one template. */
export function urlTemplate(url: UrlValue<Part>, query: Readonly<Record<string, TextValue<Part>>> = {}): Template {
  let inQuery = false;
  const pieces = urlPieces(url).map((piece, i) => {
    if (typeof piece !== 'string') return encodedPart(piece, i === 0 ? 'plain' : inQuery ? 'query' : 'path');
    inQuery ||= piece.includes('?');
    return literalText(piece, inQuery ? 'query' : 'path');
  });
  return joined(...pieces, formTemplate(query, inQuery ? '&' : '?'));
}
