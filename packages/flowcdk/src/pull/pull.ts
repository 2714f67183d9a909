import { FlowcdkError, type Finding } from '../ground/finding';
import { forEachAtOnce } from './at-once';
import type { Connection } from './connection';
import { itemLabel, type ListedItem } from './content';
import { fileNames } from './file-names';
import type { PulledFolder } from './folder';
import { namedIn } from './named-in';
import { readItem } from './read-item';
import { readLists } from './read-lists';

export interface PullOptions {
  /** Names of flows, with `*` for any text. With what they name, and nothing else. @default everything */
  readonly names?: readonly string[];
  /** Whether the rows of data tables are read. @default false: they may hold personal data */
  readonly rows?: boolean;
  /** Takes how many items are read of how many. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** What a pull did. */
export interface PullResult {
  readonly organization: { readonly id: string; readonly name: string };
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were as they are in the org. */
  readonly unchanged: number;
  /** Flows that were never published. */
  readonly unpublished: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Brings what an org holds into a folder. What the folder has already is not read again, so a pull that was interrupted
 * goes on, and one without changes asks only for the lists.
 *
 * @throws FlowcdkError where the org or the folder cannot be read at all
 */
export async function pull(
  connection: Connection,
  folder: PulledFolder,
  options: PullOptions = {},
): Promise<PullResult> {
  const lists = await readLists(connection);
  folder.belongsTo(lists.organization);
  const files = fileNames(lists.items);
  const reading = new Reading(
    connection,
    folder,
    files,
    { labels: lists.labels, rows: options.rows === true },
    options,
  );
  try {
    if (options.names === undefined) await reading.read(lists.items);
    else await reading.readNamed(lists.items, options.names);
  } finally {
    folder.keep();
  }
  const ids = new Set(lists.items.map(({ id }) => id));
  const removed = folder.removeAllBut((id, { kind }) => ids.has(id) || lists.refused.has(kind));
  folder.keep();
  return {
    organization: lists.organization,
    ...reading.result,
    removed: removed.map(({ file }) => file).sort(),
    findings: [...lists.findings, ...reading.findings],
  };
}

class Reading {
  readonly findings: Finding[] = [];
  readonly #written: string[] = [];
  readonly #unpublished: string[] = [];
  #unchanged = 0;
  #done = 0;

  constructor(
    private readonly connection: Connection,
    private readonly folder: PulledFolder,
    private readonly files: ReadonlyMap<ListedItem, string>,
    private readonly reading: { readonly labels: ReadonlyMap<string, string>; readonly rows: boolean },
    private readonly options: PullOptions,
  ) {}

  get result(): Pick<PullResult, 'written' | 'unpublished' | 'unchanged'> {
    return {
      written: [...this.#written].sort(),
      unpublished: [...this.#unpublished].sort(),
      unchanged: this.#unchanged,
    };
  }

  /** Several at once, and each only once. A finding about one item leaves the others alone. */
  async read(items: readonly ListedItem[], all = items.length): Promise<void> {
    await forEachAtOnce(items, async (item) => {
      await this.#readOne(item);
      this.#done += 1;
      this.options.onProgress?.(this.#done, all);
    });
  }

  /** Flows of some names, and then what they name, until nothing new is named. */
  async readNamed(items: readonly ListedItem[], names: readonly string[]): Promise<void> {
    const chosen = new Set<ListedItem>();
    for (const name of names) {
      const flows = items.filter((item) => item.kind === 'flow' && isLike(name, item.name));
      if (flows.length === 0) this.findings.push(noSuchFlow(name, items));
      for (const flow of flows) chosen.add(flow);
    }
    for (let more = [...chosen]; more.length > 0;) {
      await this.read(more, chosen.size);
      const named = more.flatMap((item) => namedIn(item, this.#textOf(item), items));
      more = [...new Set(named)].filter((item) => !chosen.has(item));
      for (const item of more) chosen.add(item);
    }
  }

  #textOf({ id }: ListedItem): string {
    const pulled = this.folder.item(id);
    return pulled ? this.folder.text(pulled) : '';
  }

  async #readOne(item: ListedItem): Promise<void> {
    const file = this.files.get(item) ?? '';
    if (item.version === undefined) {
      this.#unpublished.push(itemLabel(item));
    } else if (this.folder.has(item, file) && !(this.reading.rows && item.kind === 'dataTable')) {
      this.#unchanged += 1;
    } else {
      try {
        this.folder.write(item, file, await readItem(this.connection, item, this.reading));
        this.#written.push(file);
      } catch (problem) {
        if (!(problem instanceof FlowcdkError)) throw problem;
        this.findings.push(
          ...problem.findings.map((finding) => ({ ...finding, path: finding.path ?? itemLabel(item) })),
        );
      }
    }
  }
}

/** Whether a name fits a pattern in which `*` stands for any text. */
export function isLike(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === name;
  if (!name.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const part of rest) {
    const next = name.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

function noSuchFlow(name: string, items: readonly ListedItem[]): Finding {
  const names = items.filter(({ kind }) => kind === 'flow').map((flow) => flow.name);
  return {
    rule: 'no-such-flow',
    severity: 'error',
    message: `the organisation has no flow '${name}'`,
    help: `It has ${names.slice(0, 20).join(', ')}${names.length > 20 ? ` and ${names.length - 20} more` : ''}.`,
  };
}
