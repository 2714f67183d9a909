import { dataActionTemplates, lineOf } from './data-action-templates';
import type { Listener, ReportProblem } from './rule';

/** Something in a text that does not belong there. */
export interface InText {
  readonly message: string;
  readonly help: string;
  readonly offset: number;
  readonly length: number;
}

interface TextOptions {
  /** Whether to look also into texts for callers and customers, in which a number or an address may be intended. */
  readonly spoken: boolean;
}

/** Looks into every text of flows and templates. */
export const inTexts = (
  report: ReportProblem,
  find: (text: string) => InText | undefined,
  { spoken }: TextOptions,
): Listener => ({
  text: ({ text, yaml, whole, spoken: isSpoken }, { file, path }) => {
    if (isSpoken && !spoken) return;
    const match = find(text);
    if (!match) return;
    const { message, help, offset, length } = match;
    report({ message, help, file, path, yaml, within: whole ?? { offset, length } });
  },
  project: ({ definitions }) => {
    for (const { path, at, texts, action } of dataActionTemplates(definitions)) {
      for (const { name, text } of texts) {
        const match = find(text);
        if (!match) continue;
        const { message, help, offset, length } = match;
        report({
          message,
          help,
          path: `${path} / ${name}`,
          at: action.placeOf?.(name) ?? at,
          excerpt: lineOf(text, offset, length),
        });
      }
    }
  },
});
