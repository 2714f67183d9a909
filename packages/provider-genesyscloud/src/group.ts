import { resource } from './base/resource';
import { block, type Config, optional, optionalComputed, required } from './base/schema';

const schema = {
  /** Seen in the org. */
  name: required('string'),
  /** What the group is for. */
  description: optional('string'),
  /** `official` or `social`. A change makes a new group. @default `official` */
  type: optional('string'),
  /** Who sees the group: `public`, `owners` or `members`. @default `public` */
  visibility: optional('string'),
  /** Whoever sees the group also sees its membership rules. @default true */
  rulesVisible: optional('bool'),
  /** How the group is called. */
  addresses: block('list', '0..*', {
    /** `GROUPRING` or `GROUPPHONE`. */
    type: required('string'),
    /** Phone number in E.164. */
    number: optional('string'),
    /** Phone extension. */
    extension: optional('string'),
  }),
  /** Users who look after the group. */
  ownerIds: optionalComputed('list(string)'),
  /** Users in the group; left alone when left out. */
  memberIds: optionalComputed('set(string)'),
  /** The group can hold roles. @default true */
  rolesEnabled: optional('bool'),
  /** The group can be called. @default true */
  callsEnabled: optional('bool'),
  /** Owners are members too. @default true */
  includeOwners: optional('bool'),
  /** What happens with voicemail for the group. */
  voicemailPolicy: block('list', '0..1', {
    /** Tell the members by email. */
    sendEmailNotifications: optional('bool'),
    /** Keep personal data out of those emails. */
    disableEmailPii: optional('bool'),
    /** Put the transcription into those emails. */
    includeEmailTranscriptions: optional('bool'),
  }),
};

export interface GroupConfig extends Config<typeof schema> {}

/** A group of users. */
export class Group extends resource('genesyscloud_group', schema)<GroupConfig> {}
