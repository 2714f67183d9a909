import { nodes } from '../architect/expressions/walk';
import type { Leaf } from '../architect/forms';
import type { YamlNode } from '../architect/yaml/node';
import type { PlacedExpression, PlacedText } from './rule';
import { yamlOf } from './yaml-of';

type Told = (text: PlacedText) => void;
type ValueLeaf = Leaf & { readonly role: 'value' };

/** The texts of a value that is no expression. */
export function textsIn(leaf: ValueLeaf, told: Told): void {
  const { value } = leaf;
  if (value.kind === 'literal') scalars(value.yaml, isSpoken(leaf), told);
  else if (value.kind === 'tts') told({ text: value.text, spoken: true, yaml: yamlOf(value) });
}

/** The texts inside an expression. */
export function textsInExpression({ node, leaf, read: { tree } }: PlacedExpression, told: Told): void {
  if (!tree || !node.text.includes('"')) return;
  const spoken = isSpoken(leaf);
  for (const part of nodes(tree)) {
    if (part.kind !== 'string') continue;
    const { offset, length } = part;
    told({ text: part.value, spoken, yaml: yamlOf(node), whole: { offset, length } });
  }
}

/** What people hear or read. */
const isSpoken = ({ value, type, path }: ValueLeaf): boolean =>
  value.kind === 'tts' || type === 'audio' || type === 'communication' || /message|subject|body/i.test(path);

function scalars(yaml: YamlNode, spoken: boolean, told: Told): void {
  if (yaml.kind === 'scalar') {
    if (typeof yaml.value === 'string') told({ text: yaml.value, spoken, yaml });
  } else if (yaml.kind === 'sequence') {
    for (const item of yaml.items) scalars(item, spoken, told);
  } else {
    for (const { value } of yaml.entries) scalars(value, spoken, told);
  }
}
