import type { Gateway } from '../gateway/gateway';
import { Failure } from '../ground/http';

/** A customer that a database knows. */
export interface KnownCustomer {
  readonly customerId: string;
  readonly name: string;
  /** Which lookup knows the customer. */
  readonly source: string;
}

/** The customers of a number, from every database that answered. */
export interface CustomerMatches {
  readonly customers: readonly KnownCustomer[];
  /** Why a part of the answer is missing: a sentence for each lookup that did not answer. */
  readonly problems: readonly string[];
}

/** Where the agents' page finds customers. A company can put its own in place. */
export interface CustomerSearch {
  /** @param number E.164 */
  byNumber(number: string): Promise<CustomerMatches>;
}

/** How a database writes numbers. */
export type NumberForm =
  /** `+33142685300` */
  | 'e164'
  /** `33142685300` */
  | 'digits'
  /** `0142685300` for numbers of the country, E.164 for all others. */
  | { readonly countryCode: string; readonly trunkPrefix: string };

/** One database of customers: the data action that reaches it, and how it writes numbers. */
export interface CustomerLookup {
  /** Name of a data action that takes a `phoneNumber` and gives `customerId` and `fullName`. */
  readonly dataAction: string;
  /** How its database writes numbers. @default 'e164' */
  readonly numbers?: NumberForm | undefined;
}

/** An E.164 number in another form. */
export function numberAs(form: NumberForm, number: string): string {
  if (form === 'e164') return number;
  if (form === 'digits') return number.replace('+', '');
  const prefix = `+${form.countryCode}`;
  return number.startsWith(prefix) ? `${form.trunkPrefix}${number.slice(prefix.length)}` : number;
}

/**
 * Finds customers with data actions of the organisation, such as the three lookups of the application. The gateway's
 * client needs the right to execute them.
 */
export const dataActionSearch = (gateway: Gateway, lookups: readonly CustomerLookup[]): CustomerSearch => ({
  byNumber: async (number) => {
    const answers = await Promise.all(lookups.map((lookup) => answerOf(gateway, lookup, number)));
    return {
      customers: answers.flatMap((answer) => answer.customers),
      problems: answers.flatMap((answer) => answer.problems),
    };
  },
});

async function answerOf(
  gateway: Gateway,
  { dataAction, numbers = 'e164' }: CustomerLookup,
  number: string,
): Promise<CustomerMatches> {
  try {
    const output = await gateway.execute(dataAction, { phoneNumber: numberAs(numbers, number) });
    const { customerId, fullName } = output ?? {};
    if (typeof customerId !== 'string' || customerId === '') return { customers: [], problems: [] };
    const name = typeof fullName === 'string' ? fullName : '';
    return { customers: [{ customerId, name, source: dataAction }], problems: [] };
  } catch (error) {
    if (error instanceof Failure) return { customers: [], problems: [error.message] };
    throw error;
  }
}
