import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachComments } from '../../src/architect/yaml/attach-comments';
import { findComments } from '../../src/architect/yaml/comments';
import { parseYaml } from '../../src/architect/yaml/parse';
import { printYaml } from '../../src/architect/yaml/print';
import { formatText } from '../../src/format/format-text';
import { formatted } from './formatted';
import { meaning, orderOfNames } from './meaning';

/** Flows that people published; they are not ours to ship, so the folder may be absent. */
const CORPUS = join(__dirname, '../../../../../shared/corpus/flows');

const files = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith('.yaml')) : [];
const texts = files.map((file) => [file, readFileSync(join(CORPUS, file), 'utf8')] as const);

const isReadable = (text: string): boolean => {
  const { root, problems } = parseYaml(text);
  return root !== undefined && problems.every(({ kind }) => kind === 'placeholder');
};
const readable = texts.filter(([, text]) => isReadable(text));
const unreadable = texts.filter(([, text]) => !isReadable(text));

const commentsIn = (text: string): string[] =>
  findComments(text)
    .map((comment) => comment.text)
    .sort();

const describeCorpus = files.length > 0 ? describe : describe.skip;

describeCorpus('published flows (skipped where the collection is absent)', () => {
  test('all but the templates of another language are formatted', () => {
    expect({ readable: readable.length, unreadable: unreadable.length }).toEqual({ readable: 103, unreadable: 11 });
  });

  test.each(readable)('%s says the same, names in the same order', (_, text) => {
    const after = formatted(text);

    expect(meaning(after)).toEqual(meaning(text));
    expect(orderOfNames(after)).toEqual(orderOfNames(text));
  });

  test.each(readable)('%s keeps its comments', (_, text) => {
    expect(commentsIn(formatted(text))).toEqual(commentsIn(text));
  });

  test.each(readable)('%s does not change a second time', (_, text) => {
    const once = formatted(text);

    expect(formatted(once)).toBe(once);
  });

  test.each(unreadable)('%s is refused with its place', (_, text) => {
    expect(formatText(text, 'flow.yaml')).toEqual({
      findings: [
        expect.objectContaining({ rule: 'yaml', at: expect.objectContaining({ file: 'flow.yaml' }) as unknown }),
      ],
    });
  });

  test('what the exporter wrote changes little', () => {
    const exported = readable.filter(([, text]) => layoutOf(text) === tidy(text));
    const same = exported.filter(([, text]) => formatted(text) === tidy(text));

    // The others have an expression that somebody typed or that stands on several lines, or the key order of another
    // version of the exporter.
    expect(exported.length).toBeGreaterThanOrEqual(30);
    expect(same.length).toBeGreaterThanOrEqual(15);
  });
});

const tidy = (text: string): string => `${text.replace(/\r\n/g, '\n').trimEnd()}\n`;

/** Only printed again, in its own order. */
function layoutOf(text: string): string {
  const { root } = parseYaml(text);
  return root ? printYaml(root, { comments: attachComments(root, text) }) : '';
}
