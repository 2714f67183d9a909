import { nodes } from '../architect/expressions/walk';
import type { Leaf } from '../architect/forms';
import type { YamlNode } from '../architect/yaml/node';
import type { PlacedExpression, PlacedText } from './rule';
import { yamlOf } from './yaml-of';

type VisitText = (text: PlacedText) => void;
type ValueLeaf = Leaf & { readonly role: 'value' };

/** The texts of a value that is no expression. */
export function textsIn(leaf: ValueLeaf, visit: VisitText): void {
  const { value } = leaf;
  if (value.kind === 'literal') scalars(value.yaml, isSpoken(leaf), visit);
  else if (value.kind === 'tts') visit({ text: value.text, spoken: true, yaml: yamlOf(value) });
}

/** The texts inside an expression. */
export function textsInExpression({ node, leaf, read: { tree } }: PlacedExpression, visit: VisitText): void {
  if (!tree || !node.text.includes('"')) return;
  const spoken = isSpoken(leaf);
  for (const part of nodes(tree)) {
    if (part.kind !== 'string') continue;
    const { offset, length } = part;
    visit({ text: part.value, spoken, yaml: yamlOf(node), whole: { offset, length } });
  }
}

/** What people hear or read. */
const isSpoken = ({ value, type, path }: ValueLeaf): boolean =>
  value.kind === 'tts' || type === 'audio' || type === 'communication' || /message|subject|body/i.test(path);

function scalars(yaml: YamlNode, spoken: boolean, visit: VisitText): void {
  if (yaml.kind === 'scalar') {
    if (typeof yaml.value === 'string') visit({ text: yaml.value, spoken, yaml });
  } else if (yaml.kind === 'sequence') {
    for (const item of yaml.items) scalars(item, spoken, visit);
  } else {
    for (const { value } of yaml.entries) scalars(value, spoken, visit);
  }
}
