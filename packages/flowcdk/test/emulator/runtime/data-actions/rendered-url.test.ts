import { checkCharacters } from '../../../../src/emulator/runtime/data-actions/rendered-url';

const echo = 'https://echo.example/echo?a=';

test.each([
  ['plain text', `${echo}xy`],
  ['what is encoded', `${echo}x%20y%7C%25`],
  ['a plus', `${echo}x+y`],
  ['letters of any script', `${echo}café`],
  ['brackets in the query', `${echo}[1]`],
  ['an address of IPv6', 'https://[::1]:8443/echo?a=x'],
  ['brackets in a query without a path', '?a=[1]'],
  ["a path of the org's own API", '/api/v2/users/me?expand=skills'],
  ['a reference without braces, which is text to a URL', `${echo}$input.service`],
])('%s may stand in a URL', (_, url) => {
  expect(() => checkCharacters(url)).not.toThrow();
});

test.each([
  ['x y', 'a space at position 30'],
  ['a|b', 'the character "|" at position 30'],
  ['{x}', 'the character "{" at position 29'],
  ['x\ny', 'a line break at position 30'],
  ['x\ty', 'a tab at position 30'],
  ['a%b', 'a % that is no escape at position 30'],
  ['100%', 'a % that is no escape at position 32'],
  ['"x"', 'the character "\\"" at position 29'],
  ['<x>', 'the character "<" at position 29'],
  ['a\\b', 'the character "\\\\" at position 30'],
  ['a^b', 'the character "^" at position 30'],
  ['a`b', 'the character "`" at position 30'],
])('the value %j fails the call', (value, problem) => {
  expect(() => checkCharacters(`${echo}${value}`)).toThrow(
    `The request URL has ${problem}, which no URL may have. Encode what the template puts in: $esc.url($input.name)`,
  );
});

test('brackets in the path fail the call', () => {
  expect(() => checkCharacters('https://echo.example/a[1]?b=2')).toThrow('the character "[" at position 23');
});

test.each([
  ['at the start', ' https://echo.example/', 'a space at position 1'],
  ['a bracket at the start', '[x]', 'the character "[" at position 1'],
  ['before a bracket, at the start', ' /a[1]', 'a space at position 1'],
  ['before a bracket', 'https://echo.example/a b[1]', 'a space at position 23'],
  ['behind a bracket', 'https://echo.example/a[1] b', 'the character "[" at position 23'],
  ['before what is not set', `${echo}x y\${input.b}`, 'a space at position 30'],
  ['a brace without an end', `${echo}{x`, 'the character "{" at position 29'],
])('the first character that may not stand there is named: %s', (_, url, problem) => {
  expect(() => checkCharacters(url)).toThrow(`The request URL has ${problem}, which no URL may have.`);
});

test.each([
  ['that is the whole URL', '${input.url}', '${input.url}'],
  ['before a path', '${input.host}/a', '${input.host}'],
  ['that is to be silent', 'https://$!{credentials.host}/a', '$!{credentials.host}'],
])('an input that is not set is named: %s', (_, url, reference) => {
  expect(() => checkCharacters(url)).toThrow(`The request URL has ${reference} in it`);
});

test('an input that is not set is named, with the way out', () => {
  expect(() => checkCharacters('https://echo.example/echo?s=${input.service}')).toThrow(
    'The request URL has ${input.service} in it as it stands in the template, for it is not set. Write $!{input.service}',
  );
});

test('no message repeats the URL, which may hold a credential', () => {
  const messageOf = (url: string): string => {
    try {
      checkCharacters(url);
    } catch (problem) {
      return String(problem);
    }
    return '';
  };

  expect(messageOf('https://echo.example/?key=s3cret&a=x y')).not.toContain('s3cret');
});
