import { kindWords, type ListedItem } from './content';

/**
 * What the text of an item names. A flow names by name: what stands in its YAML as a word of its own counts, so this may
 * find too much and never too little. Everything else names by the labels that stand for ids.
 */
export const namedIn = (item: ListedItem, text: string, items: readonly ListedItem[]): readonly ListedItem[] =>
  items.filter((other) => {
    if (other === item) return false;
    return item.kind === 'flow'
      ? hasWord(text, other.name)
      : text.includes(JSON.stringify(`${kindWords[other.kind]} '${other.name}'`).slice(1, -1));
  });

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  return false;
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_]/u.test(character);
