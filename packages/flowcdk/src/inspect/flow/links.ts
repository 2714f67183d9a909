import type { Leaf } from '../../architect/forms';
import { literalName } from '../../architect/values';
import type { GraphContainer, GraphNode } from '../../check/graph';
import type { Link } from './flow-model';

/** Names that say nothing of another object. */
const ownNames: ReadonlySet<string> = new Set(['outputPath', 'slot', 'intent', 'flowVersion', 'other']);

/** What the leaves of an action name. @param idOf the id of a container of the flow */
export function linksOf(
  leaves: readonly Leaf[],
  node: GraphNode | undefined,
  idOf: (container: GraphContainer) => string | undefined,
): readonly Link[] {
  const links = leaves.flatMap((leaf) => namedBy(leaf));
  for (const { to, way } of node?.out ?? []) {
    if (to.kind !== 'enter' || !to.container || (way !== 'jump' && way !== 'call')) continue;
    links.push({ kind: to.container.kind, name: to.container.name, container: idOf(to.container) });
  }
  return links.filter((link, i) => links.findIndex(({ kind, name }) => kind === link.kind && name === link.name) === i);
}

function namedBy(leaf: Leaf): Link[] {
  if (leaf.role === 'name' && !ownNames.has(leaf.of)) return [{ kind: leaf.of, name: leaf.name }];
  if (leaf.role !== 'value') return [];
  if (leaf.value.kind === 'prompt' && typeof leaf.value.prompt === 'string') {
    return [{ kind: 'prompt', name: leaf.value.prompt }];
  }
  const name = literalName(leaf.value);
  return name === undefined ? [] : [{ kind: leaf.type, name }];
}
