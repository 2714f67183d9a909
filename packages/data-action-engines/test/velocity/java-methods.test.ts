import { refusal, text } from './private-render';

/** Methods of texts and numbers, as Java has them. The texts are what Apache Velocity 1.7 printed. */
test.each([
  ['$input.long.substring(2)', 'cdefghij'],
  ['$input.long.substring("2")', '$input.long.substring("2")'],
  ['$input.long.indexOf("d", 5)', '-1'],
  ['$input.long.indexOf(99)', '2'],
  ['$input.long.lastIndexOf("a")', '0'],
  ['$input.long.startsWith("bc", 1)', 'true'],
  ['$input.long.replace("a","$")', '$bcdefghij'],
  ['$input.long.replaceAll("[a-c]+","<$0>")', '<abc>defghij'],
  ['$input.long.replaceAll("(a)(b)","$2$1")', 'bacdefghij'],
  ['$input.long.replaceFirst("[a-e]","-")', '-bcdefghij'],
  ['$input.long.matches("[a-j]+")', 'true'],
  ['$input.long.matches("abc")', 'false'],
  ['$input.phone.replaceAll("[^0-9+]","")', '+33142'],
  ['$input.phone.split(" ")[1]', '1'],
  ['$input.long.split("c").size()', '2'],
  ['$input.long.split("j").size()', '1'],
  ['#set($s = "a,b,,c,,")$s.split(",").size()', '4'],
  ['#set($s = "a,b,,c,,")$s.split(",",-1).size()', '6'],
  ['$input.long.equalsIgnoreCase("ABCDEFGHIJ")', 'true'],
  ['$input.long.compareTo("abd")', '-1'],
  ['$input.long.hashCode()', '-634317659'],
  ['$input.long.equals($none)', 'false'],
  ['$input.long.replace("a",1)', '$input.long.replace("a",1)'],
  ['$input.long.repeat(2)', 'abcdefghijabcdefghij'],
  ['$input.long.format("%05d|%s",7,"x")', '00007|x'],
  ['$input.long.format("%.2f",2.5)', '2.50'],
  ['$input.long.join(",",$input.list)', 'x,y,z'],
  ['$input.n.parseInt("12")', '12'],
  ['$input.n.toHexString(255)', 'ff'],
  ['$input.d.intValue()', '2'],
  ['$input.n.compareTo(3)', '1'],
  ['$input.f.equals(true)', 'true'],
  ["#set($s = \"1234567\")$s.replaceAll('(\\d)(?=(\\d{3})+$)','$1,')", '1,234,567'],
  ['#set($s = "foobar")$s.replaceAll("(?<=foo)bar","x")', 'foox'],
  ['#set($s = "foobar")$s.replaceAll("(o)\\1","x")', 'fxbar'],
  ["#set($s = \"foobar\")$s.replaceAll('(?<n>o+)','<${n}>')", 'f<oo>bar'],
  ['#set($s = "foobar")$s.replaceAll("[[a-f]&&[^b]]","x")', 'xoobxr'],
  ['#set($s = "aab")$s.matches("a*+ab")', 'false'],
  ['#set($s = "abc")$s.replaceAll("b*","-")', '-a--c-'],
])('%s gives %j', (template, expected) => {
  expect(text(template)).toBe(expected);
});

test.each([
  ['$input.long.substring(2,99)', 'MethodInvocationException'],
  ['$input.long.substring(-1)', 'MethodInvocationException'],
  ['$input.long.charAt(99)', 'MethodInvocationException'],
  ['$input.long.replaceAll("(a)","$3")', 'MethodInvocationException'],
  ['$input.long.replaceAll("[","x")', 'MethodInvocationException'],
  ['$input.long.contains($none)', 'MethodInvocationException'],
  ['#set($Integer=0)$Integer.parseInt("x")', 'MethodInvocationException'],
])('%s is refused: %s', (template, kind) => {
  expect(refusal(template).kind).toBe(kind);
});

/** Java compares with a value of the same class only. */
test.each([
  ['$input.n.compareTo(7.5)', 'ClassCastException'],
  ['$input.n.compareTo("7")', 'ClassCastException'],
  ['$input.n.compareTo($input.n.byteValue())', 'ClassCastException'],
  ['$input.d.compareTo(2)', 'ClassCastException'],
  ['$input.name.compareTo(1)', 'ClassCastException'],
  ['$input.f.compareTo(1)', 'ClassCastException'],
  ['$input.name.charAt(0).compareTo("A")', 'ClassCastException'],
  ['$input.n.compareTo($none)', 'NullPointerException'],
  ['$input.name.compareTo($none)', 'NullPointerException'],
])('%s throws %s', (template, exception) => {
  expect(refusal(template)).toMatchObject({
    kind: 'MethodInvocationException',
    message: expect.stringContaining(exception),
  });
});
