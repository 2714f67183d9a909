import { refusal, text } from './private-render';

/** A reference prints its value; one that is not set prints itself, unless it is quiet. The texts are what Apache Velocity 1.7 printed. */
test.each([
  ['$input.n', '7'],
  ['${input.n}', '7'],
  ['$!input.n', '7'],
  ['$!{input.n}', '7'],
  ['$input.none', '$input.none'],
  ['${input.none}', '${input.none}'],
  ['$!input.none', ''],
  ['$!{input.none}', ''],
  ['$none', '$none'],
  ['$!none', ''],
  ['$input.nul', '$input.nul'],
  ['$!{input.nul}', ''],
  ['$input.none.none()', '$input.none.none()'],
  ['$input.name.$input.n', 'Ada "L" O\'Neil.7'],
  ['$input.n-x', '$input.n-x'],
  ['${input.n}-x', '7-x'],
  ['$input.n.', '7.'],
  ['$input.n..', '7..'],
  ['$input.n.5', '7.5'],
  ['$input.name@example.com', 'Ada "L" O\'Neil@example.com'],
  ['{{$input.n}}', '{{7}}'],
  ['($input.n)', '(7)'],
  [
    '$input . n',
    '{nul=null, d=2.5, phone=+33 1 42, f=true, g=false, name=Ada "L" O\'Neil, z=0, list=[x, y, z], nested={a={b=deep}}, n=7, long=abcdefghij, empty=} . n',
  ],
  ['$ input.n', '$ input.n'],
  ['$5', '$5'],
  ['$$input.n', '$7'],
  ['$$none', '$$none'],
  ['$!x', ''],
  ['$! a', '$ a'],
  ['${', '${'],
  ['${}', '${}'],
  ['${ input.n}', '${ input.n}'],
  ['$input.n##c', '7##c'],
  ['${input.n}##c\nd', '7d'],
  ['$none##c\nd', '$noned'],
])('%s gives %j', (template, expected) => {
  expect(text(template)).toBe(expected);
});

/** Right behind #set the engine is where it was before: behind a reference it still reads the reference. */
test.each([
  ['$input.n#set($x = 1)', '7'],
  ['$input.n#set($x = 1) [$x]', '7 [1]'],
  ['$input.n#set($x = 1)\n[$x]', 'ParseErrorException'],
  ['$input.n#set($x = 1)[$x]', 'ParseErrorException'],
  ['$input.n#set($x = 1)($x)', 'ParseErrorException'],
  ['$input.n#set($x = 1).length()', 'ParseErrorException'],
  ['$input.n#set($x = 1).length', '7.length'],
  ['$input.n#set($x = 1)true', 'ParseErrorException'],
  ['$input.n#set($x = 1)and', '7and'],
  ['$input.n#set($x = 1)and.so[0]', '7and'],
  ['${input.n}#set($x = 1)[$x]', '7[1]'],
  ['$n#set($x = 1)[$x]', 'ParseErrorException'],
  ['$$#set($x = 1)[$!x]', 'ParseErrorException'],
  ['$$ #set($x = 1)[$!x]', 'ParseErrorException'],
  ['$$#set($x = 1)', ''],
  ['#if(true)$input.n#set($x = 1)#end', '7'],
  ['$input.n#if(true)[1]#end', '7[1]'],
  ['$x#*c*#[0]', 'ParseErrorException'],
  ['$input.list#*c*#[0]', 'ParseErrorException'],
  ['$input.list.#*c*#[0]', '[x, y, z].[0]'],
  ['$input.list#1[0]', '[x, y, z]#1[0]'],
  ['$input.n##end', 'ParseErrorException'],
  ['$input.n ##end', '7 '],
  ['#if(true)$input.n##end', '7'],
  ['#foreach($i in [1, 2])$i.id##end', '$i.id$i.id'],
  ['$n##end', '$n'],
])('%s gives %s', (template, expected) => {
  if (/Exception$/.test(expected)) expect(refusal(template).kind).toBe(expected);
  else expect(text(template)).toBe(expected);
});

test.each([
  ['$', 'ParseErrorException'],
  ['a$', 'ParseErrorException'],
  ['${input.n }', 'ParseErrorException'],
  ['${input.n', 'ParseErrorException'],
  ["${input.none|'x'}", 'ParseErrorException'],
  ['$true', 'ParseErrorException'],
])('%s is refused: %s', (template, kind) => {
  expect(refusal(template).kind).toBe(kind);
});
