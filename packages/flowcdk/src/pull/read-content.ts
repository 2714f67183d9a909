import { join } from 'node:path';
import { FlowcdkError, type Finding } from '../ground/finding';
import { forEachAtOnce } from './at-once';
import type { Connection } from './connection';
import { type Item, itemKey, type ListedItem } from './content';
import type { PulledFolder } from './folder';
import { readItem } from './read-item';
import { readLists } from './read-lists';

/** What an org or a folder holds. */
export interface OrgContent {
  /** What messages call it. */
  readonly name: string;
  /** By `itemKey`. */
  readonly items: ReadonlyMap<string, Item>;
}

/**
 * Reads an org.
 *
 * @param wants says whether the content of an item is needed. @default everything
 * @throws FlowcdkError with every list and every item that the org refused
 */
export async function readContent(
  connection: Connection,
  wants: (item: ListedItem) => boolean = () => true,
): Promise<OrgContent> {
  const { items, labels, findings } = await readLists(connection);
  const problems = [...findings];
  const read = new Map<string, Item>();
  const needed = items.filter((item) => item.version !== undefined && wants(item));
  await forEachAtOnce(needed, async (item) => {
    try {
      read.set(itemKey(item), await readItem(connection, item, { labels, rows: false }));
    } catch (problem) {
      if (!(problem instanceof FlowcdkError)) throw problem;
      problems.push(...problem.findings);
    }
  });
  if (problems.length > 0) throw new FlowcdkError(problems);
  return { name: connection.address.name, items: read };
}

/**
 * What a folder holds that was pulled before.
 *
 * @throws FlowcdkError with every file that is missing
 */
export function contentOfFolder(folder: PulledFolder): OrgContent {
  const items = new Map<string, Item>();
  const problems: Finding[] = [];
  for (const pulled of folder.items) {
    const { kind, name, within, file } = pulled;
    try {
      items.set(itemKey(pulled), { kind, name, within, text: folder.text(pulled), file: join(folder.path, file) });
    } catch (problem) {
      if (!(problem instanceof FlowcdkError)) throw problem;
      problems.push(...problem.findings);
    }
  }
  if (problems.length > 0) throw new FlowcdkError(problems);
  return { name: folder.path, items };
}
