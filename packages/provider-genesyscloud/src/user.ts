import { resource } from './base/resource';
import { block, type Config, objects, optional, optionalComputed, required, sensitive } from './base/schema';

/** How many conversations of one medium a user takes at once. */
const capacity = {
  /** Conversations at once. */
  maximumCapacity: required('number'),
  /** Media that may interrupt: `call`, `callback`, `chat`, `email`, `message` … */
  interruptibleMediaTypes: optional('set(string)'),
  /** Count conversations outside queues too. */
  includeNonAcd: optional('bool'),
};

const schema = {
  /** Address and name to sign in with. */
  email: required('string'),
  /** Full name. */
  name: required('string'),
  /** Set when the user is made, never later. */
  password: sensitive(optional('string')),
  /** `active` or `inactive`. @default `active` */
  state: optional('string'),
  /** Division the user belongs to; the home division when left out. */
  divisionId: optionalComputed('string'),
  /** Department the user works in. */
  department: optional('string'),
  /** Job title. */
  title: optional('string'),
  /** Id of the user this one reports to. */
  manager: optional('string'),
  /** Connect queue calls without asking. @default false */
  acdAutoAnswer: optional('bool'),
  /** Skills shown in the profile; left alone when left out. */
  profileSkills: optionalComputed('set(string)'),
  /** Certifications shown in the profile; left alone when left out. */
  certifications: optionalComputed('set(string)'),
  /** How to reach the user; at most one. Left alone when left out. */
  addresses: objects('list', 'optional', {
    /** More email addresses. */
    otherEmails: objects('set', 'optional', {
      /** The address. */
      address: required('string'),
      /** `WORK` or `HOME`. */
      type: optional('string'),
    }),
    /** Phone numbers. */
    phoneNumbers: objects('set', 'optional', {
      /** Number in E.164. */
      number: optional('string'),
      /** `PHONE` or `SMS`. */
      mediaType: optional('string'),
      /** `WORK`, `WORK2`, `WORK3`, `WORK4`, `HOME`, `MOBILE` or `OTHER`. */
      type: optional('string'),
      /** Phone extension. */
      extension: optional('string'),
      /** Pool the extension comes from. */
      extensionPoolId: optional('string'),
    }),
  }),
  /** Where the user sits; left alone when left out. */
  locations: objects('set', 'optional+computed', {
    /** The location. */
    locationId: required('string'),
    /** For instance the floor. */
    notes: optional('string'),
  }),
  /** The employment; at most one. Left alone when left out. */
  employerInfo: objects('list', 'optional+computed', {
    /** Name in the employer's papers. */
    officialName: optional('string'),
    /** Number of the employee. */
    employeeId: optional('string'),
    /** `Full-time`, `Part-time` or `Contractor`. */
    employeeType: optional('string'),
    /** Day of hire, `2026-01-05`. */
    dateHire: optional('string'),
  }),
  /** Skills for routing; left alone when left out. */
  routingSkills: objects('set', 'optional+computed', {
    /** The skill. */
    skillId: required('string'),
    /** 0.0 to 5.0. */
    proficiency: required('number'),
  }),
  /** Languages for routing; left alone when left out. */
  routingLanguages: objects('set', 'optional+computed', {
    /** The language. */
    languageId: required('string'),
    /** 0 to 5. */
    proficiency: required('number'),
  }),
  /** How much the user takes at once; at most one. An empty list means the org's settings. */
  routingUtilization: objects('list', 'optional+computed', {
    /** Calls. */
    call: objects('list', 'optional', capacity),
    /** Callbacks. */
    callback: objects('list', 'optional', capacity),
    /** Chats. */
    chat: objects('list', 'optional', capacity),
    /** Emails. */
    email: objects('list', 'optional', capacity),
    /** Messages. */
    message: objects('list', 'optional', capacity),
    /** Conversations with a label. */
    labelUtilizations: objects('list', 'optional', {
      /** The label. */
      labelId: required('string'),
      /** Conversations at once. */
      maximumCapacity: required('number'),
      /** Labels that may interrupt. */
      interruptingLabelIds: optional('set(string)'),
    }),
  }),
  /** What happens with voicemail for the user. */
  voicemailUserpolicies: block('list', '0..1', {
    /** Seconds the phone rings before voicemail takes the call. */
    alertTimeoutSeconds: optional('number'),
    /** Tell the user by email. */
    sendEmailNotifications: optionalComputed('bool'),
  }),
};

export interface UserConfig extends Config<typeof schema> {}

/** A user of the org. */
export class User extends resource('genesyscloud_user', schema)<UserConfig> {}
