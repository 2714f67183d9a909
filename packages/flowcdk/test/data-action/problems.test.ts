import { type DurationLiteral, integer, list, milliseconds, optional, seconds, string } from '../../src';
import {
  at,
  authResponse,
  constant,
  credential,
  customAuth,
  dataAction,
  type DataAction,
  type DataActionProps,
  first,
  genesysCloud,
  object,
  text,
  url,
  webServices,
} from '../../src/data-action';
import { existing } from '../../src/routing';
import { inputReference } from '../../src/data-action/template/part';
import { findingText } from '../../src/ground/finding';
import { errorsOf, service } from './private-probe';

/** What the compiler refuses may still come from JavaScript, or through a cast. */
type Loose = Partial<Record<keyof DataActionProps<{}, {}, never, never>, unknown>>;

const action = (props: Loose): DataAction =>
  dataAction({
    name: 'Find customer',
    integration: service,
    input: {},
    output: {},
    request: () => ({ method: 'GET', url: 'https://a.example/' }),
    ...(props as {}),
  });

const requesting = (request: unknown, more: Loose = {}): DataAction => action({ request: () => request, ...more });
const answering = (output: unknown, response: unknown): DataAction => action({ output, response });

const get = { method: 'GET', url: 'https://a.example/' };
const nestedJson = (levels: number): unknown => (levels === 0 ? 1 : { deeper: nestedJson(levels - 1) });

