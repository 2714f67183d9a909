import { callRoute, inboundCall, queue, seconds, stack, task, transferToAcd, wrapupCode } from 'flowcdk';

/** The number of the line. */
export const LINE = '+442079460101';

/** The queue of the agents who take its calls. */
export const SERVICE = 'Customer service';

/** What agents can say of a call. */
export const COMPLAINT = 'Complaint handled';

/**
 * A telephone line, as the organisation has one: this application begins where its calls end. Only the story and the tests
 * deploy it.
 *
 * @param definesCode false where the application makes the wrap-up code itself
 */
export function customerLine({ definesCode = true }: { readonly definesCode?: boolean } = {}) {
  const codes = definesCode ? [wrapupCode({ name: COMPLAINT })] : [];
  const service = queue({ name: SERVICE, wrapupCodes: codes, afterCallWorkTimeout: seconds(60) });
  const line = inboundCall({
    name: 'customer-line',
    initialGreeting: 'Hello, this is Northwind.',
    startUp: () => task('To an agent', [transferToAcd('To customer service', { targetQueue: service })]),
  });
  const route = callRoute({ name: 'Customer line', numbers: [LINE], openHours: line });
  return stack('customer-line', [...codes, service, line, route]);
}
