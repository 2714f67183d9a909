import { refusal, text } from './private-render';

/** A quote is written twice in its own kind of string; only double quotes interpolate. The texts are what Apache Velocity 1.7 printed. */
test.each([
  ['#set($x = "it\'s")$x', "it's"],
  ['#set($x = \'say "hi"\')$x', 'say "hi"'],
  ['#set($x = "say ""hi""")$x', 'say "hi"'],
  ["#set($x = 'it''s')$x", "it's"],
  ['#set($x = "a\\nb")$x', 'a\\nb'],
  ['#set($x = "\\u0041")$x', 'A'],
  ["#set($x = '\\u0041')$x", '\\u0041'],
  ["#set($x = '$input.n')$x", '$input.n'],
  ['#set($x = "$input.n$input.n")$x', '77'],
  ['#set($x = "a$")$x', 'a$'],
  ['#set($x = "#")$x', '#'],
  ['#set($x = "#if($input.f)y#end")$x', 'y'],
  ['#set($x = "a## c")[$x]', '[a]'],
  ['#set($x = "\\$input.n")$x', '$input.n'],
])('%s gives %j', (template, expected) => {
  expect(text(template)).toBe(expected);
});

test.each([
  ['#set($x = "\\u00")$x', 'ParseErrorException'],
  ['#set($x = "#if($input.f)y")$x', 'ParseErrorException'],
  ['#set($x = "unclosed)', 'ParseErrorException'],
])('%s is refused: %s', (template, kind) => {
  expect(refusal(template).kind).toBe(kind);
});
