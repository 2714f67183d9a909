/** The contact that an outbound call reaches: a row of a contact list, as a campaign would dial it. */
export interface DialledContact {
  /** The id of the row. */
  readonly id: string;
  /** The values of the row by the name of their column. */
  readonly columns: Readonly<Record<string, string>>;
  /** The name of the campaign. */
  readonly campaign?: string | undefined;
}
