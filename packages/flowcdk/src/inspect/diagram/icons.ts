import { markup, type Markup } from '../html/markup';

/** The drawings of actions, 16 by 16. */
const drawings = {
  speak: 'M3 6h2l4-3v10l-4-3H3zM11 6a3 3 0 0 1 0 4M12.5 4a6 6 0 0 1 0 8',
  keys: 'M3 3h2v2H3zM7 3h2v2H7zM11 3h2v2h-2zM3 7h2v2H3zM7 7h2v2H7zM11 7h2v2h-2zM7 11h2v2H7z',
  data: 'M3 4.5C3 3 13 3 13 4.5S3 6 3 4.5zM3 4.5v7c0 1.5 10 1.5 10 0v-7M3 8c0 1.500 10 1.500 10 0',
  decide: 'M8 2l6 6-6 6-6-6z',
  choose: 'M2 8h4M6 8l3-5h5M6 8h8M6 8l3 5h5',
  loop: 'M12 5a5 5 0 1 0 1 4M13 2v4H9',
  set: 'M3 13l1-4 7-7 3 3-7 7z',
  read: 'M2 8c3-5 9-5 12 0-3 5-9 5-12 0zM8 6.500a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3z',
  transfer: 'M2 8h11M9 4l4 4-4 4',
  end: 'M4 4h8v8H4z',
  go: 'M3 3v6h9M9 6l3 3-3 3',
  bot: 'M3 6h10v7H3zM8 3v3M6 9v1M10 9v1',
  wait: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3l2 2',
  other: 'M3 3h10v10H3zM6 8h4',
} as const;

/** What an action does, as far as its drawing shows it. */
export type IconName = keyof typeof drawings;

const patterns: readonly (readonly [RegExp, IconName])[] = [
  [/bot/i, 'bot'],
  [/^(playAudio|playEst|playPos|communicate|flushAudio|holdMusic|sendResponse|sendAuto|sendNotif)/, 'speak'],
  [/^(collectInput|ask|dialByExt|menuDialBy|digitalMenu)/, 'keys'],
  [/^(callData|dataTable|find|search|getExternal)/, 'data'],
  [/^decision/, 'decide'],
  [/^(switch|evaluateSchedule)/, 'choose'],
  [/^loop/, 'loop'],
  [/^get/, 'read'],
  [/(transfer|createCallback)/i, 'transfer'],
  [/^(menuDisconnect|disconnect|end|exit|terminate|abort|complete)/, 'end'],
  [/^(callTask|jumpTo|changeState|callCommon|menu|previousMenu|repeatMenu)/, 'go'],
  [/^(update|set|add|initialize|clear)/, 'set'],
  [/^(wait|detectSilence)/, 'wait'],
];

/** The drawing for a kind of action. */
export const iconOf = (kind: string): IconName => patterns.find(([pattern]) => pattern.test(kind))?.[1] ?? 'other';

/** The definitions of all drawings, for the beginning of an SVG. */
export const iconSymbols = (prefix: string): Markup =>
  markup`${Object.entries(drawings).map(
    ([name, path]) => markup`<symbol id="${prefix}icon-${name}" viewBox="0 0 16 16"><path d="${path}"/></symbol>`,
  )}`;
