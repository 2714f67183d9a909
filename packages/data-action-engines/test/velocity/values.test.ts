import { refusal, text } from './private-render';

/** What #set computes. Whole numbers stay whole; null sets nothing. The texts are what Apache Velocity 1.7 printed. */
test.each([
  ['#set($x = 7 / 2)$x', '3'],
  ['#set($x = -7 / 2)$x', '-3'],
  ['#set($x = -7 % 3)$x', '-1'],
  ['#set($x = 7 / 0)$x', '$x'],
  ['#set($x = 7.0 / 0)$x', '$x'],
  ['#set($x = 10 - 3 - 2)$x', '5'],
  ['#set($x = 2 + 3 * 4)$x', '14'],
  ['#set($x = (2 + 3) * 4)$x', '20'],
  ['#set($x = $input.n-1)$x', '$x'],
  ['#set($x = $input.n - 1)$x', '6'],
  ['#set($x = 3 - -2)$x', '5'],
  ['#set($x = 2147483647 + 1)$x', '2147483648'],
  ['#set($x = 9223372036854775807 + 1)$x', '9223372036854775808'],
  ['#set($x = 99999999999999999999)$x', '99999999999999999999'],
  ['#set($x = 1.0)$x', '1.0'],
  ['#set($x = 1e3)$x', '1000.0'],
  ['#set($x = 12345678.9)$x', '1.23456789E7'],
  ['#set($x = 0.0001)$x', '1.0E-4'],
  ['#set($x = 0.1 + 0.2)$x', '0.30000000000000004'],
  ['#set($x = 10.0 / 3)$x', '3.3333333333333335'],
  ['#set($x = "a" + "b" + 1 + 2)$x', 'ab12'],
  ['#set($x = 1 + 2 + "a")$x', '3a'],
  ['#set($x = "a" + $none)$x', 'a$none'],
  ['#set($x = $none + 1)$x', '$x'],
  ['#set($x = "5" * 2)$x', '$x'],
  ['#set($x = 3 > 2 && 1 > 2)$x', 'false'],
  ['#set($x = [1..5])$x', '[1, 2, 3, 4, 5]'],
  ['#set($x = [5..1])$x', '[5, 4, 3, 2, 1]'],
  ['#set($x = [1..$input.n])$x', '[1, 2, 3, 4, 5, 6, 7]'],
  ['#set($x = ["a", \'b\', 3, 2.5, true, $input.n, $none])$x', '[a, b, 3, 2.5, true, 7, null]'],
  ['#set($x = [[1,2],[3]])$x[0][1] $x.get(1).get(0)', '2 3'],
  ['#set($x = {"z":1,"a":2})$x.entrySet() $x.values()', '[z=1, a=2] [1, 2]'],
  ['#set($x = {"k-1":1})$x.k-1 $x.get("k-1")', '1 1'],
  ['#set($x = {})#set($x.a = 1)$x.a $x', '1 {a=1}'],
  ['#set($x = [1,2,3])#set($x[-1] = 9)$x', '[1, 2, 9]'],
  ['#set($x = 1)#set($x = $none)$x', '1'],
  ['#set $x = 1', '#set $x = 1'],
  ['#set(${x} = 3)$x', '$x'],
  ['#set($input.long.foo = 9)$input.long', 'abcdefghij'],
  ['#set($x = [3..3])$x', '[3]'],
  ['#set($x = [-1..1])$x', '[-1, 0, 1]'],
  ['#set($x = [1..$none])$x', '$x'],
  ['#set($one = "1")#set($x = [$one..2])$x', '$x'],
  ['#set($x = [1..100000])$x.size()', '100000'],
  ['#set($x = $none + "a")$x', '$nonea'],
  ['#set($x = { })$x', '{}'],
  ['#set($x = { "a" : 1 })$x', '{a=1}'],
  ['#set($x = $1)$x', '1'],
  ['#set($input.nested.a.b = 9)$input.nested', '{a={b=9}}'],
  ['#set($input.nested["a"]["b"] = 9)$input.nested', '{a={b=9}}'],
  ['#set($none.a.b = 1)x$none', 'x$none'],
  ['#set($none[0] = 1)x$none', 'x$none'],
  ['#set($input.get("n") = 1)$input.n', '7'],
])('%s gives %j', (template, expected) => {
  expect(text(template)).toBe(expected);
});

test.each([
  ['#set($x = 10-3)$x', 'ParseErrorException'],
  ['#set($x = -$input.n)$x', 'ParseErrorException'],
  ['#set($x = {a:1})$x', 'ParseErrorException'],
  ['#set($x = [1,2,3])#set($x[7] = 9)$x', 'MethodInvocationException'],
  ['#set($x = null)[$x]', 'ParseErrorException'],
  ['#set($x == 1)', 'ParseErrorException'],
  ['#set($x)', 'ParseErrorException'],
  ['#set($x = [1..100001])', 'TemplateTooCostly'],
  ['#set($x = [1..2.5])', 'ParseErrorException'],
  ['#set($x = [1.5..3])', 'ParseErrorException'],
  ['#set($x = #1)', 'NumberFormatException'],
  ['#set($x = [1, #2.5])', 'NumberFormatException'],
  ['#set($x = \\$#1)', 'NumberFormatException'],
])('%s is refused: %s', (template, kind) => {
  expect(refusal(template).kind).toBe(kind);
});

test('an expression has up to 200 operators in a row', () => {
  expect(text(`#set($x = 1${' + 1'.repeat(200)})$x`)).toBe('201');
  expect(refusal(`#set($x = 1${' + 1'.repeat(201)})$x`).message).toBe('more than 200 operators stand in a row');
});
