import { LineIndex, positionAt } from '../../../src/architect/yaml/position';

test.each`
  text          | offset | line | column | rule
  ${''}         | ${0}   | ${1} | ${1}   | ${'an empty text has one place'}
  ${'ab\ncd'}   | ${0}   | ${1} | ${1}   | ${'lines and columns start at 1'}
  ${'ab\ncd'}   | ${2}   | ${1} | ${3}   | ${'a line break belongs to the line it ends'}
  ${'ab\ncd'}   | ${4}   | ${2} | ${2}   | ${'LF ends a line'}
  ${'ab\r\ncd'} | ${5}   | ${2} | ${2}   | ${'CR LF ends one line'}
  ${'ab\rcd'}   | ${4}   | ${2} | ${2}   | ${'a lone CR ends a line'}
  ${'ab\n\n'}   | ${4}   | ${3} | ${1}   | ${'after the last line break there is one more line'}
  ${'\ufeffab'} | ${2}   | ${1} | ${2}   | ${'a byte order mark takes no column'}
  ${'ab\ncd'}   | ${99}  | ${2} | ${3}   | ${'an offset behind the text means its end'}
  ${'ab\ncd'}   | ${-1}  | ${1} | ${1}   | ${'an offset before the text means its start'}
`('$rule', ({ text, offset, line, column }) => {
  expect(positionAt(text as string, offset as number)).toEqual({ line, column });
});

test('an index answers in any order', () => {
  const index = new LineIndex('one\ntwo\nthree');

  expect([8, 0, 4].map((offset) => index.positionAt(offset).line)).toEqual([3, 1, 2]);
});
