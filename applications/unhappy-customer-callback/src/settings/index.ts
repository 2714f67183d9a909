import {
  block,
  choice,
  date,
  decimalNumber,
  language,
  line,
  list,
  optional,
  patternedText,
  record,
  settings,
  type SettingsOf,
  telephoneNumber,
  timeOfDay,
  timeZone,
  url,
  wholeNumber,
  yesOrNo,
} from 'flowcdk/settings';
import { checks } from './checks';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The longest text of an SMS that the API takes (documented). */
const LONGEST_SMS = 765;

const waitForScore = block(
  'Waiting for the score',
  'The sentiment of a call is known a minute or many after its end.',
  {
    first: wholeNumber('First', 'Seconds from the end of the work after the call to the first look, 5 to 900.', {
      minimum: 5,
      maximum: 900,
      default: 60,
    }),
    every: wholeNumber('Every', 'Seconds between two looks, 10 to 300.', { minimum: 10, maximum: 300, default: 60 }),
    atMost: wholeNumber('At most', 'Seconds after which the sentiment is unknown, 60 to 7200.', {
      minimum: 60,
      maximum: 7200,
      default: 900,
    }),
  },
);

const sms = block('SMS', 'What the customer is sent. It is no internal alert: it says that somebody will call.', {
  enabled: yesOrNo('Sent', 'Whether an SMS is sent.', { default: true }),
  languageAttribute: line(
    'Language attribute',
    'Participant data of the call that holds the language of the customer, as "fr-fr" or "fr".',
    { default: 'language' },
  ),
  defaultLanguage: language('Default language', 'For customers whose language is not known, or has no text.', {
    example: 'en-us',
  }),
  texts: record(
    'Texts',
    'What is sent, by language. The first of a language counts for its other countries, too.',
    line('Text', 'At most 765 characters.', {
      longest: LONGEST_SMS,
      example: 'We are sorry that your call went badly. A colleague will call you.',
    }),
    { names: language('Language', 'Language and country.', { example: 'fr-fr' }) },
  ),
  inQuietHours: yesOrNo('In quiet hours', 'Whether an SMS is sent in the quiet hours, too.', { default: false }),
});

const callback = block('Call-back', 'When a supervisor calls the customer.', {
  enabled: yesOrNo('Created', 'Whether a call-back is created.', { default: true }),
  delay: wholeNumber('Delay', 'Minutes after which it is due at the earliest, 1 to 1440.', {
    minimum: 1,
    maximum: 1440,
    default: 5,
  }),
});

const chat = block('Chat', 'Where the supervisors read of it. The id of the webhook is a Terraform variable.', {
  enabled: yesOrNo('Posted', 'Whether a message is posted to the chat.', { default: true }),
  baseUrl: url('Address', 'The host of the webhooks in your region, without "/" at the end.', {
    example: 'https://apps.mypurecloud.de',
  }),
});

const supervisors = block('Supervisors', 'When they call back.', {
  timeZone: timeZone('Time zone', 'In which their hours are meant.', { example: 'Europe/Paris' }),
  open: block('Hours', 'When supervisors are there.', {
    days: list('Days', 'Days of the week.', choice('Day', 'A day of the week.', weekdays, { example: 'monday' }), {
      atMost: weekdays.length,
      unique: true,
    }),
    from: timeOfDay('From', 'When they begin, in quotes.', { example: '09:00' }),
    to: timeOfDay('To', 'When they end, in quotes.', { example: '18:00' }),
  }),
  holidays: list(
    'Holidays',
    'Days on which no supervisor is there.',
    block('Holiday', 'A day on which no supervisor is there.', {
      name: line('Name', 'What the day is called.', { example: 'Christmas Day' }),
      date: date('Date', 'Year, month and day.', { example: '2026-12-25' }),
    }),
    { atMost: 100, atLeast: 0, default: [] },
  ),
});

const quietHours = block('Quiet hours', 'When no customer is called, whoever is there.', {
  timeZone: timeZone('Time zone', 'That of the customers, as far as they have one.', { example: 'Europe/Paris' }),
  from: timeOfDay('From', 'When the quiet hours begin, in quotes.', { example: '20:30' }),
  to: timeOfDay('To', 'When they end, in quotes; of the next day where it is earlier than `from`.', {
    example: '08:00',
  }),
});

/** What settings.yaml may hold. `npm run settings-schema` writes it down for editors. */
export const settingsSchema = settings(
  'Settings of the call-back to unhappy customers',
  {
    smsNumber: telephoneNumber('SMS number', 'The number of your organisation that SMS come from, in quotes.', {
      example: '+447700900123',
    }),
    callbackQueue: line('Queue', 'Name of the queue of the supervisors.', { example: 'Supervisors' }),
    wrapUpCode: optional(
      line('Wrap-up code', 'Name of the code that an agent gives a call after which the sentiment is looked up.', {
        example: 'Complaint',
      }),
      'every call with an agent counts',
    ),
    inOrganisation: list(
      'In the organisation',
      'What of these the organisation has already. The rest is created.',
      choice('Which', 'A setting above.', ['callbackQueue', 'wrapUpCode'], { example: 'callbackQueue' }),
      { atMost: 2, atLeast: 0, unique: true, default: [] },
    ),
    threshold: decimalNumber('Threshold', 'A customer is unhappy whose sentiment is lower, -100 to 100.', {
      minimum: -100,
      maximum: 100,
      default: -20,
    }),
    tag: patternedText('Tag', 'What the mark of a conversation begins with.', {
      pattern: /^[A-Za-z][A-Za-z0-9 -]{0,39}$/,
      allowed: 'letters, digits, blanks and "-", at most 40, with a letter in front',
      default: 'callback',
    }),
    dryRun: yesOrNo('Dry run', 'Whether conversations are only tagged: no SMS, no call-back, no message.', {
      default: false,
    }),
    waitForScore,
    sms,
    callback,
    chat,
    supervisors,
    quietHours,
  },
  { checks },
);

export type Settings = SettingsOf<typeof settingsSchema>;
