import { refusal, text } from './private-render';

/** Comments, raw text, and the line ends that directives take with them. The texts are what Apache Velocity 1.7 printed. */
test.each([
  ['##', ''],
  ['a##b', 'a'],
  ['#*x*#y', 'y'],
  ['a #* c *#\nb', 'a \nb'],
  ['#**#x', 'x'],
  ['#[[raw]]#', 'raw'],
  ['#[ a', '#[ a'],
  ['# not', '# not'],
  ['#1', '#1'],
  ['#(', '#('],
  ['#{foo}bar', '#{foo}bar'],
  ['x  #set($x=1)y', 'x  y'],
  ['$input.n  #set($x=1)y', '7y'],
  ['  #if(true)a#end', '  a'],
  ['#if(true)\n#if(true)\nx\n#end\n#end\ny', 'x\ny'],
  ['x\n  #set($y=1)\n  $y', 'x\n    1'],
  ['#set($x=1)\n\n$x', '\n1'],
  ['#if($input.f)  \n\nx#end', '\nx'],
  ['\t#set($x=1)$x', '1'],
  ['#***#x', 'x'],
  ['$#***#x', '$x'],
  ['$#*c*#x', 'x'],
  ['#*#x*#y', 'y'],
  ['#* #***# b *#y', 'y'],
  ['## #**\nx\ny', 'y'],
  ['$##c\n[0]', '$[0]'],
  ['##c\r\n[0]', '[0]'],
  ['#1#set($x=2)$x', '#12'],
  ['#1.5#set($x=2)$x', '#1.52'],
  ['#1..2', '#1..2'],
])('%s gives %j', (template, expected) => {
  expect(text(template)).toBe(expected);
});

test.each([
  ['#[[raw', 'ParseErrorException'],
  ['a#', 'ParseErrorException'],
  ['#', 'ParseErrorException'],
])('%s is refused: %s', (template, kind) => {
  expect(refusal(template).kind).toBe(kind);
});
