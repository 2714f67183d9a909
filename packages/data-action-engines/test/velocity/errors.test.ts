import { refusal, text } from './private-render';

/** An error says what is wrong, and where. */
test.each([
  ['a #if($input.f b', 'expected )', 15],
  ['${input.n', 'expected } at the end of the reference, but the template ends', 9],
  ['#end', '#end without its #if or #foreach', 0],
  ['$input.n#set($x = 1)[$x]', 'is no text here', 20],
  ['$input.n##end', '##end without its #if or #foreach', 8],
  ['#foreach($i in $input.list)x', '#end of #foreach, but the template ends', 28],
  ['#set(x = 1)', 'expected a reference behind #set(', 5],
  ['#set($x = )', 'expected a value', 10],
  ['x $input.list.get(9)', 'get threw IndexOutOfBoundsException: Index 9 out of bounds for length 3', 13],
  ['$input.long.replaceAll("[a", "")', 'replaceAll: the regular expression has a class that is not closed', 11],
  ['x#parse("y")', '#parse finds nothing: a template of a data action stands alone', 1],
  ['x#include("y")', '#include finds nothing: a template of a data action stands alone', 1],
  ['#[[raw', '#[[ without ]]#, but the template ends', 6],
  ['x#', 'a $ or # stands, but the template ends', 2],
  ['#set($x = "a', 'the string is not closed', 10],
  ["#set($x = 'a", 'the string is not closed', 10],
  ['#if(.)', '"." has no meaning here', 4],
  ['#set($x = #1)', '#1 is no number', 10],
  [`#set($x = ${'9'.repeat(1002)})`, 'has a number of more than 1000 digits', 10],
  ['#set($x = "ab#parse(1)")', '#parse finds nothing: a template of a data action stands alone', 13],
  ["ab #evaluate('#parse(1)')", '#parse finds nothing: a template of a data action stands alone', 3],
  ['#macro(m)x#end a#m(word)', '#m takes no words', 16],
  [
    'x#set($l = [1])#foreach($i in [1])#foreach($i in $l)$l.clear()$l.add(2)$l.add(3)#end#end',
    'a list was changed',
    34,
  ],
  ['#set($m = {"a": 1, "b": 2})#foreach($i in $m)$m.clear()#end', 'a map was changed inside its #foreach', 27],
  ['ab $input.long.repeat(2147483647)', 'the template makes a text of more than', 3],
  ['a\\\\$input.long.repeat(2147483647)', 'the template makes a text of more than', 3],
  ['#set($x = "a$input.long.repeat(2147483647)")', 'the template makes a text of more than', 12],
  ['x #set($x = [1..100001])', 'the template makes a range of more than 100000 items', 7],
  ['x#foreach($i in [1..100001])x#end', 'the template makes a range of more than 100000 items', 1],
  ['#if([1..100001] == 1)x#end', 'the template makes a range of more than 100000 items', 0],
])('%s: %s', (template, message, offset) => {
  const { message: said, offset: at } = refusal(template);

  expect(said).toContain(message);
  expect(at).toBe(offset);
});

test.each([
  ['#define($a $b)x#end', '#define is written #define($name)'],
  ['#define(b)x#end', '#define is written #define($name)'],
  ['#define', 'expected ( behind #define'],
  ['#macro($m)x#end', '#macro is written #macro(name $a $b)'],
  ['#macro(m a)x#end', '#macro takes no words'],
  ['#macro(m 1)x#end', 'parameters of a macro are references'],
  ['#macro(m $a)$a#end#m(word)', '#m takes no words'],
  ['#foreach(i in $input.list)x#end', '#foreach is written #foreach($item in $list)'],
  ['#foreach($i $input.list)x#end', '#foreach is written #foreach($item in $list)'],
  ['#foreach($i in word)x#end', '#foreach is written #foreach($item in $list)'],
  ['#break(a)', '#break takes no words'],
  ['#break($a $b)', '#break takes one scope'],
  ['#break(1)', '#break was given something that is no loop'],
  ['#stop(a)', '#stop takes no words'],
  ['#stop("a" "b")', '#stop takes one message'],
  ['#evaluate("a" "b")', '#evaluate takes one text or reference'],
  ['#evaluate()', '#evaluate takes one text or reference'],
  ['#evaluate(1)', '#evaluate takes one text or reference'],
  ['#include(a)', '#include takes no words'],
  ['#parse(a)', '#parse takes no words'],
  ['#include', 'expected ( behind #include'],
  ['#include("x")', '#include finds nothing: a template of a data action stands alone'],
  ['x #else y', '#else without its #if or #foreach'],
  ['x #elseif(true) y', '#elseif without its #if or #foreach'],
  ['#if true', '( behind #if'],
  ['#literal()x', '#end of #literal'],
  ['#define($b)x', '#end of #define'],
  ['#macro(m)x', '#end of #macro'],
])('%s is refused: %s', (template, message) => {
  expect(refusal(template).message).toContain(message);
});

test('an error inside an #evaluate has the place of the #evaluate', () => {
  expect(refusal('ab #evaluate("#if(")')).toMatchObject({ kind: 'ParseErrorException' });
  expect(refusal('ab #evaluate("#parse(1)")').offset).toBeGreaterThanOrEqual(3);
});

test('a template of 524,288 characters is read', () => {
  expect(text('x'.repeat(512 * 1024), {})).toHaveLength(512 * 1024);
  expect(refusal('x'.repeat(512 * 1024 + 1), {}).offset).toBe(512 * 1024);
});
