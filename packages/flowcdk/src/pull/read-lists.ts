import { createHash } from 'node:crypto';
import { FlowcdkError, type Finding } from '../ground/finding';
import type { Connection, Fields } from './connection';
import { isFields } from './connection';
import { type ContentKind, contentKinds, flowKindOf, kindWords, type ListedItem } from './content';

/** Everything that an org lists, without what has to be read one by one. */
export interface Lists {
  readonly organization: { readonly id: string; readonly name: string };
  /** Sorted by kind, place and name. */
  readonly items: readonly ListedItem[];
  /** What ids stand for: `queue 'Billing'`. */
  readonly labels: ReadonlyMap<string, string>;
  /** Kinds that the org refused to list. */
  readonly refused: ReadonlySet<ContentKind>;
  readonly findings: readonly Finding[];
}

interface List {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly version?: (fields: Fields) => string | undefined;
}

const counted = ({ version }: Fields): string => String(version ?? '');

/** A list that has everything of its items: they change when their text does. */
const whole = (fields: Fields): string =>
  createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16);

const lists: Readonly<Record<ContentKind, List>> = {
  flow: { path: '/api/v2/flows', query: { deleted: 'false' }, version: publishedVersion },
  integration: { path: '/api/v2/integrations' },
  dataAction: { path: '/api/v2/integrations/actions', version: counted },
  trigger: { path: '/api/v2/processautomation/triggers' },
  queue: { path: '/api/v2/routing/queues' },
  prompt: { path: '/api/v2/architect/prompts' },
  schedule: { path: '/api/v2/architect/schedules' },
  scheduleGroup: { path: '/api/v2/architect/schedulegroups' },
  emergencyGroup: { path: '/api/v2/architect/emergencygroups' },
  callRoute: { path: '/api/v2/architect/ivrs' },
  dataTable: { path: '/api/v2/flows/datatables', query: { expand: 'schema' } },
};

/** Undefined for a flow that was never published: nobody runs it, and there is nothing to export. */
function publishedVersion({ publishedVersion: published }: Fields): string | undefined {
  const id = isFields(published) ? published['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

/**
 * Reads the lists of an org. A list that it refuses is a finding, and the others are read.
 *
 * @throws FlowcdkError where the org cannot be read at all
 */
export async function readLists(connection: Connection): Promise<Lists> {
  const me = await connection.get('/api/v2/organizations/me');
  const labels = new Map<string, string>();
  for (const { id, name } of await connection.all('/api/v2/authorization/divisions'))
    if (typeof id === 'string') labels.set(id, `division '${textOf(name)}'`);
  const items: ListedItem[] = [];
  const findings: Finding[] = [];
  const refused = new Set<ContentKind>();
  for (const kind of contentKinds) {
    try {
      items.push(...(await readList(connection, kind, labels)));
    } catch (problem) {
      if (!(problem instanceof FlowcdkError)) throw problem;
      findings.push(...problem.findings);
      refused.add(kind);
    }
  }
  const organization = { id: textOf(me['id']), name: textOf(me['name']) };
  return { organization, items: items.sort(byPlace), labels, refused, findings };
}

async function readList(connection: Connection, kind: ContentKind, labels: Map<string, string>): Promise<ListedItem[]> {
  const { path, query, version = whole } = lists[kind];
  const listed = await connection.all(path, query);
  const items = listed.flatMap((fields): ListedItem[] => {
    const { id, name } = fields;
    if (typeof id !== 'string' || typeof name !== 'string') return [];
    return [{ kind, id, name, within: placeOf(kind, fields, labels), version: version(fields), fields }];
  });
  for (const { id, name } of items) labels.set(id, `${kindWords[kind]} '${name}'`);
  return items;
}

/** Flows of different kinds, and data actions of different integrations, may share a name. */
function placeOf(kind: ContentKind, { type, integrationId, category }: Fields, labels: Map<string, string>): string {
  if (kind === 'flow') return flowKindOf(textOf(type));
  if (kind !== 'dataAction') return '';
  const integration = /^integration '(.*)'$/s.exec(labels.get(textOf(integrationId)) ?? '')?.[1];
  return integration ?? textOf(category);
}

const order = new Map(contentKinds.map((kind, i) => [kind, i]));

function byPlace(a: ListedItem, b: ListedItem): number {
  const kinds = (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0);
  if (kinds !== 0) return kinds;
  const [left, right] = [a, b].map(({ within, name, id }) => `${within}\0${name}\0${id}`) as [string, string];
  return left < right ? -1 : 1;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
