import { scalar } from '../../src/architect/yaml/node';
import { expressionOf, literal, noValue, textToSpeech, type ValueNode } from '../../src/architect/values';
import { readExpression } from '../../src/check/expressions';
import { textsIn, textsInExpression } from '../../src/check/placed-texts';
import type { PlacedText } from '../../src/check/rule';
import { keyIn, yamlOf, yamlOfKey } from '../../src/check/yaml-of';
import { ORIGIN } from '../../src/architect/origin';
import { entry } from '../../src/architect/yaml/node';
import { parseYaml } from '../../src/architect/yaml/parse';
import { flowIn } from './graph/private/edges';
import { workflow } from './graph/private/flows';

const leaf = (value: ValueNode, type = 'string', path = 'value') => ({ role: 'value', value, type, path }) as never;
const inWords = ({ text, spoken, whole }: PlacedText): string =>
  [text, ...(spoken ? ['spoken'] : []), ...(whole ? [`${whole.offset}+${whole.length}`] : [])].join(' ');

/** The texts of a value, or of an expression. */
function textsOf(value: ValueNode, type?: string, path?: string): readonly string[] {
  const texts: PlacedText[] = [];
  const visit = (text: PlacedText): void => void texts.push(text);
  if (value.kind === 'expression') {
    const read = readExpression(value, { flow: flowIn(workflow('- endWorkflow: { name: End }')) });
    textsInExpression({ node: value, leaf: leaf(value, type, path), read }, visit);
  } else textsIn(leaf(value, type, path), visit);
  return texts.map(inWords);
}

test.each<[what: string, value: ValueNode, texts: readonly string[]]>([
  ['a literal', literal('a'), ['a']],
  ['a number', literal(5), []],
  ['a named thing', literal({ name: 'Support' }), ['Support']],
  ['a list', literal(['a', 'b']), ['a', 'b']],
  ['words', textToSpeech('Hello'), ['Hello spoken']],
  ['nothing', noValue, []],
  ['an expression with texts', expressionOf('Append("a", Flow.x, "b")'), ['a 7+3', 'b 20+3']],
  ['an expression without texts', expressionOf('Flow.x + 1'), []],
  ['what cannot be read', expressionOf('Append("a",'), []],
])('the texts of %s', (_, value, texts) => expect(textsOf(value)).toEqual(texts));

test.each([
  ['audio', 'value', true],
  ['communication', 'value', true],
  ['string', 'messageBody', true],
  ['string', 'Subject', true],
  ['string', 'inputs.body', true],
  ['string', 'value', false],
])('people hear or read a text of type %s at %s: %s', (type, path, spoken) => {
  const word = spoken ? ' spoken' : '';
  expect(textsOf(literal('a'), type, path)).toEqual([`a${word}`]);
  expect(textsOf(expressionOf('"a"'), type, path)).toEqual([`a${word} 0+3`]);
});

describe('the YAML of a node', () => {
  const { root } = parseYaml('a: 1\nb: 2');
  if (root?.kind !== 'mapping') throw new Error('no mapping');
  const node = { [ORIGIN]: { yaml: root } };

  test('is what it was read from', () => {
    expect(yamlOf(node)).toBe(root);
    expect(yamlOf({})).toBeUndefined();
    expect(yamlOf(undefined)).toBeUndefined();
  });

  test('has values and keys; without such a key it is the node itself', () => {
    expect(yamlOfKey(node, 'b')).toBe(entry(root, 'b')?.value);
    expect(keyIn(node, 'b')).toBe(entry(root, 'b')?.key);
    expect([yamlOfKey(node, 'c'), keyIn(node, 'c')]).toEqual([root, root]);
    const plain = { [ORIGIN]: { yaml: scalar('x') } };
    expect([yamlOfKey(plain, 'b'), keyIn(plain, 'b')]).toEqual([scalar('x'), scalar('x')]);
    expect([yamlOfKey(undefined, 'b'), keyIn({}, 'b')]).toEqual([undefined, undefined]);
  });
});
