import { oneOf, participantData, string } from 'flowcdk';

/**
 * What `identify-caller` tells the rest of the call about who is calling. It alone writes these
 * attributes; everyone else reads them.
 *
 * It writes them once, all in one write, when it knows the result. An absent status means that there is no result
 * yet, never that the identification failed. There is no status for "under way": when two writes become visible, and in
 * which order, is not documented, and at its end a call flow may write back what it read before (documented). A status
 * with two values in its life could end with the first of them, a status with one value cannot.
 */
export const identification = participantData({
  name: 'identification',
  owner: 'identify-caller',
  attributes: {
    status: oneOf(['SUCCESS', 'FAILED'], { description: 'What the identification came to; absent until then' }),
    reason: oneOf(['NOT_FOUND', 'LOOKUPS_FAILED', 'NO_NUMBER'], { description: 'Why it failed' }),
    customerId: string({ description: 'The number of the customer in the database that knows them' }),
    customerName: string({ description: 'Full name' }),
    tier: string({ description: 'Service level of the customer, in the words of the database' }),
    preferredLanguage: string({ description: 'Language tag, such as en-us' }),
    database: string({ description: 'Which database knows the customer' }),
  },
});

/** What `support-line` tells the agent about the call. */
export const support = participantData({
  name: 'support',
  owner: 'support-line',
  attributes: {
    reason: string({ description: 'What the call is about, the key of a reason in the settings' }),
    firstTime: oneOf(['YES', 'NO', 'UNKNOWN'], { description: 'Whether the caller says it is the first time' }),
    customerNumber: string({ description: 'What a caller nobody knew typed as customer number' }),
    greeted: oneOf(['BY_NAME', 'UNKNOWN'], { description: 'Whether the caller was greeted by name' }),
  },
});
