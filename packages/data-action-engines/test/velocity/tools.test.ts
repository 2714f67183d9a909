import { refusal, text } from './private-render';

const variables = { t: 'a "b"\n<é&\'/\\ü>', list: '[{"a": 1.0}, 2]', none: '[]', signs: '$5 #1' };

/** The names are documented ("Velocity macros for data actions"), or belong to Velocity's EscapeTool. */
test.each([
  ['$esc.jsonEncode($input.t)', 'a \\"b\\"\\n<é&\'/\\\\ü>'],
  ['$esc.jsonString($input.t)', 'a \\"b\\"\\n<é&\'/\\\\ü>'],
  ['$esc.jsonDecode("a\\u0041\\n")', 'aA\n'],
  ['$esc.url("a b&c/é~*")', 'a+b%26c%2F%C3%A9%7E*'],
  ['$esc.urlFormEncode("a b")', 'a+b'],
  ['$esc.uriEncode("a b/c")', 'a%20b%2Fc'],
  ['$esc.html("<é&")', '&lt;&eacute;&amp;'],
  ['$esc.xml("<é&\'")', '&lt;&#233;&amp;&apos;'],
  ['$esc.sql("it\'s")', "it''s"],
  ["$esc.java('a\"é')", 'a\\"\\u00E9'],
  ['$esc.javascript("it\'s/x")', "it\\'s\\/x"],
  ['$esc.unicode("0041")', 'A'],
  ['$esc.velocity($input.signs)', '${esc.d}5 ${esc.h}1'],
  ['$esc.d$esc.h${esc.quote}${esc.dollar}${esc.hash}${esc.backslash}', '$#"$#\\'],
  ['$esc.url($none)', '$esc.url($none)'],
  ['$encoding.base64("user:é")', 'dXNlcjrDqQ=='],
  ['${successTemplateUtils.firstFromArray("${input.list}")}', '{"a":1.0}'],
  ['[${successTemplateUtils.firstFromArray("${input.none}")}]', '[]'],
  ['${successTemplateUtils.firstFromArray("${input.none}", "$esc.quote$esc.quote")}', '""'],
])('%s gives %j', (template, expected) => {
  expect(text(template, variables)).toBe(expected);
});

test('a text that is no list has no first item', () => {
  expect(refusal('${successTemplateUtils.firstFromArray("${input.t}")}', variables).message).toMatch(
    /^firstFromArray threw IllegalArgumentException: firstFromArray was given a text that .* it takes a JSON list/,
  );
});

test.each(['urlTool.optionalQueryParam("a", "b")', 'successTemplateUtils.moveKeysIntoArrayOfObjects("x")'])(
  '%s is refused by name, as nothing says what it does',
  (call) => {
    expect(refusal(`$${call}`).message).toMatch(/ is not emulated: what it does exactly is not documented/);
  },
);

test('chance can be given, so that a run can be repeated', () => {
  expect(text('$math.random(1, 7) $math.random')).toBe('4 0.5');
});
