import { ObjectValue, ReferenceValue, type Value } from '../../../architect/expressions';
import type { ConversationRecord } from '../action-context';

/** `Call.Contact`: the values of the row. The names of columns are read in any case (assumed). */
export const contactValue = ({ contact }: ConversationRecord): Value =>
  contact
    ? new ObjectValue(
        'contact',
        Object.fromEntries(Object.entries(contact.columns).map(([column, value]) => [column.toLowerCase(), value])),
      )
    : null;

/** `Call.ContactId` */
export const contactIdValue = ({ contact }: ConversationRecord): Value => contact?.id ?? null;

/** `Call.Campaign`. The local org has no campaigns, so its id is its name (assumed). */
export const campaignValue = ({ contact }: ConversationRecord): Value =>
  contact?.campaign === undefined ? null : new ReferenceValue('campaign', contact.campaign, contact.campaign);
