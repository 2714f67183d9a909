import { refusal, text } from './private-render';

/** Blocks, macros, and directives that are none. The texts are what Apache Velocity 1.7 printed. */
test.each([
  ['#define($b)$input.n#end$b$b', '77'],
  ['#define($b)a$c#end#set($c=1)$b#set($c=2)$b', 'a1a2'],
  ['#define($b)x$b#end$b', 'xx$b'],
  ['#define($b)x$b#end$b $b', 'xx$b xx$b'],
  ['#macro(m)M#end#m()', 'M'],
  ['#macro(m $a)[$a]#end#m(1)#m("x")#m($input.n)#m($none)', '[1][x][7][$none]'],
  ['#macro(m $a $b)[$a$b]#end#m(1 2)#m(1,2)#m(1)', '[12][12][1$b]'],
  ['#m(1)#macro(m $a)[$a]#end', '[1]'],
  ['#macro(m $a)#set($a = 5)$a#end#set($x = 1)#m($x)$x', '51'],
  ['#macro(m $a)$!a|${a}|$a.foo#end#m($none)', '|${a}|$a.foo'],
  ['#macro(m)<$bodyContent>#end#@m()body#end', '<body>'],
  ['#macro(m $a)$a$a#end#set($i=0)#m("#set($i=$i+1)$i")', '12'],
  ['#nosuch', '#nosuch'],
  ['#nosuch($input.n)', '#nosuch($input.n)'],
  ['#nosuch(a b)', '#nosuch(a b)'],
  ['#evaluate("a$input.n")', 'a7'],
  ["#evaluate('$input.n')", '7'],
  ['#evaluate($none)', ''],
  ['#literal()$input.n#end', '$input.n'],
  ['#macro(m)#set($n = $n + 1)#if($n < 20)#m()#end#end#set($n = 0)#m()$n', '20'],
  ['#include()x', 'x'],
  ['a#stop("why")b', 'a'],
  ['#macro(m $a)$a#end#m($input.none.x) #m("$input.n")', '$input.none.x 7'],
  ['#set($x = 1)#macro(m $a)$a#set($x = 2)$x#end#m($input.n)$x', '722'],
  ['#macro(m)a#break b#end#m()c', 'ac'],
  ['#define($b)a#break b#end${b}c', 'ac'],
  ["#evaluate('a#break b')c", 'ac'],
  ["#evaluate('#macro(n)N#end')#n()", 'N'],
  ['#macro(m)1#end#macro(m)2#end#m()', '1'],
  ['#m()#if(false)#macro(m)M#end#end', 'M'],
  ['#m()#if(true)x#{else}#macro(m)M#end#end', 'Mx'],
  ['#m()#foreach($i in [])#macro(m)M#end#end', 'M'],
  ['#macro(m)#foreach($i in [1..2])$i#end$i#end#m()$i', '12$i$i'],
  ['#macro(m $i)#foreach($i in [1..2])$i#end$i#end#m(7)', '127'],
  ['#macro(m $i)#foreach($i in [1..2])$i#end$i#end#m($none)', '12$none'],
  ['#macro(m $i)#foreach($i in [1..2])#set($none = 3)#end$i#end#m($none)', '$none'],
])('%s gives %j', (template, expected) => {
  expect(text(template)).toBe(expected);
});

/** Only a number, true and false are passed without what was written. */
test.each([
  ['$input.n', '$input.n'],
  ['$none', '\\$none'],
  ["'x'", "'x'"],
  ['"x$input.n"', '"x$input.n"'],
  ['[ 1, $none ]', '[ 1, $none ]'],
  ['[1..2]', '[1..2]'],
  ['{"k": 1}', '{"k": 1}'],
  ['-1', '$a'],
  ['1.5', '$a'],
  ['true', '$a'],
])('an escaped parameter prints the argument %s as %s', (argument, expected) => {
  expect(text(`#macro(m $a)\\$a#end#m( ${argument} )`)).toBe(expected);
});

test('a parameter without a value prints the argument as it was written', () => {
  expect(text('#macro(m $a)$a|$!a#end#m([1..$none])')).toBe('[1..$none]|');
});

test.each([
  ['#define(b)x#end', 'ParseErrorException'],
  ['#macro(m)x#m()#end#m()', 'MacroOverflowException'],
  ['#macro(m)#set($n = $n + 1)#if($n < 21)#m()#end#end#set($n = 0)#m()$n', 'MacroOverflowException'],
  ['#macro(a)A#end#a()#macro(m)#set($n = $n + 1)#if($n < 21)#m()#end#end#set($n = 0)#m()$n', 'MacroOverflowException'],
  ['#macro()x#end', 'ParseErrorException'],
  ['#nosuch(#1)', 'NumberFormatException'],
  ['#nosuch(', 'ParseErrorException'],
  ['#evaluate("#if(")', 'ParseErrorException'],
  ['#evaluate(1)', 'ParseErrorException'],
  ['#include("x")', 'ResourceNotFoundException'],
  ['#parse("x")', 'ResourceNotFoundException'],
])('%s is refused: %s', (template, kind) => {
  expect(refusal(template).kind).toBe(kind);
});
