import { refusal, text } from './private-render';

/** Properties, indexes and methods of lists and maps. The texts are what Apache Velocity 1.7 printed. */
test.each([
  ['$input.list[0]', 'x'],
  ['$input.list[-1]', 'z'],
  ['$input.list[ 1 ]', 'y'],
  ['$input.list.get(0)', 'x'],
  ['$input.list.size()', '3'],
  ['$input.list.empty', 'false'],
  ['$input.list.size', '$input.list.size'],
  ['$input.list.isEmpty()', 'false'],
  ['$input.list.contains("x")', 'true'],
  ['$input.list.indexOf("y")', '1'],
  ['$input.list.subList(0,2)', '[x, y]'],
  ['$input.list.add("w")|$input.list', 'true|[x, y, z, w]'],
  ['$input.list.remove(0)|$input.list', 'x|[y, z]'],
  ['$input.list.iterator().next()', 'x'],
  ['$input.nested.a.b', 'deep'],
  ['$input["n"]', '7'],
  ["${input['n']}", '7'],
  ['$input["none"]', '$input["none"]'],
  ['$input.nested["a"].b', 'deep'],
  ['$input.get("none")', '$input.get("none")'],
  ['$input.containsKey("n")', 'true'],
  ['$input.nested.keySet()', '[a]'],
  ['$input.nested.a.entrySet()', '[b=deep]'],
  ['$input.nested.getOrDefault("zz","d")', 'd'],
  ['$input.put("q",1)|$input.q', '$input.put("q",1)|1'],
  ['$input.nested', '{a={b=deep}}'],
  ['$input.class.simpleName', 'HashMap'],
  ['$input.list', '[x, y, z]'],
  ['$input.nested.keySet().get(0)', '$input.nested.keySet().get(0)'],
  ['$input.n()', '$input.n()'],
  ['$input.name.length', '$input.name.length'],
  ['$input.name.length ()', '$input.name.length ()'],
])('%s gives %j', (template, expected) => {
  expect(text(template)).toBe(expected);
});

test.each([
  ['$input.list[9]', 'VelocityException'],
  ['$input.list[-9]', 'VelocityException'],
  ['$input.list[abc]', 'ParseErrorException'],
  ['$input.list[', 'ParseErrorException'],
])('%s is refused: %s', (template, kind) => {
  expect(refusal(template).kind).toBe(kind);
});
