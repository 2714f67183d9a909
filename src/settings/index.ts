import {
  block,
  choice,
  date,
  language,
  line,
  list,
  optional,
  patternedText,
  record,
  settings,
  type SettingsOf,
  spokenText,
  telephoneNumber,
  timeOfDay,
  timeZone,
  url,
  wholeNumber,
} from 'flowcdk/settings';
import { checks } from './checks';

const databaseNames = ['alpha', 'beta', 'gamma'] as const;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const mediaTypes = [
  'callback',
  'chat',
  'cobrowse',
  'email',
  'message',
  'screenshare',
  'unknown',
  'video',
  'voice',
] as const;

const lookupTimeout = wholeNumber(
  'Longest lookup',
  'How long one lookup in this database may take, in seconds, 1 to 60.',
  { minimum: 1, maximum: 60, default: 5 },
);

const addressOf = (database: string) =>
  url('Address', 'Where the database answers, without "/" at the end.', {
    example: `https://${database}.customers.example`,
  });

const databases = block('Customer databases', 'Where callers are looked up by their number.', {
  order: list(
    'Order',
    'In which order the databases are asked; the first that knows the caller ends the search. One that is not listed is not asked.',
    choice('Database', 'One of the databases below.', databaseNames, { example: 'alpha' }),
    { atMost: databaseNames.length, unique: true, examples: [databaseNames] },
  ),
  alpha: block('Alpha', 'Asked with the number in international form (+33199001234); answers in JSON.', {
    baseUrl: addressOf('alpha'),
    timeout: lookupTimeout,
  }),
  beta: block('Beta', 'Asked with the number in national form (0199001234) where the caller is from its own country.', {
    baseUrl: addressOf('beta'),
    timeout: lookupTimeout,
    countryCode: patternedText(
      'Country code',
      'Dialling code of the country whose national numbers the database holds, in quotes.',
      { pattern: /^[1-9]\d{0,2}$/, allowed: 'one to three digits, without + or zeros in front', example: '33' },
    ),
    trunkPrefix: patternedText(
      'Trunk prefix',
      'What national numbers begin with, in quotes: "0" in France and Great Britain, "" in Spain.',
      { pattern: /^\d{0,3}$/, allowed: 'up to three digits, or "" where there is none', example: '0' },
    ),
  }),
  gamma: block(
    'Gamma',
    'Asked with an access token, which is fetched first. The client id and secret are Terraform variables.',
    {
      baseUrl: addressOf('gamma'),
      timeout: lookupTimeout,
      loginUrl: url('Login', 'Where an access token is had with client credentials.', {
        example: 'https://login.gamma.customers.example/oauth/token',
      }),
    },
  ),
});

const identification = block(
  'Identification',
  'How the caller is recognised, and how long the call flow waits for it.',
  {
    deadline: wholeNumber(
      'Deadline',
      'How long, in seconds, the call flow goes on looking for a result after its first look, 1 to 300. Then the call goes on without.',
      { minimum: 1, maximum: 300, example: 20 },
    ),
    lookEvery: wholeNumber(
      'Look every',
      'Seconds between two looks, 1 to 30 and not more than the deadline. The caller hears or answers something meanwhile.',
      { minimum: 1, maximum: 30, example: 3 },
    ),
    launchRole: optional(
      line(
        'Role for the launch',
        'Name of a role the organisation has already, which holds architect:flow:launch. Needed where the deploying client may not hand on a role it does not hold itself.',
        { example: 'Flow launcher' },
      ),
      'a role is made',
    ),
  },
);

const keyOfReason = (description: string) =>
  patternedText('Key', description, {
    pattern: /^[a-z0-9][a-z0-9-]{0,39}$/,
    allowed: 'lower-case letters, digits and "-", at most 40, with a letter or digit in front',
    example: 'order',
  });

const texts = block('Texts', 'What callers on this line hear.', {
  greeting: spokenText('Greeting', 'The first thing a caller hears.', { example: 'Welcome to Example.' }),
  reasonQuestion: spokenText(
    'Question for the reason',
    'Asks what the call is about; the offers of the reasons follow.',
    { example: 'What can we help you with?' },
  ),
  reasons: record(
    'Offers',
    'What is said for each reason, by the key of the reason.',
    spokenText('Offer', 'What is said to offer the reason.', { example: 'For an order, press 1.' }),
    { names: keyOfReason('The key of a reason.'), examples: [{ order: 'For an order, press 1.' }] },
  ),
  firstTimeQuestion: spokenText('First call?', 'Asked while the caller is being looked up.', {
    example: 'Is it the first time you call us? Press 1 for yes, 2 for no.',
  }),
  oneMoment: spokenText('One moment', 'Said while the caller is still being looked up.', {
    example: 'One moment, please.',
  }),
  stillLooking: spokenText(
    'Still looking',
    'Said every few seconds after that, so that nobody waits in silence. Keep it short.',
    { example: 'Still looking.' },
  ),
  welcomeBack: block('Welcome back', 'Said to a caller who was recognised, around the name.', {
    before: spokenText('Before the name', 'Said before the name.', { example: 'Good to hear from you, ' }),
    after: spokenText('After the name', 'Said after the name.', { example: '.' }),
  }),
  customerNumberQuestion: spokenText(
    'Customer number?',
    'Asks a caller who was not recognised for the customer number.',
    { example: 'Please enter your customer number, then the hash key.' },
  ),
  customerNumberThanks: spokenText('Thanks', 'Said when the customer number was entered.', { example: 'Thank you.' }),
  transfer: spokenText('Transfer', 'Said before the caller is transferred.', { example: 'You are being connected.' }),
  transferFailed: spokenText('Transfer failed', 'Said when nobody can take the call; the call then ends.', {
    example: 'Nobody is free just now. Please call again later.',
  }),
  closed: spokenText('Closed', 'Said outside the opening hours and on holidays; the call then ends.', {
    example: 'We are closed.',
  }),
  error: spokenText('Error', 'Said when something went wrong; the call then ends.', {
    example: 'Something went wrong. Please call again.',
  }),
});

