import { dataActionTemplates, lineOf } from './data-action-templates';
import type { Listener, Told } from './rule';

/** Something in a text that does not belong there. */
export interface InText {
  readonly message: string;
  readonly help: string;
  readonly offset: number;
  readonly length: number;
}

interface TextOptions {
  /** Also in what callers hear and customers read, where a number or address may be meant for them. */
  readonly spoken: boolean;
}

/** Looks into every text of flows and templates. */
export const inTexts = (told: Told, find: (text: string) => InText | undefined, { spoken }: TextOptions): Listener => ({
  text: ({ text, yaml, whole, spoken: isSpoken }, { file, path }) => {
    if (isSpoken && !spoken) return;
    const found = find(text);
    if (!found) return;
    const { message, help, offset, length } = found;
    told({ message, help, file, path, yaml, within: whole ?? { offset, length } });
  },
  project: ({ definitions }) => {
    for (const { path, at, texts } of dataActionTemplates(definitions)) {
      for (const { name, text } of texts) {
        const found = find(text);
        if (!found) continue;
        const { message, help, offset, length } = found;
        told({ message, help, path: `${path} / ${name}`, at, excerpt: lineOf(text, offset, length) });
      }
    }
  },
});
