import { parseTemplate, renderTemplate } from '../../src/velocity';
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
  ['$esc.html("ÿ Ā\'😀")', "&yuml;&nbsp;&#256;&#128;'&#128512;"],
  ['$esc.xml($input.t)', 'a &quot;b&quot;\n&lt;&#233;&amp;&apos;/\\&#252;&gt;'],
  ['$esc.java("a\tb~ ")', 'a\\tb~ \\u007F\\u0001'],
  ["$esc.unicode('\\u0041')", 'A'],
  ['$esc.unicode("1F600") $esc.unicode("10FFFF")', '😀 􏿿'],
  ['$esc.url("!\'()~*-._")', '%21%27%28%29%7E*-._'],
  ['$esc.uriEncode("!~*()")', '!~*()'],
  ['$esc.jsonDecode($esc.jsonEncode($input.t))', 'a "b"\n<é&\'/\\ü>'],
])('%s gives %j', (template, expected) => {
  expect(text(template, variables)).toBe(expected);
});

test.each([
  ['$esc.unicode("110000")', 'unicode threw NumberFormatException: For input string: "110000"'],
  ['$esc.unicode("xyz")', 'unicode threw NumberFormatException: For input string: "xyz"'],
  ['$esc.jsonDecode("a\\q")', 'jsonDecode threw IllegalArgumentException'],
])('%s is refused: %s', (template, message) => {
  expect(refusal(template, variables).message).toContain(message);
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

test('the caller gives the chance', () => {
  const template = parseTemplate('$math.random $math.random(0, 100)');

  expect(renderTemplate(template, new Map(), { random: () => 0.25 })).toBe('0.25 25');
});

test('without the chance of a caller a run can be repeated', () => {
  expect(text('$math.random(1, 7) $math.random')).toBe('4 0.5');
  expect(text('$math.random(1, 8)')).toBe('4');
});
