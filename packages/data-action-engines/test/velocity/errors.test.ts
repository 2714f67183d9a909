import { refusal } from './private-render';

/** An error says what is wrong, and where. */
test.each([
  ['a #if($input.f b', 'expected )', 15],
  ['${input.n', 'expected } at the end of the reference, but the template ends', 9],
  ['#end', '#end without its #if or #foreach', 0],
  ['$input.n#set($x = 1)[$x]', 'is no text here', 20],
  ['$input.n##end', '##end without its #if or #foreach', 8],
  ['#foreach($i in $input.list)x', '#end of #foreach, but the template ends', 28],
  ['#set(x = 1)', 'expected a reference behind #set(', 5],
  ['#set($x = )', 'expected a value', 10],
  ['x $input.list.get(9)', 'get threw IndexOutOfBoundsException: Index 9 out of bounds for length 3', 13],
  ['$input.long.replaceAll("[a", "")', 'replaceAll: the regular expression has a class that is not closed', 11],
  ['x#parse("y")', '#parse finds nothing: a template of a data action stands alone', 1],
])('%s: %s', (template, message, offset) => {
  const { message: said, offset: at } = refusal(template);

  expect(said).toContain(message);
  expect(at).toBe(offset);
});
