import { evaluate, type LookUp, referencesIn, TemplateProblem } from '../../src/apply/templates';
import { Secret, type Value } from '../../src/apply/values';

const attributes: Readonly<Record<string, Value>> = {
  'var.name': 'Ada',
  'genesyscloud_flow.f.id': 'f-1',
  'data.genesyscloud_user.ada.id': 'u-1',
  'genesyscloud_user.ada.addresses.0.email': 'ada@example.com',
  'genesyscloud_group.all.ids': ['b', 'a', 'b'],
};
const lookUp: LookUp = ({ address, path }) => attributes[[address, ...path].join('.')] ?? null;

test.each<[string, Value]>([
  ['plain text', 'plain text'],
  ['${genesyscloud_flow.f.id}', 'f-1'],
  ['${data.genesyscloud_user.ada.id}', 'u-1'],
  ['Hello ${var.name}!', 'Hello Ada!'],
  ['${genesyscloud_user.ada.addresses[0].email}', 'ada@example.com'],
  ['${genesyscloud_user.ada.addresses.0["email"]}', 'ada@example.com'],
  ['$${input.name} and %%{if}', '${input.name} and %{if}'],
  ['costs 5 $ or 10 %', 'costs 5 $ or 10 %'],
  ['a \\ stays outside of quotes', 'a \\ stays outside of quotes'],
  ['${"a \\"b\\"\\n${var.name}"}', 'a "b"\nAda'],
  ['${[1, -2.5, true, null, "x"]}', [1, -2.5, true, null, 'x']],
  ['${{ a = 1, "b": var.name }}', { a: 1, b: 'Ada' }],
  ['${join(",", ["a", var.name])}', 'a,Ada'],
  ['${join("-", concat(["a"], genesyscloud_group.all.ids))}', 'a-b-a-b'],
  ['${toset(genesyscloud_group.all.ids)}', ['a', 'b']],
  ['${tolist(genesyscloud_group.all.ids)}', ['b', 'a', 'b']],
  ['${upper(var.name)}${lower("X")}', 'ADAx'],
  ['${tostring(5)}', '5'],
  ['${merge({ a = 1 }, { b = 2 })}', { a: 1, b: 2 }],
  ['${jsonencode({ b = "<&>", a = [1] })}', '{"a":[1],"b":"\\u003c\\u0026\\u003e"}'],
  ['${sha256("abc")}', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('%s is %j', (text, value) => {
  expect(evaluate(text, lookUp)).toEqual(value);
});

test('templates are evaluated wherever they stand', () => {
  expect(evaluate({ a: ['${var.name}', { b: '${var.name}' }], c: 1 }, lookUp)).toEqual({
    a: ['Ada', { b: 'Ada' }],
    c: 1,
  });
});

test.each([
  ['${timestamp()}', 'the function timestamp is not known'],
  ['${constructor()}', 'the function constructor is not known'],
  ['${var.name', '} is missing'],
  ['${"a}', 'a quotation mark is missing'],
  ['${"\\x"}', '\\x is no escape that is known'],
  ['${var.a ? 1 : 2}', 'expected }'],
  ['${1 + 2}', 'expected }'],
  ['${-var.a}', 'only references, literals and functions are known'],
  ['%{ if true }', 'directives'],
  ['${name}', 'name names nothing'],
  ['${var.list[var.i]}', 'an index has to be a number or a name in quotes'],
  ['${join(",", "text")}', '"text" is no list'],
  ['${upper([1])}', '[1] is no text'],
])('%s is refused: %s', (text, message) => {
  const evaluated = (): Value => evaluate(text, lookUp);

  expect(evaluated).toThrow(TemplateProblem);
  expect(evaluated).toThrow(message);
});

test('references are found wherever they stand', () => {
  const value = { a: '${join(",", [genesyscloud_flow.f.id, "${var.x}"])}', b: [{ c: 'x ${data.t.n.id}' }] };

  expect(referencesIn(value).map(({ address }) => address)).toEqual(['genesyscloud_flow.f', 'var.x', 'data.t.n']);
});

describe('a secret that only the org knows', () => {
  const secret = new Secret('client.client_secret of c-1', 's3cret');
  const withSecret: LookUp = () => secret;

  test('is handed on whole, and makes a secret of the text it stands in', () => {
    expect(evaluate('${client.c.client_secret}', withSecret)).toBe(secret);
    expect(evaluate('Bearer ${client.c.client_secret}', withSecret)).toEqual(
      new Secret('Bearer client.client_secret of c-1', 'Bearer s3cret'),
    );
  });

  test('is what it is of, not what it is, wherever it is written down', () => {
    expect(JSON.stringify({ secret })).toBe('{"secret":"secret client.client_secret of c-1"}');
  });

  test('goes into no function', () => {
    expect(() => evaluate('${sha256(client.c.client_secret)}', withSecret)).toThrow('sha256() of a secret');
  });
});
