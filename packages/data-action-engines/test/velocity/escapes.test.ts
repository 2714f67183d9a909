import { refusal, text } from './private-render';

/** Backslashes mean something only in front of what is set, and of directives. The texts are what Apache Velocity 1.7 printed. */
test.each([
  ['\\$input.n', '$input.n'],
  ['\\$input.none', '\\$input.none'],
  ['\\\\$input.n', '\\7'],
  ['\\\\$none', '\\\\$none'],
  ['\\\\\\$input.n', '\\$input.n'],
  ['\\\\\\$none', '\\\\$none'],
  ['\\$!{input.none}', '\\$!{input.none}'],
  ['\\$!{input.n}', '$!{input.n}'],
  ['$\\!input.n', '$!input'],
  ['\\x\\y', '\\x\\y'],
  ['\\#if', '#if'],
  ['\\\\#if(true)a#end', '\\a'],
  ['\\#set($x=1)', '#set($x=1)'],
  ['\\\\#set($x=1)$x', '\\\\1'],
  ['\\#foo', '\\#foo'],
  ['\\\\#foo', '\\\\#foo'],
  ['\\#end', '#end'],
  ['\\', '\\'],
  ['\\\\\\#if', '\\#if'],
  ['#if(true)a\\\\#else b#end', 'a\\'],
  ['#if(true)a\\\\#end', 'a\\'],
  ['#if(false)a#else b\\\\#end', ' b\\'],
  ['\\\\#foreach($i in [1])a#end', '\\a'],
  ['\\\\#{foreach}($i in [1])a#end', '\\\\a'],
  ['#macro(m)M#end\\#m()', '#m()'],
  ['#macro(m)M#end\\\\#m()', '\\M'],
  ['\\\\#m()#macro(m)M#end', '\\\\M'],
  ['$\\\\!x', '$\\!x'],
  ['$$\\\\!x', '$$\\!x'],
])('%s gives %j', (template, expected) => {
  expect(text(template)).toBe(expected);
});

test.each([['\\#if(true)a#end', 'ParseErrorException']])('%s is refused: %s', (template, kind) => {
  expect(refusal(template).kind).toBe(kind);
});
