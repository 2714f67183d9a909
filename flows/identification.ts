import { oneOf, participantData, string } from 'flowcdk';

/**
 * What `identify-caller` tells the rest of the call about who is calling. It alone writes these
 * attributes; everyone else reads them.
 *
 * The state is ONGOING, SUCCESS or FAILED: `progress` says ONGOING from the first moment, `status` says the result at the
 * end, and whoever finds a status reads no progress. These are two attributes, because each has one value in its life:
 * when two writes become visible, and in which order, is not documented, and at its end a call flow may write back what
 * it read before (documented). One attribute with two values could end with the first of them.
 */
export const identification = participantData({
  name: 'identification',
  owner: 'identify-caller',
  attributes: {
    progress: oneOf(['ONGOING'], { description: 'The identification has begun; the state until there is a status' }),
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
