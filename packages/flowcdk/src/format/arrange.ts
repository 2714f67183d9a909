import { keyName, type YamlEntry, type YamlMapping, type YamlNode } from '../architect/yaml/node';
import type { NodeComments, YamlComments } from '../architect/yaml/print';
import { isFromFile, modelOfItem } from './model';
import { otherOrders } from './other-orders';

/** The same data in canonical order, with its comments. */
export interface Arranged {
  readonly root: YamlNode;
  readonly comments: YamlComments;
}

/** Puts keys in the order of the model. Lists and the user's own names keep theirs. */
export function arrange(root: YamlNode, model: YamlNode | undefined, comments: YamlComments): Arranged {
  const arrangement = new Arrangement(comments);
  const arranged = arrangement.node(root, model);
  return { root: arranged, comments: { of: arrangement.comments, atEnd: comments.atEnd } };
}

class Arrangement {
  /** Comments belong to nodes. A node that replaces another one takes its comments over. */
  readonly comments: Map<YamlNode, NodeComments>;

  constructor({ of }: YamlComments) {
    this.comments = new Map(of);
  }

  node(node: YamlNode, model: YamlNode | undefined, listKey = ''): YamlNode {
    if (node.kind === 'scalar') return node;
    const guide = model === undefined || isFromFile(model) ? undefined : model;
    if (node.kind === 'mapping') return this.instead(node, { ...node, entries: this.entries(node, guide) });
    const items = node.items.map((item, i) => {
      const itemModel = guide?.kind === 'sequence' ? guide.items[i] : undefined;
      const known = itemModel === undefined || isFromFile(itemModel) ? modelOfItem(listKey, item) : itemModel;
      return this.node(item, known);
    });
    return this.instead(node, { ...node, items });
  }

  private entries(node: YamlMapping, guide: YamlNode | undefined): readonly YamlEntry[] {
    const models = new Map(
      guide?.kind === 'mapping' ? guide.entries.map((entry) => [keyName(entry.key), entry.value]) : [],
    );
    return inOrder(node.entries, [...models.keys()]).map(({ key, value }) => {
      this.handDown(value);
      return { key, value: this.node(value, models.get(keyName(key)), keyName(key)) };
    });
  }

  /** A comment between a key and the first key below it belongs to the lower key, and moves with it. */
  private handDown(value: YamlNode): void {
    const first = value.kind === 'mapping' ? value.entries[0]?.key : undefined;
    const comments = this.comments.get(value);
    if (first === undefined || comments === undefined || comments.before.length === 0) return;
    const own = this.comments.get(first);
    this.comments.set(first, { ...own, before: [...comments.before, ...(own?.before ?? [])] });
    this.comments.set(value, { ...comments, before: [] });
  }

  private instead<N extends YamlNode>(old: YamlNode, replacement: N): N {
    const comments = this.comments.get(old);
    if (comments !== undefined) this.comments.set(replacement, comments);
    return replacement;
  }
}

/** Known keys in the order of the names. An unknown key stays behind the known key that it followed. */
function inOrder(entries: readonly YamlEntry[], names: readonly string[]): readonly YamlEntry[] {
  if (names.length === 0 || isOtherOrder(entries, names)) return entries;
  const rank = new Map(names.map((name, i) => [name, i]));
  const groups: { readonly rank: number; readonly entries: YamlEntry[] }[] = [{ rank: -1, entries: [] }];
  for (const entry of entries) {
    const known = rank.get(keyName(entry.key));
    if (known === undefined) groups.at(-1)?.entries.push(entry);
    else groups.push({ rank: known, entries: [entry] });
  }
  return groups.sort((a, b) => a.rank - b.rank).flatMap((group) => group.entries);
}

/** Whether all the keys stand in another order that exports have. */
function isOtherOrder(entries: readonly YamlEntry[], names: readonly string[]): boolean {
  return otherOrders.some((order) => {
    if (!order.every((key) => names.includes(key) || !entries.some((entry) => keyName(entry.key) === key)))
      return false;
    const places = entries.map(({ key }) => order.indexOf(keyName(key)));
    return places.every((place, i) => place > (places[i - 1] ?? -1));
  });
}
