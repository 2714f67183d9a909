import { ObjectValue, ReferenceValue, type Value } from '../../../architect/expressions';
import { literalName } from '../../../architect/values';
import type { ConversationRecord } from '../action-context';
import type { FlowProgram } from './program';

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

/**
 * `Call.ContactList`: the list that the flow names in its settings. The local org has no contact lists, so its id is its
 * name (assumed).
 */
export function contactListValue({ contact }: ConversationRecord, { tree }: Pick<FlowProgram, 'tree'>): Value {
  const name = contact && literalName(tree.settingsOutboundCall?.contactList);
  return name === undefined ? null : new ReferenceValue('contactList', name, name);
}
