import { type Fields, isFields } from './connection';
import type { ContentKind } from './content';

/** Fields that say who, when and where, and nothing of what an item does. */
const left: ReadonlySet<string> = new Set([
  'id',
  'selfUri',
  'version',
  'dateCreated',
  'dateModified',
  'createdDate',
  'modifiedDate',
  'createdBy',
  'modifiedBy',
  'createdByApp',
  'modifiedByApp',
  'memberCount',
  'userMemberCount',
  'joinedMemberCount',
  'currentOperation',
]);

/** Besides them, fields of one kind. */
const leftOf: Readonly<Partial<Record<ContentKind, readonly string[]>>> = {
  integration: ['reportedState', 'attributes'],
};

/**
 * The text of an item: JSON with sorted keys, in which names stand for ids. An id of something that was not read stays.
 *
 * @param labels what ids stand for
 */
export function itemText(kind: ContentKind, fields: Fields, labels: ReadonlyMap<string, string>): string {
  const without = leftOf[kind] ?? [];
  const own = Object.entries(fields).filter(([name]) => !left.has(name) && !without.includes(name));
  return `${JSON.stringify(sorted(own, labels), null, 2)}\n`;
}

function shown(value: unknown, labels: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return labels.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => shown(item, labels));
  if (!isFields(value)) return value;
  const { id } = value;
  if (typeof id !== 'string') return sorted(Object.entries(value), labels);
  const others = Object.entries(value).filter(([name]) => name !== 'selfUri');
  const label = labels.get(id);
  // A reference says nothing but what it refers to.
  const isReference = others.every(([name]) => name === 'id' || name === 'name');
  return label !== undefined && isReference ? label : sorted(others, labels);
}

const sorted = (
  entries: readonly (readonly [string, unknown])[],
  labels: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    entries
      .filter(([, part]) => part !== null && part !== undefined)
      .map(([name, part]) => [labels.get(name) ?? name, shown(part, labels)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
