import { refusal, text } from './private-render';

/** Loops, and what they know of themselves. The texts are what Apache Velocity 1.7 printed. */
test.each([
  [
    '#foreach($i in [1..3])$foreach.index$foreach.count$foreach.hasNext$foreach.first$foreach.last #end',
    '01truetruefalse 12truefalsefalse 23falsefalsetrue ',
  ],
  ['#foreach($i in [1..3])$velocityCount$velocityHasNext #end$velocityCount', '1true 2true 3false $velocityCount'],
  ['#foreach($i in {"a":1,"b":2})$i,#end', '1,2,'],
  ['#foreach($i in $input.nested.entrySet())$i.key=$i.value,#end', 'a={b=deep},'],
  ['#foreach($i in $input.list.iterator())$i#end', 'xyz'],
  ['#foreach($i in $input.long)$i,#end', ''],
  ['#foreach($i in $none)a#end b', ' b'],
  ['#foreach($i in [1,$none,3])[$i]#end', '[1][$i][3]'],
  ['#foreach($i in [1..3])#set($i = 9)$i#end$i', '999$i'],
  ['#set($i=5)#foreach($i in [1..3])$i#end$i', '1235'],
  [
    '#foreach($i in [1..2])#foreach($j in [1..2])$foreach.parent.index$foreach.index:$foreach.topmost.count #end#end',
    '00:1 01:1 10:2 11:2 ',
  ],
  ['#foreach($i in [1..5])#if($i == 3)#break#end$i#end|', '12|'],
  ['#foreach($i in [1..3])#foreach($j in [1..3])#if($j == 2)#break($foreach.parent)#end$i$j #end#end|', '11 |'],
  ['#foreach($i in [1..3])#foreach($j in [1..3])#if($j == 2)#break#end$i$j #end#end|', '11 21 31 |'],
  ['#foreach($i in [1..5])#if($i == 3)#stop#end$i#end|', '12'],
  ['#foreach($i in [1..3])#set($foreach.x=$i)$foreach.x#end', '123'],
  ['#foreach($i in [1..2])\n  $i\n#end\nend', '  1\n  2\nend'],
  ['a#break b', 'a'],
  ['a#stop b', 'a'],
  ['#set($m = {})#foreach($i in $input.list)#set($d = $m.put($i,1))#end$m $m.size()', '{x=1, y=1, z=1} 3'],
  ['#foreach($i in $input.list)#set($s = "$!s$i")#end$s', 'xyz'],
  ['#foreach ($i in [1..2])$i#end', '12'],
  ['#{foreach}($i in [1..2])$i#{end}', '12'],
  ['#foreach($i in [1..1000])#if($i == 1000)$i#end#end', '1000'],
  ['#foreach($i in {"a":1,"b":2})$i$foreach.hasNext$velocityHasNext #end', '1truetrue 2falsefalse '],
  ['#foreach($i in $input.list.iterator())$i$foreach.hasNext #end', 'xtrue ytrue zfalse '],
  ['#foreach($i in [1..2])#foreach($j in $foreach)x#{end}y#end', 'yy'],
  ['#foreach($i in $input.list)$foreach.isFirst()$foreach.getFirst() #end', 'truetrue falsefalse falsefalse '],
  ['#foreach($i in $input.list)$foreach.isLast()$foreach.getLast() #end', 'falsefalse falsefalse truetrue '],
  ['#foreach($i in $input.list)$foreach.hasNext()$foreach.getHasNext() #end', 'truetrue truetrue falsefalse '],
  ['#foreach($i in $input.list)$foreach.getIndex()$foreach.getCount() #end', '01 12 23 '],
  ['#set($foreach = 5)#foreach($i in [1])$foreach.replaced#end$foreach', '55'],
  ['#set($foreach = 5)#foreach($i in [1])#foreach($j in [1])$foreach.replaced#end#end', '5'],
  ['#set($l = [1, 2])#foreach($i in $l)$i#set($x = $l.set(0, 5))#end$l', '12[5, 2]'],
  ['#set($l = [1, 2])#foreach($i in $l)$i#set($x = $l.remove(0))#end', '1'],
  ['#set($m = {"a":1,"b":2})#foreach($i in $m)$i#set($x = $m.put("b", 3))#end', '13'],
  ['#set($m = {"a":1,"b":2})#foreach($i in $m)$i#if($i == 2)#set($x = $m.put("c", 3))#end#end', '12'],
])('%s gives %j', (template, expected) => {
  expect(text(template)).toBe(expected);
});

test.each([
  ['#foreach($i in [])$i,#{else}none#end', 'ParseErrorException'],
  ['#foreach $i in $input.list', 'ParseErrorException'],
  ['#foreach()a#end', 'ParseErrorException'],
  ['#foreach($i in $input.list)a', 'ParseErrorException'],
  ['#set($l = [1, 2])#foreach($i in $l)$i#set($x = $l.add(3))#end', 'ConcurrentModificationException'],
  ['#set($l = [1, 2, 3])#foreach($i in $l)$i#set($x = $l.remove(0))#end', 'ConcurrentModificationException'],
  ['#set($m = {"a":1,"b":2})#foreach($i in $m)$i#set($x = $m.put("c", 3))#end', 'ConcurrentModificationException'],
  ['#set($m = {"a":1,"b":2})#foreach($i in $m)$i#set($x = $m.remove("a"))#end', 'ConcurrentModificationException'],
])('%s is refused: %s', (template, kind) => {
  expect(refusal(template).kind).toBe(kind);
});
