import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { attachComments } from '../../../src/architect/yaml/attach-comments';
import { findComments } from '../../../src/architect/yaml/comments';
import { toData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { printYaml } from '../../../src/architect/yaml/print';
import { anyTree, edited, yamlLikeText } from './generators';
import { runs } from '../../private/thorough';

/** The same texts on every machine, every day. */
const RUNS = { seed: 20_240_131, numRuns: runs(120, 1_000) };

const SMALL_FLOW = [
  'workflow:',
  '  name: Small # a comment',
  '  variables:',
  '    - stringVariable:',
  '        name: Flow.a',
  '        initialValue: { lit: "" }',
  '  note: |-',
  '    two',
  '    lines',
  '',
].join('\n');

/** The same data, or that the text was refused. */
function loaded(text: string): { data: unknown } | 'refused' {
  try {
    return { data: load(text) };
  } catch {
    return 'refused';
  }
}

describe('printing', () => {
  test('any tree is read back as it was, by us and by readers of YAML 1.2 and 1.1', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const text = printYaml(tree);
        const { root, problems } = parseYaml(text);

        expect(problems).toEqual([]);
        expect(root && toData(root)).toEqual(toData(tree));
        expect(load(text)).toEqual(toData(tree));
        expect(load(text, { schema: YAML11_SCHEMA })).toEqual(toData(tree));
      }),
      RUNS,
    );
  });

  test('printing what was printed changes nothing', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const text = printYaml(tree);
        const { root } = parseYaml(text);
        expect(root && printYaml(root)).toBe(text);
      }),
      RUNS,
    );
  });
});

describe('parsing', () => {
  test('what js-yaml reads we read as the same data; what it refuses has a problem here', () => {
    fc.assert(
      fc.property(yamlLikeText, (text) => {
        const { root, problems } = parseYaml(text);
        const theirs = loaded(text);

        if (theirs === 'refused') expect(problems).not.toEqual([]);
        else if (problems.length === 0) expect(root && toData(root)).toEqual(theirs.data);
        else expect(problems[0]?.message).toContain('nothing in this text');
      }),
      RUNS,
    );
  });

  test('no text makes it throw, and every problem points into the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), yamlLikeText, edited(SMALL_FLOW)), (text) => {
        for (const { offset, length } of parseYaml(text).problems) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
        }
      }),
      RUNS,
    );
  });
});

describe('comments', () => {
  test('reprinting keeps the data and every comment, and settles at once', () => {
    fc.assert(
      fc.property(fc.oneof(yamlLikeText, edited(SMALL_FLOW)), (text) => {
        const { root, problems } = parseYaml(text);
        // A repeated part repeats its comments.
        fc.pre(root !== undefined && problems.length === 0 && !text.includes('*'));
        const printed = printYaml(root, { comments: attachComments(root, text) });

        expect(load(printed)).toEqual(toData(root));
        expect(commentsIn(printed)).toEqual(commentsIn(text));
        const again = parseYaml(printed).root;
        expect(again && printYaml(again, { comments: attachComments(again, printed) })).toBe(printed);
      }),
      RUNS,
    );
  });
});

/** In alphabetical order, as comments may change places; two behind one value may have become one. */
function commentsIn(text: string): string[] {
  return findComments(text)
    .flatMap((comment) => comment.text.split(/ (?=#)/))
    .sort();
}