const openingHours = block('Opening hours', 'When calls are answered. Outside of them the text `closed` is heard.', {
  timeZone: timeZone('Time zone', 'The time zone of the times below, as the IANA names it.', {
    example: 'Europe/Paris',
  }),
  days: list(
    'Days',
    'The days of the week on which calls are answered.',
    choice('Day', 'A day of the week.', weekdays, { example: 'monday' }),
    { atMost: weekdays.length, unique: true, examples: [['monday', 'tuesday']] },
  ),
  from: timeOfDay('From', 'When the line opens, in local time.', { example: '08:30' }),
  to: timeOfDay('To', 'When the line closes, in local time; later than `from` on the same day.', { example: '18:00' }),
  holidays: list(
    'Holidays',
    'Days on which nobody answers.',
    block('Holiday', 'A whole day on which nobody answers.', {
      name: line('Name', 'What the day is called; seen in Genesys Cloud.', { example: 'Christmas Day' }),
      date: date('Date', 'The day as year-month-day.', { example: '2026-12-25' }),
    }),
    { atLeast: 0, atMost: 366, default: [] },
  ),
});

const supportLine = block('Support line', 'The telephone line: its numbers, texts, hours and queues.', {
  lines: list(
    'Lines',
    'One line per language; callers choose it by the number they dial. The first is the default.',
    block('Line', 'A language with its numbers and texts.', {
      language: language('Language', 'Language and country as Architect knows them, in lower-case letters.', {
        example: 'en-us',
      }),
      voice: optional(line('Voice', 'The voice that reads the texts.', { example: 'Jill' }), "Architect's own"),
      numbers: list(
        'Numbers',
        'The numbers callers dial, in quotes. Each belongs to one line only.',
        telephoneNumber('Number', 'A telephone number in international form, in quotes.', {
          example: '+442079460101',
        }),
        { atMost: 1000, unique: true, examples: [['+442079460101']] },
      ),
      texts,
    }),
    { atMost: 50 },
  ),
  openingHours,
  reasons: list(
    'Reasons',
    'What a call can be about, in the order in which it is offered: the first is key 1, the second key 2 … At most nine.',
    block('Reason', 'Something a call can be about.', {
      key: keyOfReason('Short name of the reason; agents and reports see it.'),
      queue: line('Queue', 'The name of the queue, one of `queues`, where such calls go.', { example: 'Orders' }),
      priority: wholeNumber('Priority', 'Added to the priority of the call, 0 to 25000000.', {
        minimum: 0,
        maximum: 25_000_000,
        default: 0,
      }),
    }),
    { atMost: 9 },
  ),
  defaultQueue: line('Default queue', 'The name of the queue, one of `queues`, for calls without a reason.', {
    example: 'General',
  }),
  queues: list(
    'Queues',
    'The queues calls can go to; they are created if need be.',
    block('Queue', 'A queue agents take calls from.', {
      name: line('Name', 'Name of the queue in Genesys Cloud.', { example: 'Orders' }),
      description: optional(
        line('Description', 'What the queue is for; seen in Genesys Cloud.', {
          example: 'New and running orders',
          longest: 1000,
        }),
      ),
      afterCallWorkTimeout: wholeNumber(
        'After-call work',
        'After-call work ends by itself after so many seconds, 1 to 3600.',
        { minimum: 1, maximum: 3600, default: 60 },
      ),
    }),
    { atMost: 200 },
  ),
  screenPop: optional(
    line(
      'Screen pop',
      'Name of the script agents see with a call, as in Genesys Cloud. Its input `conversationId` leads to the page of the back office.',
      { example: 'Customer of the call' },
    ),
    'what the queue says',
  ),
  wrapUpCodes: list(
    'Wrap-up codes',
    'What an agent can say of a call afterwards.',
    line('Wrap-up code', 'Name of a wrap-up code.', { example: 'Order changed' }),
    { atMost: 200, unique: true, examples: [['Order changed']] },
  ),
});

const backOffice = block('Back office', 'Who is told of every finished call.', {
  url: url('Address', 'Where finished calls are posted.', {
    example: 'https://backoffice.example/customers/supportResult',
  }),
  mediaTypes: optional(
    list(
      'Media',
      'Which kinds of conversations are reported. Left out, all of them are.',
      choice('Medium', 'A kind of conversation.', mediaTypes, { example: 'voice' }),
      { atMost: mediaTypes.length, unique: true, examples: [['voice', 'callback']] },
    ),
  ),
  attempts: wholeNumber('Attempts', 'How often a report is tried, 1 to 10.', { minimum: 1, maximum: 10, default: 5 }),
  retryEvery: wholeNumber('Retry every', 'Minutes between two tries, 1 to 60.', {
    minimum: 1,
    maximum: 60,
    default: 2,
  }),
  timeout: wholeNumber('Longest try', 'Seconds one try may take, 1 to 60.', { minimum: 1, maximum: 60, default: 10 }),
});

/** What `settings.yaml` may hold. Descriptions speak to an administrator: editors show them and findings quote them. */
export const settingsSchema = settings(
  'Settings of the caller identification',
  { databases, identification, supportLine, backOffice },
  { checks },
);

/** The settings of the application as they are loaded: whatever has a default is there. */
export type Settings = SettingsOf<typeof settingsSchema>;

export type DatabaseName = Settings['databases']['order'][number];
export type LineSettings = Settings['supportLine']['lines'][number];