describe('contracts', () => {
  test.each<[string, DataAction, string[]]>([
    ['no name', action({ name: '' }), ['data-action-name']],
    ['a name of 257 characters', action({ name: 'x'.repeat(257) }), ['name-too-long']],
    ['a reserved input', requesting({ ...get, method: 'POST' }, { input: { orgId: string() } }), ['input-reserved']],
    [
      'an input with a blank',
      requesting({ ...get, method: 'POST' }, { input: { 'a b': string() } }),
      ['contract-name'],
    ],
    [
      'an input that is a list',
      requesting({ ...get, method: 'POST' }, { input: { a: list(string()) } }),
      ['input-not-flat'],
    ],
    [
      'an input that is an object',
      requesting({ ...get, method: 'POST' }, { input: { a: object({}) } }),
      ['input-not-flat'],
    ],
    ['an output that begins with a digit', action({ output: { '1st': string() } }), ['contract-name']],
    ['a list in a list', action({ output: { a: list(object({ b: list(string()) })) } }), ['nested-list']],
    ['an object without properties', action({ output: { a: object({}) } }), ['empty-object']],
  ])('refuse %s', (_, { problems }, rules) => {
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('timeout', () => {
  test.each<[string, DurationLiteral]>([
    ['nothing', seconds(0)],
    ['more than a minute', seconds(61)],
    ['parts of a second', milliseconds(1500)],
  ])('refuses %s', (_, timeout) => {
    expect(errorsOf(action({ timeout }))).toEqual(['timeout-out-of-range']);
  });

  test.each([1, 60])('takes %i seconds', (n) => {
    expect(errorsOf(action({ timeout: seconds(n) }))).toEqual([]);
  });
});

describe('requests', () => {
  const cloud = genesysCloud({ name: 'Cloud', permissions: [] });

  test.each<[string, DataAction, string[]]>([
    ['a relative URL of a web service', requesting({ ...get, url: '/customers' }), ['url-not-absolute']],
    ['an absolute URL of Genesys Cloud', requesting(get, { integration: cloud }), ['url-not-relative']],
    [
      'another API of Genesys Cloud',
      requesting({ ...get, url: '/api/v1/users' }, { integration: cloud }),
      ['url-not-relative'],
    ],
    ['a body of GET', requesting({ ...get, body: {} }), ['body-of-get']],
    ['an answer that is no JSON', requesting({ ...get, headers: { accept: 'text/xml' } }), ['accept-not-json']],
    ['a header twice', requesting({ ...get, headers: { 'X-Key': '1', 'x-key': '2' } }), ['header-given-twice']],
    ['a header name with a blank', requesting({ ...get, headers: { 'X Key': '1' } }), ['header-syntax']],
    ['a header of two lines', requesting({ ...get, headers: { 'X-Key': text`a\nb` } }), ['header-syntax']],
    ['JSON of 51 levels', requesting({ ...get, method: 'POST', body: nestedJson(51) }), ['json-too-deep']],
    [
      'an input of another action',
      requesting({ ...get, url: url`https://a.example/${inputReference('x', string())}` }),
      ['input-unknown'],
    ],
    [
      'a field the credential does not have',
      requesting({ ...get, headers: { K: credential('nope') } }),
      ['credential-unknown'],
    ],
    [
      'a token without custom auth',
      requesting({ ...get, headers: { K: authResponse('access_token') } }),
      ['auth-response-unknown'],
    ],
  ])('refuse %s', (_, { problems }, rules) => {
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
  });

  test.each<[string, DataAction]>([
    ['JSON of 50 levels', requesting({ ...get, method: 'POST', body: nestedJson(50) })],
    ['an answer in a dialect of JSON', requesting({ ...get, headers: { Accept: 'application/vnd.api+json; v=2' } })],
    ['a URL from the credential', requesting({ ...get, url: url`${credential('apiKey')}/x` })],
    [
      'whatever the credential of an existing integration holds',
      requesting(
        { ...get, headers: { K: credential('x'), T: authResponse('y') } },
        { integration: existing('integration', 'CRM') },
      ),
    ],
  ])('take %s', (_, { problems }) => {
    expect(problems).toEqual([]);
  });

  test('an input nobody uses is told, not refused', () => {
    expect(requesting(get, { input: { name: string() } }).problems).toMatchObject([
      { rule: 'input-unused', severity: 'warning' },
    ]);
  });

  test('a POST without a body of its own uses all inputs', () => {
    expect(requesting({ ...get, method: 'POST' }, { input: { name: string() } }).problems).toEqual([]);
  });
});

describe('responses', () => {
  test.each<[string, DataAction, string[]]>([
    ['an output without a source', answering({ id: string() }, {}), ['output-without-source']],
    ['a source without an output', answering({}, { id: at('$.id') }), ['source-without-output']],
    [
      'a part of an object without a source',
      answering({ a: object({ b: string() }) }, { a: {} }),
      ['output-without-source'],
    ],
    ['a list for one value', answering({ id: string() }, { id: at('$.items[*].id') }), ['path-gives-list']],
    ['a path that cannot be read', answering({ id: string() }, { id: at('$.items[') }), ['json-path-syntax']],
    [
      'a default of another type',
      answering({ n: integer() }, { n: at('$.n', { default: 'x' }) }),
      ['default-of-another-type'],
    ],
    [
      'a default for one instead of a list',
      answering({ n: list(string()) }, { n: at('$.n', { default: 'x' }) }),
      ['default-of-another-type'],
    ],
    ['a constant of another type', answering({ n: string() }, { n: constant(1) }), ['default-of-another-type']],
    [
      'a default that lacks a property',
      answering({ n: object({ a: string(), b: string() }) }, { n: at('$.n', { default: { a: '' } }) }),
      ['default-of-another-type'],
    ],
  ])('refuse %s', (_, { problems }, rules) => {
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
  });

  test.each<[string, DataAction]>([
    ['an indefinite path for a list', answering({ ids: list(string()) }, { ids: at('$.items[*].id') })],
    ['the first of an indefinite path', answering({ id: string() }, { id: first('$.items[*].id') })],
    [
      'an object that lacks an optional property',
      answering({ n: object({ a: optional(string()) }) }, { n: at('$.n', { default: {} }) }),
    ],
  ])('take %s', (_, { problems }) => {
    expect(problems).toEqual([]);
  });
});

test('a custom auth action needs client credentials', () => {
  const open = webServices({ name: 'Open' }) as never;

  expect(errorsOf(customAuth({ integration: open }))).toEqual([
    'custom-auth-credential',
    'credential-unknown',
    'credential-unknown',
    'credential-unknown',
  ]);
});

test('everything is found at once and says where, what and what to do', () => {
  const { problems } = action({ timeout: seconds(90), output: { id: string() }, response: { id: at('$..id') } });

  expect(problems.map((problem) => findingText(problem).replace(/^.*?problems\.test\.ts:\d+:\d+/, 'HERE'))).toEqual([
    'HERE  data action Find customer: the timeout is 90 seconds\n    Give whole seconds from 1 to 60.',
    'HERE  data action Find customer: the path $..id always gives a list, but the output id is one value\n' +
      '    Filters, wildcards, slices and ".." give lists, empty ones too. Write first(\'$..id\'), or name a position: [0].',
  ]);
});
