import type { Gateway } from '../gateway/gateway';

export interface KnownCustomer {
  readonly customerId: string;
  readonly name: string;
  /** Which lookup knows the customer. */
  readonly source: string;
}

/** Where the agents' page finds customers. A company can put its own in place. */
export interface CustomerSearch {
  /**
   * @param number E.164
   * @throws Failure where nothing answers
   */
  byNumber(number: string): Promise<readonly KnownCustomer[]>;
}

/**
 * Finds customers with data actions of the organisation, such as the three lookups of the application: they take a
 * `phoneNumber` and give `customerId` and `fullName`. The gateway's client needs the right to execute them.
 */
export const dataActionSearch = (gateway: Gateway, dataActions: readonly string[]): CustomerSearch => ({
  byNumber: async (number) => {
    const answers = await Promise.all(
      dataActions.map(async (name) => ({ name, output: await gateway.execute(name, { phoneNumber: number }) })),
    );
    return answers.flatMap(({ name, output }) => {
      const { customerId, fullName } = output ?? {};
      if (typeof customerId !== 'string' || customerId === '') return [];
      return [{ customerId, name: typeof fullName === 'string' ? fullName : '', source: name }];
    });
  },
});
