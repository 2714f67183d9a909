import { oneOf, participantData, string } from 'flowcdk';

/**
 * What `identify-caller` tells the rest of the call about who is calling. It alone writes these
 * attributes; everyone else reads them.
 *
 * An absent status means that the identification has not started yet, never that it failed.
 */
export const identification = participantData({
  name: 'identification',
  owner: 'identify-caller',
  attributes: {
    status: oneOf(['ONGOING', 'SUCCESS', 'FAILED'], { description: 'How far the identification is' }),
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
