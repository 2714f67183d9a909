import type { Ids } from './inhabited';

/** A body with ids in place of `{ idOf: name }`. */
export function withIds(value: unknown, ids: Ids): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  if ('idOf' in value) return ids[String(value.idOf)];
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withIds(inner, ids)]));
}

/** What an answer has where paths lead (`participants.0.id`; all of it where there is none), by the names of the paths. */
export const named = (answer: unknown, paths: Readonly<Record<string, string>>): Ids =>
  Object.fromEntries(
    Object.entries(paths).map(([name, path]) => {
      const steps = path === '' ? [] : path.split('.');
      return [
        name,
        steps.reduce((value, step) => (value as Readonly<Record<string, unknown>>)[step], answer) as string,
      ];
    }),
  );
