/** A value of a stack: as JSON has them, and secrets only the org gives. */
export type Value = string | number | boolean | null | readonly Value[] | Values | Secret;

export interface Values {
  readonly [name: string]: Value;
}

/**
 * A value the org shows once, to who creates the thing: the secret of an OAuth client. It is never written anywhere, so
 * that a later apply knows which secret it is, not what it is.
 */
export class Secret {
  /**
   * @param of tells which secret it is: `genesyscloud_oauth_client.launcher.client_secret`
   * @param text what it is, where this apply has seen it
   */
  constructor(
    readonly of: string,
    readonly text?: string,
  ) {}

  /** Stands for the secret where values are compared. */
  toJSON(): string {
    return `secret ${this.of}`;
  }
}

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Secret);

/** The items of a block or list. A single value stands for a list of one. */
export const listOf = (value: Value | undefined): readonly Value[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Value[]) : [value];

/** JSON whose text is the same whenever the value is. */
export const canonical = (value: Value): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isValues(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
