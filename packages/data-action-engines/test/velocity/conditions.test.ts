import { refusal, text } from './private-render';

/** Whatever is set and not false holds; literals never do. The texts are what Apache Velocity 1.7 printed. */
test.each([
  ['#if($input.z)a#{else}b#end', 'a'],
  ['#if($input.empty)a#{else}b#end', 'a'],
  ['#if($input.list)a#{else}b#end', 'a'],
  ['#if($input.g)a#{else}b#end', 'b'],
  ['#if($input.nul)a#{else}b#end', 'b'],
  ['#if("x")a#{else}b#end', 'b'],
  ['#if(1)a#{else}b#end', 'b'],
  ['#if(!"")a#{else}b#end', 'a'],
  ['#if([1])a#{else}b#end', 'b'],
  ['#if($input.n + 1)a#{else}b#end', 'b'],
  ['#if($input.n == 7.0)a#{else}b#end', 'a'],
  ['#if(7 == "7")a#{else}b#end', 'a'],
  ['#if(1=="1.0")y#{else}n#end', 'n'],
  ['#if($input.f == "true")a#{else}b#end', 'a'],
  ['#if($none == $none2)a#{else}b#end', 'a'],
  ['#if($none == "")a#{else}b#end', 'b'],
  ['#if($none==false)y#{else}n#end', 'n'],
  ['#if($input.list == "[x, y, z]")a#{else}b#end', 'a'],
  ['#if($input.list == ["x","y","z"])a#{else}b#end', 'a'],
  ['#if($input.long.charAt(0) == "a")a#{else}b#end', 'a'],
  ['#if($input.long > "a")a#{else}b#end', 'b'],
  ['#if("a"<"b")y#{else}n#end', 'n'],
  ['#if($none > 1)a#{else}b#end', 'b'],
  ['#if($input.n gt 7)a#{else}b#end', 'b'],
  ['#if($input.n ge 7)a#{else}b#end', 'a'],
  ['#if($input.n==7&&$input.f)y#{else}n#end', 'y'],
  ['#if($input.g or $input.f and $input.g)a#{else}b#end', 'b'],
  ['#if(not not $input.g)a#{else}b#end', 'b'],
  ['#if(((1 + 2) * 3) == 9)y#end', 'y'],
  ['#if($input.g)a#elseif($input.g)b#elseif($input.f)c#else d#end', 'c'],
  ['#if($input.f)a#end-b', 'a-b'],
  ['#{if}(true)x#{else}y#{end}', 'x'],
  ['#END', '#END'],
])('%s gives %j', (template, expected) => {
  expect(text(template)).toBe(expected);
});

test.each([
  ['#if($input.n=7)a#end', 'ParseErrorException'],
  ['#if()', 'ParseErrorException'],
  ['#if($input.f)', 'ParseErrorException'],
  ['#if', 'ParseErrorException'],
  ['#if($input.f)a#else b#else c#end', 'ParseErrorException'],
  ['#if($input.f)a#endb', 'ParseErrorException'],
  ['#IF(true)a#end', 'ParseErrorException'],
])('%s is refused: %s', (template, kind) => {
  expect(refusal(template).kind).toBe(kind);
});
