import { attachComments } from '../../../src/architect/yaml/attach-comments';
import { findComments } from '../../../src/architect/yaml/comments';
import { mapping, scalar, sequence } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { printYaml } from '../../../src/architect/yaml/print';

describe('findComments', () => {
  test.each`
    text                     | comments         | rule
    ${'# a\nb: 1'}           | ${['# a']}       | ${'a line of its own'}
    ${'b: 1 # a'}            | ${['# a']}       | ${'behind a value'}
    ${'b: # a\n  c: 1'}      | ${['# a']}       | ${'behind a key'}
    ${'b: |- # a\n  # no\n'} | ${['# a']}       | ${'behind the bar of a block, not inside the block'}
    ${'b: |\n  x\n# a'}      | ${['# a']}       | ${'after a block'}
    ${'b: [ # a\n  1 ] #c'}  | ${['# a', '#c']} | ${'inside and behind brackets'}
    ${'b: "x # y" # a'}      | ${['# a']}       | ${'not inside double quotes'}
    ${"b: 'x # y'"}          | ${[]}            | ${'not inside single quotes'}
    ${'b: x#y'}              | ${[]}            | ${'not inside a word'}
    ${'b: "x"\r\n# a \r\n'}  | ${['# a']}       | ${'without white space at the end'}
    ${'b: [ # a'}            | ${[]}            | ${'none in a text that is not YAML'}
  `('$rule', ({ text, comments }) => {
    expect(findComments(text as string).map((comment) => comment.text)).toEqual(comments);
  });

  test('a comment tells its place and whether it has a line of its own', () => {
    expect(findComments('a: 1 # b\n  # c\n')).toEqual([
      { text: '# b', offset: 5, end: 8, ownLine: false },
      { text: '# c', offset: 11, end: 14, ownLine: true },
    ]);
  });
});

describe('comments survive printing', () => {
  const reprinted = (text: string) => {
    const { root } = parseYaml(text);
    return root && printYaml(root, { comments: attachComments(root, text) });
  };

  test('a text in our own layout comes back as it was', () => {
    const text = [
      '# The flow of the support line',
      'inboundCall: # one root key',
      '  # What is seen in Architect',
      '  name: Support # not "support"',
      '  tasks:',
      '    # First task',
      '    - task:',
      '        name: Greet',
      '        # No actions yet',
      '        actions: [] # none',
      '    # Plain items have comments too',
      '    - last # yes',
      '# The end',
      '',
    ].join('\n');

    expect(reprinted(text)).toBe(text);
  });

  test.each`
    text                       | printed                         | rule
    ${'a:    1   # b'}         | ${'a: 1 # b\n'}                 | ${'a comment behind a value moves with it'}
    ${'- # b\n  a: 1'}         | ${'# b\n- a: 1\n'}              | ${'a comment behind a dash goes before the item'}
    ${'a:\n  # b\n  1'}        | ${'# b\na: 1\n'}                | ${'a comment between key and value goes before the key'}
    ${'a: |- # b\n  x\n  y\n'} | ${'a: "x\\ny" # b\n'}           | ${'a comment behind a bar stays behind the value'}
    ${'a: [1, # b\n  2] # c'}  | ${'a:\n  - 1 # b\n  - 2 # c\n'} | ${'comments in brackets go to their items'}
    ${'a: { # b\n }'}          | ${'a: {} # b\n'}                | ${'a comment in empty brackets goes behind them'}
  `('$rule', ({ text, printed }) => {
    expect(reprinted(text as string)).toBe(printed);
  });

  test('comments may be given by hand, with empty lines between', () => {
    const item = scalar('a');
    const of = new Map([[item, { before: ['', '# first'], trailing: '# behind' }]]);

    expect(printYaml(mapping([['list', sequence([item])]]), { comments: { of, atEnd: ['# end'] } })).toBe(
      'list:\n\n  # first\n  - a # behind\n# end\n',
    );
  });
});

describe('comments at the end of a block', () => {
  const reprinted = (text: string) => {
    const { root } = parseYaml(text);
    return root && printYaml(root, { comments: attachComments(root, text) });
  };

  test.each([
    ['indented like a block they stay in it', 'a:\n  b: 1\n  # c: 2\nd: 3\n'],
    ['also where the block is a list', 'a:\n  - b\n  # - c\nd: 3\n'],
    ['deep in other blocks', 'a:\n  - b:\n      c: 1\n      # c\n    # b\n  # a\n# root\n'],
    ['and before the first thing of the next block', 'a:\n  b: 1\n  # b\n# d\nd:\n  # e\n  e: 1\n'],
  ])('%s', (_, text) => {
    expect(reprinted(text)).toBe(text);
  });

  test.each([
    ['in brackets they stay in the list', 'a: [1, # b\n  2\n # c\n ]\nd: 3\n', 'a:\n  - 1 # b\n  - 2\n  # c\nd: 3\n'],
    ['indented less they speak of what follows', 'a:\n    - 1\n  # b\nc: 3\n', 'a:\n  - 1\n# b\nc: 3\n'],
    ['in a list that is not indented, of the next key', 'a:\n- 1\n# b\nc: 3\n', 'a:\n  - 1\n# b\nc: 3\n'],
  ])('%s', (_, text, printed) => {
    expect(reprinted(text)).toBe(printed);
  });

  test('two comments behind one value do not become one', () => {
    expect(reprinted('a: # b\n  1 # c\n')).toBe('# b\na: 1 # c\n');
  });
});
