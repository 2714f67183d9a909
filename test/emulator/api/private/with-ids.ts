import type { Ids } from './inhabited';

/** A body with ids in place of `{ idOf: name }`. */
export function withIds(value: unknown, ids: Ids): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  if ('idOf' in value) return ids[String(value.idOf)];
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withIds(inner, ids)]));
}
