import { findComments } from '../../src/architect/yaml/comments';
import { parseYaml } from '../../src/architect/yaml/parse';
import { formatText } from '../../src/format/format-text';
import { corpus, describeCorpus } from '../private/corpus';
import { formatted } from './formatted';
import { meaning, orderOfNames } from './meaning';
import { rowsOf } from '../private/thorough';

const texts = [...corpus];

const isReadable = (text: string): boolean => {
  const { root, problems } = parseYaml(text);
  return root !== undefined && problems.every(({ kind }) => kind === 'placeholder');
};
const readable = texts.filter(([, text]) => isReadable(text));
const unreadable = texts.filter(([, text]) => !isReadable(text));

/** Files that the exporter did not write, or not alone; what in them shows it. */
const notExported: readonly (readonly [part: string, why: string])[] = [
  ['EmailComprehendFlow', 'single quotes around two texts'],
  ['lambda-blueprint__DudeWheresMyStuffChat.yaml', 'placeholders, one with a blank before its colon'],
  ['DudeWheresMyStuffChat_v23-0.yaml', 'placeholders of another language: ${…}'],
  ['DudeWheresMyStuffMessage_v4-0~2', 'placeholders of another language: ${…}'],
  ['webmessage_bot_flow', 'single quotes, and settings behind the bots'],
  ['genesys-cloud-cx-as-code-demo__digital-bot', 'double quotes around texts that every export has without'],
  ['inboundcall_flow_example.yaml', 'a relative reference without quotes, no refId behind the name'],
  ['inboundcall_flow_example2', 'a relative reference without quotes, no refId behind the name'],
  ['inboundcall_flow_example3', 'indented by four spaces'],
  ['inboundcall_flow_example4', 'indented by four spaces'],
  ['inboundcall_flow_example_name_substituted', 'a placeholder and a relative reference without quotes'],
  ['inboundcall_flow_example_substitutions', 'a placeholder and a relative reference without quotes'],
  ['trigger_workflow_example', 'indented by one space'],
  ['CX-as-code-example__flow', 'a relative reference without quotes, no refId behind the name'],
  ['CXaC_EmailInbound', 'a relative reference without quotes'],
  ['qnabot-on-aws__', 'an empty line'],
];

const commentsIn = (text: string): string[] =>
  findComments(text)
    .map((comment) => comment.text)
    .sort();

describeCorpus('formatting published flows', () => {
  test('all but the templates of another language are formatted', () => {
    expect({ readable: readable.length, unreadable: unreadable.length }).toEqual({ readable: 103, unreadable: 11 });
  });

  test.each(rowsOf(readable, 30))('%s says the same, names in the same order', (_, text) => {
    const after = formatted(text);

    expect(meaning(after)).toEqual(meaning(text));
    expect(orderOfNames(after)).toEqual(orderOfNames(text));
  });

  test.each(rowsOf(readable, 30))('%s keeps its comments', (_, text) => {
    expect(commentsIn(formatted(text))).toEqual(commentsIn(text));
  });

  test.each(rowsOf(readable, 30))('%s does not change a second time', (_, text) => {
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

  const exported = readable.filter(([file]) => !notExported.some(([part]) => file.includes(part)));

  test.each(rowsOf(exported, 30))('%s is left as the exporter wrote it', (_, text) => {
    expect(formatted(text)).toBe(tidy(text));
  });

  test('every file that is said not to be an export is one of the collection', () => {
    expect(notExported.filter(([part]) => !texts.some(([file]) => file.includes(part)))).toEqual([]);
    expect(exported).toHaveLength(84);
  });
});

/** Line ends and the end of the file are not the exporter's. */
const tidy = (text: string): string => `${text.replace(/\r\n/g, '\n').trimEnd()}\n`;
