import fc from 'fast-check';
import { mapping, scalar, sequence, type YamlEntry, type YamlNode } from '../../../src/architect/yaml/node';
import { anyTree } from './generators';

/** One change of a tree, somewhere. */
export interface TreeEdit {
  /** Which node, counted from the root and round again. */
  readonly at: number;
  readonly what: 'replace' | 'remove a part' | 'add a part' | 'reverse' | 'empty';
  readonly piece: YamlNode;
}

export const treeEdit: fc.Arbitrary<TreeEdit> = fc.record({
  at: fc.nat(),
  what: fc.constantFrom('replace', 'remove a part', 'add a part', 'reverse', 'empty'),
  piece: fc.oneof(
    anyTree,
    // What looks right in the wrong place is the harder test.
    fc.constantFrom(
      mapping([['noValue', scalar(true)]]),
      mapping([['lit', scalar(1)]]),
      mapping([['exp', scalar('Flow.x')]]),
      mapping([['none', scalar(true)]]),
      mapping([['actions', sequence([])]]),
      mapping([['exact', scalar(3)]]),
      sequence([mapping([['playAudio', mapping([['name', scalar('x')]])]])]),
    ),
  ),
});

/** The tree with the edits made one after the other. */
export const editTree = (tree: YamlNode, edits: readonly TreeEdit[]): YamlNode => edits.reduce(editOnce, tree);

function editOnce(tree: YamlNode, { at, what, piece }: TreeEdit): YamlNode {
  const index = at % size(tree);
  let seen = -1;
  const visit = (node: YamlNode): YamlNode => {
    seen += 1;
    if (seen === index) return change(node, what, piece, at);
    if (node.kind === 'sequence') return { ...node, items: node.items.map(visit) };
    if (node.kind === 'mapping') {
      return { ...node, entries: node.entries.map(({ key, value }) => ({ key, value: visit(value) })) };
    }
    return node;
  };
  return visit(tree);
}

function change(node: YamlNode, what: TreeEdit['what'], piece: YamlNode, at: number): YamlNode {
  if (what === 'replace' || node.kind === 'scalar') return piece;
  if (node.kind === 'sequence') return sequence(changeList(node.items, what, piece, at));
  const added: YamlEntry = { key: scalar(freshName(node.entries, at)), value: piece };
  return mapping(changeList(node.entries, what, added, at));
}

function changeList<T>(parts: readonly T[], what: TreeEdit['what'], piece: T, at: number): readonly T[] {
  const place = at % (parts.length + 1);
  if (what === 'add a part') return [...parts.slice(0, place), piece, ...parts.slice(place)];
  if (what === 'remove a part') return parts.filter((_, i) => i !== place);
  return what === 'reverse' ? [...parts].reverse() : [];
}

/** A key that is not there yet: often one that means something elsewhere. */
function freshName(entries: readonly YamlEntry[], at: number): string {
  const names = ['refId', 'outputs', 'variables', 'unheardOf', '1', '__proto__', 'name', 'none', 'toString'];
  const taken = new Set(entries.map(({ key }) => String(key.value)));
  return [...names.slice(at % names.length), ...names].find((name) => !taken.has(name)) ?? `key ${entries.length}`;
}

function size(node: YamlNode): number {
  const parts = node.kind === 'sequence' ? node.items : node.kind === 'mapping' ? node.entries.map((e) => e.value) : [];
  return 1 + parts.reduce((sum, part) => sum + size(part), 0);
}
