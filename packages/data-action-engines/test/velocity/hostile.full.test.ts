import { refusal } from './private-render';

// Templates whose single steps are cheap: the limit of their work comes late, after a second or several.

describe('too much is refused, even if it is much in little steps', () => {
  test.each([
    ['empty loops in loops', '#set($l = [1..9999])#foreach($i in $l)#foreach($j in $l)#end#end'],
    ['a range again and again', '#foreach($i in [1..400])#set($x = [1..99999])#end'],
    ['loops in loops', '#foreach($i in [1..99999])#foreach($j in [1..99999])x#end#end'],
    [
      'read as a list again and again',
      '#set($s = "1")#foreach($i in [1..17])#set($s = "$s,$s")#end#foreach($i in [1..99999])#set($x = $successTemplateUtils.firstFromArray("[$s]"))#end',
    ],
    ['a long list moved again and again', '#set($l = [1..99999])#foreach($i in [1..99999])#set($x = $l.remove(0))#end'],
    ['a long list added up again and again', '#set($l = [1..9999])#foreach($i in [1..9999])$math.getTotal($l)#end'],
    ['a long map sorted again and again', '#foreach($i in [1..9999])$!input.put("k$i", 1)$input.containsValue(1)#end'],
  ])('%s', (_, template) => {
    expect(refusal(template, { s: `${'a'.repeat(40)}!` }).kind).toBe('TemplateTooCostly');
  });
});
