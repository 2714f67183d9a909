import { dataElement, escaped, type Insertable, markup } from '../../../src/inspect/html/markup';

test.each<[string, Insertable, string]>([
  ['a text', '<b>&"\'`', '&lt;b&gt;&amp;&quot;&#39;&#96;'],
  ['a number', 3, '3'],
  ['nothing', undefined, ''],
  ['false, which stands for nothing', false, ''],
  ['markup', markup`<b>${'<'}</b>`, '<b>&lt;</b>'],
  ['a list', ['<', markup`<i></i>`, 1], '&lt;<i></i>1'],
  ['a list of lists', [['<'], [['>']]], '&lt;&gt;'],
])('%s is inserted', (_, value, expected) => {
  expect(markup`<p>${value}</p>`.text).toBe(`<p>${expected}</p>`);
});

test('a hostile value cannot leave a quoted attribute', () => {
  expect(markup`<a title="${'" onclick="alert(1)'}"></a>`.text).toBe('<a title="&quot; onclick=&quot;alert(1)"></a>');
});

test.each([
  ['a control character', 'a\u0000b\u001bc', 'a\ufffdb\ufffdc'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
  ['a whole character outside of the first plane', '😀', '😀'],
  ['a line break and a tab', 'a\n\tb', 'a\n\tb'],
])('%s', (_, text, expected) => {
  expect(escaped(text)).toBe(expected);
});

test('data cannot end its element, and comes back as it was', () => {
  const data = { text: '</script><script>alert(1)</script><!--', line: '\u2028', and: '&lt;' };
  const { text } = dataElement('data', data);

  expect(text.match(/<\/?script/g)).toHaveLength(2);
  expect(JSON.parse(text.slice(text.indexOf('>') + 1, text.lastIndexOf('<')))).toEqual(data);
});

test('only markup is markup: what looks like it is escaped', () => {
  const impostor = { text: '<script>' };

  // @ts-expect-error an object that has the form of markup is no markup
  expect(() => markup`${impostor}`).toThrow();
});
