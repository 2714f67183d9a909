import type { RecordOf, Shape } from './shape';

/** A record with its id. */
export type RecordWithId<S extends Shape> = { readonly id: string } & RecordOf<S>;

/** A record with the fields of a body in place of its own. Undefined fields of the result are left out. */
export function withFields<T extends object>(record: T, sent: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const fields = Object.entries(sent).filter(([, value]) => value !== undefined);
  return { ...record, ...(Object.fromEntries(fields) as Partial<T>) };
}

/** A record without one of its fields. */
export const withoutField = <T extends object, K extends keyof T & string>(record: T, field: K): Omit<T, K> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== field)) as Omit<T, K>;
