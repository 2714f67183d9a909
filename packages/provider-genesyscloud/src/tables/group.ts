import { api, apart, createdOnly, form, unset } from '../base/api-column';
import { block, optional, optionalComputed, required } from '../base/schema';

const byPhone = (addresses: readonly object[]) => addresses.map((address) => ({ ...address, mediaType: 'PHONE' }));

export const group = {
  /** Seen in the org. */
  name: required('string'),
  /** What the group is for. */
  description: optional('string'),
  /** `official` or `social`. A change makes a new group. @default `official` */
  type: optional('string', createdOnly, unset('official')),
  /** Who sees the group: `public`, `owners` or `members`. @default `public` */
  visibility: optional('string', unset('public')),
  /** Whoever sees the group also sees its membership rules. @default true */
  rulesVisible: optional('bool', unset(true)),
  /** How the group is called. */
  addresses: block(
    'list',
    '0..*',
    {
      /** `GROUPRING` or `GROUPPHONE`. */
      type: required('string'),
      /** Phone number in E.164. */
      number: optional('string', api('address')),
      /** Phone extension. */
      extension: optional('string'),
    },
    form(byPhone),
    unset([]),
  ),
  /** Users who look after the group. */
  ownerIds: optionalComputed('list(string)'),
  /** Users in the group; left alone when left out. */
  memberIds: optionalComputed('set(string)', apart),
  /** The group can hold roles. @default true */
  rolesEnabled: optional('bool', unset(true)),
  /** The group can be called. @default true */
  callsEnabled: optional('bool', unset(true)),
  /** Owners are members too. @default true */
  includeOwners: optional('bool', unset(true)),
  /** What happens with voicemail for the group. */
  voicemailPolicy: block(
    'list',
    '0..1',
    {
      /** Tell the members by email. */
      sendEmailNotifications: optional('bool', unset(false)),
      /** Keep personal data out of those emails. */
      disableEmailPii: optional('bool', unset(false)),
      /** Put the transcription into those emails. */
      includeEmailTranscriptions: optional('bool', unset(false)),
    },
    apart,
  ),
};
