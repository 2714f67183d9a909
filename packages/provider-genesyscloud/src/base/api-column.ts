/*
 * The column of a table that says how a row reaches the API: under which name, in which form, and what is sent where the
 * configuration leaves the row out. Most rows need none: `wait_seconds` is sent as `waitSeconds`.
 */

/** A value of a request body. Secrets and tokens pass through as they are. */
export type ApiValue = unknown;

/** How one row reaches the API. */
export interface ApiColumn {
  /** Where it stands in the body: `acwSettings.timeoutMs`. @default its name in Terraform, in camelCase */
  readonly path?: string;
  /** What is sent where the configuration leaves it out. */
  readonly unset?: ApiValue;
  /** The same, only in changes. */
  readonly unsetInChanges?: ApiValue;
  /** The row is sent when the resource is created, and not in changes. */
  readonly createdOnly?: boolean;
  /** It is a text of JSON; what the text holds is sent. */
  readonly isJson?: boolean;
  /** The form in which it is sent. */
  readonly form?: (value: ApiValue) => ApiValue;
  /** The row is no part of the body: other requests carry it, or nothing does. */
  readonly apart?: boolean;
}

/** The place in the body. Rows of one place that holds a list add to that list. */
export const api = (path: string): ApiColumn => ({ path });

/** What the provider sends where the configuration leaves the row out. */
export const unset = (value: ApiValue): ApiColumn => ({ unset: value });

/** What the provider sends in changes where the configuration leaves the row out. */
export const unsetInChanges = (value: ApiValue): ApiColumn => ({ unsetInChanges: value });

/** Not sent in changes. */
export const createdOnly: ApiColumn = { createdOnly: true };

/** No part of the body. */
export const apart: ApiColumn = { apart: true };

/** Sent in another form. */
export const form = <T extends ApiValue>(of: (value: T) => ApiValue): ApiColumn => ({
  // The row says of which type its values are.
  form: (value) => of(value as T),
});

/** Ids as the API wants them: `[{ id }]`. A type goes with each where one is named. */
export const references = (type?: string): ApiColumn =>
  form((ids: readonly string[]) => ids.map((id) => (type === undefined ? { id } : { id, type })));

/** A map of ids: `{ call: { id } }`. */
export const referenceMap = form((ids: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(ids).map(([key, id]) => [key, { id }])),
);

/** A list of objects as a map by one of their fields. */
export const keyedBy = (field: string): ApiColumn =>
  form((list: readonly Readonly<Record<string, ApiValue>>[]) =>
    Object.fromEntries(list.map(({ [field]: key, ...others }) => [String(key), others])),
  );

/** A text of JSON, sent as what it holds. */
export const json: ApiColumn = { isJson: true };
