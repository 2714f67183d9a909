import { api, apart, createdOnly, form, keyedBy, unset } from '../base/api-column';
import { block, objects, optional, optionalComputed, required, sensitive } from '../base/schema';

const emails = (list: readonly object[]) => list.map((email) => ({ ...email, mediaType: 'EMAIL' }));

interface Addresses {
  readonly otherEmails?: readonly object[];
  readonly phoneNumbers?: readonly object[];
}

const addressList = (list: readonly Addresses[]) =>
  list.flatMap(({ otherEmails = [], phoneNumbers = [] }) => [...otherEmails, ...phoneNumbers]);

const first = ([only]: readonly unknown[]) => only;

/** How many conversations of one medium a user takes at once. */
const capacity = {
  /** Conversations at once. */
  maximumCapacity: required('number'),
  /** Media that may interrupt: `call`, `callback`, `chat`, `email`, `message` … */
  interruptibleMediaTypes: optional('set(string)', api('interruptableMediaTypes'), unset([])),
  /** Count conversations outside queues too. */
  includeNonAcd: optional('bool', unset(false)),
};

export const user = {
  /** Address and name to sign in with. */
  email: required('string'),
  /** Full name. */
  name: required('string'),
  /** Set when the user is made, never later. */
  password: sensitive(optional('string', apart)),
  /** `active` or `inactive`. @default `active` */
  state: optional('string', unset('active')),
  /** Division the user belongs to; the home division when left out. */
  divisionId: optionalComputed('string', createdOnly),
  /** Department the user works in. */
  department: optional('string'),
  /** Job title. */
  title: optional('string'),
  /** Id of the user this one reports to. */
  manager: optional('string', unset('')),
  /** Connect queue calls without asking. @default false */
  acdAutoAnswer: optional('bool', unset(false)),
  /** Skills shown in the profile; left alone when left out. */
  profileSkills: optionalComputed('set(string)', apart),
  /** Certifications shown in the profile; left alone when left out. */
  certifications: optionalComputed('set(string)'),
  /** How to reach the user; at most one. Left alone when left out. */
  addresses: objects(
    'list',
    'optional',
    {
      /** More email addresses. */
      otherEmails: objects(
        'set',
        'optional',
        {
          /** The address. */
          address: required('string'),
          /** `WORK` or `HOME`. */
          type: optional('string'),
        },
        form(emails),
      ),
      /** Phone numbers. */
      phoneNumbers: objects('set', 'optional', {
        /** Number in E.164. */
        number: optional('string', api('address')),
        /** `PHONE` or `SMS`. */
        mediaType: optional('string', unset('PHONE')),
        /** `WORK`, `WORK2`, `WORK3`, `WORK4`, `HOME`, `MOBILE` or `OTHER`. */
        type: optional('string'),
        /** Phone extension. */
        extension: optional('string'),
        /** Pool the extension comes from. */
        extensionPoolId: optional('string', apart),
      }),
    },
    form(addressList),
    unset([]),
  ),
  /** Where the user sits; left alone when left out. */
  locations: objects('set', 'optional+computed', {
    /** The location. */
    locationId: required('string', api('id')),
    /** For instance the floor. */
    notes: optional('string'),
  }),
  /** The employment; at most one. Left alone when left out. */
  employerInfo: objects(
    'list',
    'optional+computed',
    {
      /** Name in the employer's papers. */
      officialName: optional('string'),
      /** Number of the employee. */
      employeeId: optional('string'),
      /** `Full-time`, `Part-time` or `Contractor`. */
      employeeType: optional('string'),
      /** Day of hire, `2026-01-05`. */
      dateHire: optional('string'),
    },
    form(first),
  ),
  /** Skills for routing; left alone when left out. */
  routingSkills: objects(
    'set',
    'optional+computed',
    {
      /** The skill. */
      skillId: required('string', api('id')),
      /** 0.0 to 5.0. */
      proficiency: required('number'),
    },
    apart,
  ),
  /** Languages for routing; left alone when left out. */
  routingLanguages: objects(
    'set',
    'optional+computed',
    {
      /** The language. */
      languageId: required('string', api('id')),
      /** 0 to 5. */
      proficiency: required('number'),
    },
    apart,
  ),
  /** How much the user takes at once; at most one. An empty list means the org's settings. */
  routingUtilization: objects(
    'list',
    'optional+computed',
    {
      /** Calls. */
      call: objects('list', 'optional', capacity, api('utilization.call'), form(first)),
      /** Callbacks. */
      callback: objects('list', 'optional', capacity, api('utilization.callback'), form(first)),
      /** Chats. */
      chat: objects('list', 'optional', capacity, api('utilization.chat'), form(first)),
      /** Emails. */
      email: objects('list', 'optional', capacity, api('utilization.email'), form(first)),
      /** Messages. */
      message: objects('list', 'optional', capacity, api('utilization.message'), form(first)),
      /** Conversations with a label. */
      labelUtilizations: objects(
        'list',
        'optional',
        {
          /** The label. */
          labelId: required('string'),
          /** Conversations at once. */
          maximumCapacity: required('number'),
          /** Labels that may interrupt. */
          interruptingLabelIds: optional('set(string)', unset([])),
        },
        keyedBy('labelId'),
        unset({}),
      ),
    },
    apart,
  ),
  /** What happens with voicemail for the user. */
  voicemailUserpolicies: block(
    'list',
    '0..1',
    {
      /** Seconds the phone rings before voicemail takes the call. */
      alertTimeoutSeconds: optional('number'),
      /** Tell the user by email. */
      sendEmailNotifications: optionalComputed('bool'),
    },
    apart,
  ),
};
