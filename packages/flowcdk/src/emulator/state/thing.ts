import type { RecordOf, Shape } from './shape';

/** A record of a kind, with the id by which the org knows it. */
export type Thing<S extends Shape> = { readonly id: string } & RecordOf<S>;

/** A record with what a body says about some of its fields. A field that is undefined is not there. */
export function withFields<T extends object>(record: T, sent: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const there = Object.entries(sent).filter(([, value]) => value !== undefined);
  return { ...record, ...(Object.fromEntries(there) as Partial<T>) };
}

/** A record without one of its fields. */
export const withoutField = <T extends object, K extends keyof T & string>(record: T, field: K): Omit<T, K> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== field)) as Omit<T, K>;
