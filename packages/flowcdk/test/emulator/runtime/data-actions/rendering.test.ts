import { nonBlank, Text } from '../../../../src/emulator/runtime/data-actions/rendering';

const variables = { get: (name: string) => (name === 'a' ? 'x' : undefined) };

test.each([
  ['plain text', 'plain text'],
  ['$a', 'x'],
  ['#if($a)yes#end', 'yes'],
  ['#set($b = "y")$b', 'y'],
  ['##a comment', ''],
  ['', ''],
])('the template %j gives %j', (template, text) => expect(new Text('the body', template).with(variables)).toBe(text));

test('a template that cannot be parsed fails each time, and says what and where', () => {
  const text = new Text('the body', 'a #if(');
  for (let times = 0; times < 2; times += 1)
    expect(() => text.with(variables)).toThrow(/^the body: .* \(at character \d+\)$/);
});

test.each([
  [undefined, undefined],
  ['', undefined],
  [' \n', undefined],
  [' a', ' a'],
])('a blank template is none: %j', (template, expected) => expect(nonBlank(template)).toBe(expected));
