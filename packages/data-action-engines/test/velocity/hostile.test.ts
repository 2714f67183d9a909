import { refusal, text } from './private-render';

const input = { s: `${'a'.repeat(40)}!`, long: 'ab'.repeat(5000), list: [1, 2], n: 1 };

/** Does something with a long text, as often as it can. */
const again = (act: string): string =>
  `#set($s = "xx")#foreach($i in [1..18])#set($s = "$s$s")#end#foreach($i in [1..99999])#set($x = ${act})#end`;

/** JavaScript's own members. Java's `getClass` leads to as much in the real engine; here it has only names. */
const inner = [
  'constructor',
  'constructor.constructor',
  'prototype',
  'process',
  'require',
  'valueOf',
  'hasOwnProperty("s")',
  'getClass().forName("java.lang.Runtime")',
  'class.classLoader',
  'class.methods',
  'class.constructor',
  'class.newInstance()',
  'toString.call()',
];

test.each(inner)('nothing has a member %s', (member) => {
  for (const owner of ['$input', '$input.s', '$input.n', '$input.list', '$esc', '$math', '$encoding', '$foreach'])
    expect(text(`${owner}.${member}`, input)).toBe(`${owner}.${member}`);
});

test.each(['process', 'global', 'globalThis', 'require', 'constructor', '__proto__', 'this'])(
  'there is no variable %s',
  (name) => {
    expect(text(`\${${name}}`, input)).toBe(`\${${name}}`);
  },
);

test.each(['__proto__', 'constructor'])('the input %s is one like any other', (name) => {
  const variables = JSON.parse(`{"${name}": "mine"}`) as object;

  expect(text(`$input["${name}"]|$input.get("${name}")`, variables)).toBe('mine|mine');
  expect(text(`#set($m = {})#set($m["${name}"] = 1)$m $input["${name}"]`, {})).toBe(`{${name}=1} $input["${name}"]`);
});

describe('too much is refused', () => {
  test.each([
    ['an endless range', '#foreach($i in [1..2147483647])x#end'],
    ['a text that doubles', '#set($s = "x")#foreach($i in [1..100])#set($s = "$s$s")#end'],
    ['a list that doubles', '#set($l = [1])#foreach($i in [1..100])#set($l = [$l, $l])#end$l'],
    ['a list that holds itself at length', '#set($l = [])#set($k = [$l])#set($x = $l.add($k))$l'],
    ['a number that squares', '#set($x = 9)#foreach($i in [1..100])#set($x = $x * $x)#end'],
    ['a repeated text', '$input.s.repeat(2147483647)'],
    ['a wide format', '$input.s.format("%999999999d", 1)'],
    ['a replacement that multiplies', '$input.long.replace("a", $input.long)'],
    ['a chain of calls', `$input.long${'.concat($input.long)'.repeat(500)}`],
    ['an #evaluate of itself', "#set($e = '#evaluate($e)#evaluate($e)')#evaluate($e)"],
    ['a regular expression that tries everything', '$input.s.matches("(a+)+$")'],
    ['another one', '$input.s.replaceAll("(a|aa)+$", "")'],
    ['one that goes deep', '$input.long.matches("(a|b)*")'],
    ['a long text searched again and again', again('$s.contains("ab")')],
    ['compared again and again', again('$s.compareTo("$s")')],
    ['hashed again and again', again('$s.hashCode()')],
    ['read as a number again and again', again('$math.toNumber($s)')],
    ['one that looks behind far', '$input.long.replaceAll("(?<=.*)x", "")'],
    ['a long text printed again and again', again('$s').replace('#set($x = $s)', '$s')],
    ['a long block again and again', `#foreach($i in [1..9999])${'#if(true)#end'.repeat(2000)}#end`],
    ['a long list again and again', `#foreach($i in [1..9999])#set($x = [${'1,'.repeat(2000)}1])#end`],
    ['a long reference again and again', `#foreach($i in [1..9999])#set($x = $foreach${'.topmost'.repeat(1000)})#end`],
    [
      'a long reference to maps again and again',
      `#set($input.me = $input)#foreach($i in [1..9999])#set($x = $input${'.me'.repeat(2000)})#end`,
    ],
    [
      'a long text evaluated again and again',
      `#set($s = "xx")#foreach($i in [1..12])#set($s = "$s$s")#end#set($s = '##' + $s)#foreach($i in [1..99999])#evaluate($s)#end`,
    ],
  ])('%s', (_, template) => {
    expect(refusal(template, input).kind).toBe('TemplateTooCostly');
  });

  test('macros that call each other', () => {
    expect(refusal('#macro(a)#b()#end#macro(b)#a()#end#a()').kind).toBe('MacroOverflowException');
  });

  test('a list without end', () => {
    expect(refusal('#set($l = [])#foreach($i in [1..1000])$l.addAll([1..1000])#end').message).toMatch(/100000 items/);
  });

  test('a long template', () => {
    expect(refusal('x'.repeat(600_000)).kind).toBe('TemplateTooCostly');
  });

  test.each([
    ['parentheses', `#if(${'('.repeat(5000)}`],
    ['lists', `#set($x = ${'['.repeat(5000)}`],
    ['negations', `#if(${'!'.repeat(5000)}true)#end`],
    ['directives', '#if(true)'.repeat(5000)],
    ['indexes', '$x['.repeat(5000)],
    ['arguments', '$x.y('.repeat(5000)],
    ['operators', `#set($x = 1${' + 1'.repeat(5000)})`],
  ])('thousands of %s', (_, template) => {
    expect(refusal(template).kind).toBe('ParseErrorException');
  });
});

test.each(['$', '\\', '{', '$!', '#*', '"', '\\$', '##', '#[', ' #x'])('many %s end soon', (piece) => {
  const template = `${piece.repeat(50_000)}x`;

  expect(text(template, {}).length).toBeLessThanOrEqual(template.length);
});
