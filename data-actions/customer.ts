import { type CallableDataAction, type DurationLiteral, optional, string, type Type } from 'flowcdk';

/** What every database is asked with. */
export const lookupInput = {
  phoneNumber: string({ description: 'The number of the caller, as the database writes it' }),
};

/** What every database answers, in the same terms. Without a customer id it knows nobody by that number. */
export const customer = {
  customerId: optional(string({ description: 'The number of the customer in the database' })),
  fullName: optional(string({ description: 'Full name' })),
  tier: optional(string({ description: 'Service level, in lower case: standard, silver, gold' })),
  preferredLanguage: optional(string({ description: 'Language tag: en-us, fr-fr' })),
  database: string({ description: 'Which database answered' }),
};

/** A data action that asks for a customer: one database, or something that asks them all. */
export type CustomerLookup = CallableDataAction<
  typeof lookupInput,
  { readonly [output in keyof typeof customer]: Type<string> }
>;

/** Where a database is and how long it may take. */
export interface Database {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** 1 to 60 whole seconds. */
  readonly timeout: DurationLiteral;
}
