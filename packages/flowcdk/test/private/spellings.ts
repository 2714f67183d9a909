/** Characters of a secret in a row that give it away. */
const WINDOW = 9;
const STEP = 3;

/** What shows that a text has a secret in it, in one encoding. */
interface Spelling {
  readonly encoding: string;
  readonly pieces: readonly string[];
}

/** Parts of a text that are so long: enough of them to find every part that is a little longer. */
const windows = (text: string, size: number): readonly string[] =>
  text.length <= size
    ? [text]
    : Array.from({ length: Math.floor((text.length - size) / STEP) + 1 }, (_, i) =>
        text.slice(i * STEP, i * STEP + size),
      );

const unicode = (text: string): string =>
  Array.from(text, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The base64 of a text at one of the three places where it can begin, without what depends on its neighbours. */
const base64 = (text: string, offset: number): string =>
  Buffer.from(' '.repeat(offset) + text)
    .toString('base64')
    .replace(/=+$/, '')
    .slice(offset === 0 ? 0 : offset + 1, -2);

function spellingsOf(secret: string): readonly Spelling[] {
  const form = new URLSearchParams({ x: secret }).toString().slice(2);
  return [
    // Parts of a secret are secret, too. Capitals do not count.
    { encoding: 'plain', pieces: windows(secret, WINDOW) },
    { encoding: 'reversed', pieces: windows([...secret].reverse().join(''), WINDOW) },
    { encoding: 'URL', pieces: [encodeURIComponent(secret), encodeURIComponent(encodeURIComponent(secret)), form] },
    {
      encoding: 'JSON',
      pieces: [JSON.stringify(secret).slice(1, -1), JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
    },
    { encoding: 'unicode', pieces: windows(secret, WINDOW).map(unicode) },
    { encoding: 'XML', pieces: [xml(secret)] },
    { encoding: 'hex', pieces: windows(secret, WINDOW).map((part) => Buffer.from(part).toString('hex')) },
    { encoding: 'base64', pieces: [0, 1, 2].map((offset) => base64(secret, offset)) },
    {
      encoding: 'base64url',
      pieces: [0, 1, 2].map((offset) =>
        Buffer.from(' '.repeat(offset) + secret)
          .toString('base64url')
          .slice(offset === 0 ? 0 : offset + 1, -2),
      ),
    },
  ];
}

/**
 * The encodings in which a text shows a secret, and where.
 *
 * @param lower the text in lower case
 */
export function encodingsIn(text: string, secret: string, lower = text.toLowerCase()): readonly string[] {
  return spellingsOf(secret).flatMap(({ encoding, pieces }) => {
    const places = pieces.map((piece) => lower.indexOf(piece.toLowerCase())).filter((place) => place >= 0);
    const [at] = places;
    return at === undefined ? [] : [`${encoding} …${text.slice(Math.max(0, at - 60), at + 60)}…`];
  });
}
