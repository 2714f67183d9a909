import { attachComments } from '../architect/yaml/attach-comments';
import { keyName, type YamlNode } from '../architect/yaml/node';
import type { YamlComments } from '../architect/yaml/print';

/** Lists whose items keep their comments in the code: actions, choices, containers and variables. */
const LISTS: ReadonlySet<string> = new Set([
  'actions',
  'startUpTaskActions',
  'startUpTaskVariables',
  'choices',
  'menus',
  'tasks',
  'states',
  'variables',
]);

/** The comments of a file, by the part of the flow that they stand at. */
export class FileComments {
  private readonly comments: YamlComments;
  /** The list item of a content, a key or the item itself. */
  private readonly items = new Map<YamlNode, YamlNode>();
  private readonly isItem = new Set<YamlNode>();
  /** The list of an item that is its first: comments before the item stand before the list, too. */
  private readonly listOf = new Map<YamlNode, YamlNode>();

  constructor(
    private readonly root: YamlNode,
    source: string,
  ) {
    this.comments = attachComments(root, source);
    if (this.comments.of.size > 0) this.findItems(root, '');
  }

  /** The comments of a list item that has this YAML, without those of the items inside it. */
  of(yaml: YamlNode | undefined): readonly string[] {
    const item = yaml && this.items.get(yaml);
    return item ? this.ofItem(item, (inner) => inner !== item && this.isItem.has(inner)) : [];
  }

  /** All comments of a list item, those of the items inside it included. */
  allOf(yaml: YamlNode | undefined): readonly string[] {
    const item = yaml && this.items.get(yaml);
    return item ? this.ofItem(item, () => false) : [];
  }

  private ofItem(item: YamlNode, skips: (inner: YamlNode) => boolean): readonly string[] {
    const list = this.listOf.get(item);
    const before = list ? (this.comments.of.get(list)?.before ?? []) : [];
    return [...before.filter((text) => text !== ''), ...this.within(item, skips)];
  }

  /** The comments that belong to no list item. */
  ofFlow(): readonly string[] {
    return [...this.within(this.root, (inner) => this.isItem.has(inner)), ...this.comments.atEnd];
  }

  private within(node: YamlNode, skips: (inner: YamlNode) => boolean): readonly string[] {
    if (this.comments.of.size === 0 || skips(node)) return [];
    const { before = [], trailing, atEnd = [] } = this.comments.of.get(node) ?? {};
    const isList = node.kind === 'sequence' && node.items[0] !== undefined && this.listOf.has(node.items[0]);
    const children =
      node.kind === 'sequence'
        ? node.items
        : node.kind === 'mapping'
          ? node.entries.flatMap(({ key, value }) => [key, value])
          : [];
    const inside = children.flatMap((child) => this.within(child, skips));
    return [
      ...(isList && skips(firstOf(node)) ? [] : before),
      ...(trailing === undefined ? [] : [trailing]),
      ...inside,
      ...atEnd,
    ].filter((text) => text !== '');
  }

  private findItems(node: YamlNode, key: string): void {
    if (node.kind === 'mapping') for (const entry of node.entries) this.findItems(entry.value, keyName(entry.key));
    if (node.kind !== 'sequence') return;
    for (const item of node.items) {
      if (LISTS.has(key)) {
        this.isItem.add(item);
        if (item === node.items[0]) this.listOf.set(item, node);
        this.items.set(item, item);
        const only = item.kind === 'mapping' ? item.entries[0] : undefined;
        if (only) {
          this.items.set(only.key, item);
          this.items.set(only.value, item);
        }
      }
      this.findItems(item, '');
    }
  }
}

const firstOf = (node: YamlNode): YamlNode => (node.kind === 'sequence' ? (node.items[0] ?? node) : node);
