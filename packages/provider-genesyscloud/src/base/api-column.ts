/*
 * The column of a table that says how a row reaches the API: its name, its form, and the value for a configuration that
 * leaves the row out. Most rows need no such column: `wait_seconds` is sent as `waitSeconds`.
 */

/** A value of a request body. Secrets and tokens pass through as they are. */
export type ApiValue = unknown;

/** How a row reaches the API. */
export interface ApiColumn {
  /** The place of the value in the body: `acwSettings.timeoutMs`. @default the Terraform name in camelCase */
  readonly path?: string;
  /** The value that is sent where the configuration leaves the row out. */
  readonly unset?: ApiValue;
  /** Like `unset`, but only in changes. */
  readonly unsetInChanges?: ApiValue;
  /** The row is sent only when the resource is created, not in changes. */
  readonly createdOnly?: boolean;
  /** The value is a JSON text. Its content is sent. */
  readonly isJson?: boolean;
  /** Converts the value into the form of the API. */
  readonly form?: (value: ApiValue) => ApiValue;
  /** The row is not part of the body. Another request sends it, or none does. */
  readonly apart?: boolean;
}

/** Names the place of the row in the body. Several rows with the same list as their place add to that list. */
export const api = (path: string): ApiColumn => ({ path });

/** Names the value that the provider sends where the configuration leaves the row out. */
export const unset = (value: ApiValue): ApiColumn => ({ unset: value });

/** Names the value that the provider sends in changes where the configuration leaves the row out. */
export const unsetInChanges = (value: ApiValue): ApiColumn => ({ unsetInChanges: value });

/** The row is not sent in changes. */
export const createdOnly: ApiColumn = { createdOnly: true };

/** The row is not part of the body. */
export const apart: ApiColumn = { apart: true };

/** The row is sent in another form. */
export const form = <T extends ApiValue>(of: (value: T) => ApiValue): ApiColumn => ({
  // The row declares the type of its values.
  form: (value) => of(value as T),
});

/** Ids in the form of the API: `[{ id }]`, each with the type where it is given. */
export const references = (type?: string): ApiColumn =>
  form((ids: readonly string[]) => ids.map((id) => (type === undefined ? { id } : { id, type })));

/** A map of ids in the form of the API: `{ call: { id } }`. */
export const referenceMap = form((ids: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(ids).map(([key, id]) => [key, { id }])),
);

/** A list of objects is sent as a map with one of their fields as its key. */
export const keyedBy = (field: string): ApiColumn =>
  form((list: readonly Readonly<Record<string, ApiValue>>[]) =>
    Object.fromEntries(list.map(({ [field]: key, ...others }) => [String(key), others])),
  );

/** The value is a JSON text. Its content is sent. */
export const json: ApiColumn = { isJson: true };
