/**
 * What `settings.yaml` may hold, as JSON Schema. Editors read the same from `settings.schema.json`, which a test keeps
 * equal to this constant. Descriptions are shown by editors and quoted in findings, so they speak to an administrator.
 *
 * What a schema cannot say well (names that have to match each other) is in `checks.ts`.
 */

export interface Schema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** What the pattern allows, in words: "… has to be <this>". Known to VS Code and the YAML language server. */
  readonly patternErrorMessage?: string;
  readonly format?: 'date' | 'time-zone' | 'uri';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly default?: string | number | readonly [];
  readonly examples?: readonly (string | number | boolean | object)[];
}

export type SchemaType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';

/** Regions of Genesys Cloud as its Terraform provider knows them. */
const regions = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ca-central-1',
  'mx-central-1',
  'sa-east-1',
  'eu-central-1',
  'eu-central-2',
  'eu-west-1',
  'eu-west-2',
  'eusc-de-east-1',
  'me-central-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'dca',
  'tca',
];

const databaseNames = ['alpha', 'beta', 'gamma'];
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A block with exactly these settings; those not named in `optional` have to be there. */
function block(
  title: string,
  description: string,
  properties: Record<string, Schema>,
  optional: string[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return {
    title,
    description,
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    properties,
    additionalProperties: false,
  };
}

function list(title: string, description: string, items: Schema, atMost: number, atLeast = 1): Schema {
  return { title, description, type: 'array', minItems: atLeast, maxItems: atMost, items };
}

/** A name or a short line. White space alone is an oversight that would show much later. */
function line(title: string, description: string, example: string, longest = 200): Schema {
  return {
    title,
    description,
    type: 'string',
    pattern: '\\S',
    patternErrorMessage: 'a text with something in it',
    maxLength: longest,
    examples: [example],
  };
}

/** Something a caller hears. */
function spoken(title: string, description: string, example: string): Schema {
  return line(title, description, example, 2000);
}

function patterned(
  title: string,
  description: string,
  pattern: string,
  allowed: string,
  ...examples: string[]
): Schema {
  return { title, description, type: 'string', pattern, patternErrorMessage: allowed, maxLength: 200, examples };
}

function url(title: string, description: string, example: string): Schema {
  return {
    title,
    description,
    type: 'string',
    format: 'uri',
    pattern: '^https?://[^\\s/?#@]+(/[^\\s/?#]+)*$',
    patternErrorMessage:
      'an address that begins with https:// or http:// and has no "/" at its end, no "?" or "#" and no user name',
    maxLength: 500,
    examples: [example],
  };
}

function wholeNumber(title: string, description: string, minimum: number, maximum: number, example: number): Schema {
  return { title, description, type: 'integer', minimum, maximum, examples: [example] };
}

/** A whole number that may be left out. */
function optionalNumber(
  title: string,
  description: string,
  minimum: number,
  maximum: number,
  otherwise: number,
): Schema {
  return { ...wholeNumber(title, description, minimum, maximum, otherwise), default: otherwise };
}

/** Options of a Terraform backend that are not named here are handed on as they are. */
function backend(title: string, description: string, properties: Record<string, Schema>, others: SchemaType[]): Schema {
  return {
    ...block(title, description, properties),
    propertyNames: {
      type: 'string',
      pattern: '^[a-z][a-z0-9_]*$',
      patternErrorMessage: 'lower-case letters, digits and underscores',
      maxLength: 60,
    },
    additionalProperties: {
      description: 'An option of the backend, as Terraform documents it.',
      type: others,
      maxLength: 1000,
    },
  };
}

const lookupTimeout = optionalNumber(
  'Longest lookup',
  'How long one lookup in this database may take, in seconds, 1 to 60. If left out: 5.',
  1,
  60,
  5,
);

const timeOfDay = (title: string, description: string, example: string): Schema =>
  patterned(
    title,
    description,
    '^([01]\\d|2[0-3]):[0-5]\\d$',
    'a time from 00:00 to 23:59, hours in two digits',
    example,
  );

const provider = block(
  'Organisation',
  'Which organisation is deployed to: `region` for one in the cloud, or `gateway` for a local one. Exactly one of the two.',
  {
    region: {
      title: 'Region',
      description:
        'AWS region of the Genesys Cloud organisation. eusc-de-east-1 needs version 1.83 of the Terraform provider.',
      type: 'string',
      enum: regions,
      examples: ['eu-central-1'],
    },
    gateway: {
      title: 'Gateway',
      description: 'Address of a local organisation, as `npm start` prints it.',
      type: 'string',
      format: 'uri',
      pattern: '^https?://[^\\s/?#@]+$',
      patternErrorMessage: 'http:// or https://, a host and, if need be, a port, with nothing behind it',
      maxLength: 200,
      examples: ['http://127.0.0.1:8083'],
    },
    version: {
      ...patterned(
        'Version of the Terraform provider',
        'Which versions of the Terraform provider mypurecloud/genesyscloud may be used. If left out: ~> 1.82.',
        '^(=|!=|>|>=|<|<=|~>)? ?\\d+(\\.\\d+){0,2}(, ?(=|!=|>|>=|<|<=|~>)? ?\\d+(\\.\\d+){0,2})*$',
        "a version or a range in Terraform's notation",
        '~> 1.82',
        '>= 1.82.0, < 2.0.0',
      ),
      default: '~> 1.82',
    },
  },
  ['region', 'gateway', 'version'],
);

const backends: Schema = {
  ...block(
    'State of Terraform',
    'Where Terraform keeps its state: exactly one of these. If left out: a file in the folder of the stack. Keys and passwords do not belong here; Terraform reads them from the environment.',
    {
      local: block(
        'File',
        'A file on this machine.',
        {
          path: line('Path', 'Path of the file. If left out: terraform.tfstate.', '../state/support-line.tfstate', 500),
        },
        ['path'],
      ),
      s3: backend(
        'Amazon S3',
        "A bucket of Amazon S3. Further options are Terraform's own: `encrypt`, `use_lockfile`, `profile` …",
        {
          bucket: line('Bucket', 'Name of the bucket.', 'example-terraform-state'),
          key: line('Key', 'Path of the state inside the bucket.', 'support-line.tfstate', 500),
          region: line('Region', 'AWS region of the bucket.', 'eu-central-1'),
        },
        ['string', 'boolean'],
      ),
      http: backend(
        'HTTP',
        "A server that keeps states, for example GitLab's. Further options are Terraform's own: `lock_address`, `lock_method`, `retry_max` …",
        { address: url('Address', 'Where the state is read and written.', 'https://state.example/support-line') },
        ['string', 'number', 'boolean'],
      ),
      gcs: {
        ...backend(
          'Google Cloud Storage',
          "A bucket of Google Cloud Storage. Further options are Terraform's own.",
          {
            bucket: line('Bucket', 'Name of the bucket.', 'example-terraform-state'),
            prefix: line('Prefix', 'Path of the state inside the bucket. If left out: its root.', 'support-line'),
          },
          ['string'],
        ),
        required: ['bucket'],
      },
      azurerm: backend(
        'Azure Blob Storage',
        "A container of an Azure storage account. Further options are Terraform's own: `use_azuread_auth`, `resource_group_name` …",
        {
          storage_account_name: line('Storage account', 'Name of the storage account.', 'examplestate'),
          container_name: line('Container', 'Name of the container.', 'terraform'),
          key: line('Key', 'Name of the state inside the container.', 'support-line.tfstate', 500),
        },
        ['string', 'boolean'],
      ),
    },
    ['local', 's3', 'http', 'gcs', 'azurerm'],
  ),
  minProperties: 1,
  maxProperties: 1,
  examples: [{ local: {} }],
};

const databases = block('Customer databases', 'Where callers are looked up by their number.', {
  order: {
    ...list(
      'Order',
      'In which order the databases are asked; the first that knows the caller ends the search. One that is not listed is not asked.',
      { type: 'string', enum: databaseNames, examples: ['alpha'] },
      databaseNames.length,
    ),
    uniqueItems: true,
    examples: [databaseNames],
  },
  alpha: block(
    'Alpha',
    'Asked with the number in international form (+33199001234); answers in JSON.',
    {
      baseUrl: url('Address', 'Where the database answers, without "/" at the end.', 'https://alpha.customers.example'),
      timeout: lookupTimeout,
    },
    ['timeout'],
  ),
  beta: block(
    'Beta',
    'Asked with the number in national form (0199001234) where the caller is from its own country.',
    {
      baseUrl: url('Address', 'Where the database answers, without "/" at the end.', 'https://beta.customers.example'),
      timeout: lookupTimeout,
      countryCode: patterned(
        'Country code',
        'Dialling code of the country whose national numbers the database holds, in quotes.',
        '^[1-9]\\d{0,2}$',
        'one to three digits, without + or zeros in front',
        '33',
      ),
      trunkPrefix: patterned(
        'Trunk prefix',
        'What national numbers begin with, in quotes: "0" in France and Great Britain, "" in Spain.',
        '^\\d{0,3}$',
        'up to three digits, or "" where there is none',
        '0',
      ),
    },
    ['timeout'],
  ),
  gamma: block(
    'Gamma',
    'Asked with an access token, which is fetched first. The client id and secret are Terraform variables.',
    {
      baseUrl: url('Address', 'Where the database answers, without "/" at the end.', 'https://gamma.customers.example'),
      timeout: lookupTimeout,
      loginUrl: url(
        'Login',
        'Where an access token is had with client credentials.',
        'https://login.gamma.customers.example/oauth/token',
      ),
    },
    ['timeout'],
  ),
});

const identification = block(
  'Identification',
  'How the caller is recognised, and how long the call flow waits for it.',
  {
    deadline: wholeNumber(
      'Deadline',
      'How long, in seconds, the call flow goes on looking for a result after its first look, 1 to 300. Then the call goes on without.',
      1,
      300,
      20,
    ),
    lookEvery: wholeNumber(
      'Look every',
      'Seconds between two looks, 1 to 30 and not more than the deadline. The caller hears or answers something meanwhile.',
      1,
      30,
      3,
    ),
    launchRole: line(
      'Role for the launch',
      'Name of a role the organisation has already, which holds architect:flow:launch. If left out: a role is made. Needed where the deploying client may not hand on a role it does not hold itself.',
      'Flow launcher',
    ),
  },
  ['launchRole'],
);

const reasonKey = (description: string): Schema =>
  patterned(
    'Key',
    description,
    '^[a-z0-9][a-z0-9-]{0,39}$',
    'lower-case letters, digits and "-", at most 40, with a letter or digit in front',
    'order',
  );

const texts = block('Texts', 'What callers on this line hear.', {
  greeting: spoken('Greeting', 'The first thing a caller hears.', 'Welcome to Example.'),
  reasonQuestion: spoken(
    'Question for the reason',
    'Asks what the call is about; the offers of the reasons follow.',
    'What can we help you with?',
  ),
  reasons: {
    title: 'Offers',
    description: 'What is said for each reason, by the key of the reason.',
    type: 'object',
    propertyNames: reasonKey('The key of a reason.'),
    additionalProperties: spoken('Offer', 'What is said to offer the reason.', 'For an order, press 1.'),
    examples: [{ order: 'For an order, press 1.' }],
  },
  firstTimeQuestion: spoken(
    'First call?',
    'Asked while the caller is being looked up.',
    'Is it the first time you call us? Press 1 for yes, 2 for no.',
  ),
  oneMoment: spoken('One moment', 'Said while the caller is still being looked up.', 'One moment, please.'),
  stillLooking: spoken(
    'Still looking',
    'Said every few seconds after that, so that nobody waits in silence. Keep it short.',
    'Still looking.',
  ),
  welcomeBack: block('Welcome back', 'Said to a caller who was recognised, around the name.', {
    before: spoken('Before the name', 'Said before the name.', 'Good to hear from you, '),
    after: spoken('After the name', 'Said after the name.', '.'),
  }),
  customerNumberQuestion: spoken(
    'Customer number?',
    'Asks a caller who was not recognised for the customer number.',
    'Please enter your customer number, then the hash key.',
  ),
  customerNumberThanks: spoken('Thanks', 'Said when the customer number was entered.', 'Thank you.'),
  transfer: spoken('Transfer', 'Said before the caller is transferred.', 'You are being connected.'),
  transferFailed: spoken(
    'Transfer failed',
    'Said when nobody can take the call; the call then ends.',
    'Nobody is free just now. Please call again later.',
  ),
  closed: spoken('Closed', 'Said outside the opening hours and on holidays; the call then ends.', 'We are closed.'),
  error: spoken(
    'Error',
    'Said when something went wrong; the call then ends.',
    'Something went wrong. Please call again.',
  ),
});

const supportLine = block('Support line', 'The telephone line: its numbers, texts, hours and queues.', {
  lines: list(
    'Lines',
    'One line per language; callers choose it by the number they dial. The first is the default.',
    block(
      'Line',
      'A language with its numbers and texts.',
      {
        language: patterned(
          'Language',
          'Language and country as Architect knows them, in lower-case letters.',
          '^[a-z]{2,3}(-[a-z0-9]{2,8}){1,2}$',
          'a language and a country in lower-case letters with "-" between',
          'en-us',
          'fr-fr',
        ),
        voice: line('Voice', "The voice that reads the texts. If left out: Architect's own.", 'Jill'),
        numbers: {
          ...list(
            'Numbers',
            'The numbers callers dial, in quotes. Each belongs to one line only.',
            patterned(
              'Number',
              'A telephone number in international form, in quotes.',
              '^\\+[1-9]\\d{6,14}$',
              'a "+", the country code and the number, 7 to 15 digits in all, without spaces',
              '+442079460101',
            ),
            1000,
          ),
          uniqueItems: true,
          examples: [['+442079460101']],
        },
        texts,
      },
      ['voice'],
    ),
    50,
  ),
  openingHours: block(
    'Opening hours',
    'When calls are answered. Outside of them the text `closed` is heard.',
    {
      timeZone: {
        title: 'Time zone',
        description: 'The time zone of the times below, as the IANA names it.',
        type: 'string',
        format: 'time-zone',
        maxLength: 60,
        examples: ['Europe/Paris'],
      },
      days: {
        ...list(
          'Days',
          'The days of the week on which calls are answered.',
          { type: 'string', enum: weekdays, examples: ['monday'] },
          weekdays.length,
        ),
        uniqueItems: true,
        examples: [['monday', 'tuesday']],
      },
      from: timeOfDay('From', 'When the line opens, in local time.', '08:30'),
      to: timeOfDay('To', 'When the line closes, in local time; later than `from` on the same day.', '18:00'),
      holidays: {
        ...list(
          'Holidays',
          'Days on which nobody answers. If left out: none.',
          block('Holiday', 'A whole day on which nobody answers.', {
            name: line('Name', 'What the day is called; seen in Genesys Cloud.', 'Christmas Day'),
            date: {
              title: 'Date',
              description: 'The day as year-month-day.',
              type: 'string',
              format: 'date',
              maxLength: 10,
              examples: ['2026-12-25'],
            },
          }),
          366,
          0,
        ),
        default: [],
      },
    },
    ['holidays'],
  ),
  reasons: list(
    'Reasons',
    'What a call can be about, in the order in which it is offered: the first is key 1, the second key 2 … At most nine.',
    block(
      'Reason',
      'Something a call can be about.',
      {
        key: reasonKey('Short name of the reason; agents and reports see it.'),
        queue: line('Queue', 'The name of the queue, one of `queues`, where such calls go.', 'Orders'),
        priority: optionalNumber(
          'Priority',
          'Added to the priority of the call, 0 to 25000000. If left out: 0.',
          0,
          25_000_000,
          0,
        ),
      },
      ['priority'],
    ),
    9,
  ),
  defaultQueue: line('Default queue', 'The name of the queue, one of `queues`, for calls without a reason.', 'General'),
  queues: list(
    'Queues',
    'The queues calls can go to; they are created if need be.',
    block(
      'Queue',
      'A queue agents take calls from.',
      {
        name: line('Name', 'Name of the queue in Genesys Cloud.', 'Orders'),
        description: line(
          'Description',
          'What the queue is for; seen in Genesys Cloud.',
          'New and running orders',
          1000,
        ),
        afterCallWorkTimeout: optionalNumber(
          'After-call work',
          'After-call work ends by itself after so many seconds, 1 to 3600. If left out: 60.',
          1,
          3600,
          60,
        ),
      },
      ['description', 'afterCallWorkTimeout'],
    ),
    200,
  ),
  wrapUpCodes: {
    ...list(
      'Wrap-up codes',
      'What an agent can say of a call afterwards.',
      line('Wrap-up code', 'Name of a wrap-up code.', 'Order changed'),
      200,
    ),
    uniqueItems: true,
    examples: [['Order changed']],
  },
});

const backOffice = block(
  'Back office',
  'Who is told of every finished call.',
  {
    url: url('Address', 'Where finished calls are posted.', 'https://backoffice.example/calls'),
    attempts: optionalNumber('Attempts', 'How often a report is tried, 1 to 10. If left out: 5.', 1, 10, 5),
    retryEvery: optionalNumber('Retry every', 'Minutes between two tries, 1 to 60. If left out: 2.', 1, 60, 2),
    timeout: optionalNumber('Longest try', 'Seconds one try may take, 1 to 60. If left out: 10.', 1, 60, 10),
  },
  ['attempts', 'retryEvery', 'timeout'],
);

const ruleName = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
const ruleWords = 'the name of a rule: lower-case words with "-" between them';

const check: Schema = {
  title: 'Rules',
  description:
    'How much a rule of `flowcdk check` matters, by its name: `off`, `warn` or `error`. If left out: what the rule says itself.',
  type: 'object',
  propertyNames: { type: 'string', pattern: ruleName, patternErrorMessage: ruleWords, maxLength: 60 },
  additionalProperties: {
    title: 'Severity',
    description: '`off` never tells, `warn` tells, `error` also keeps `flowcdk synth` from writing anything.',
    type: 'string',
    enum: ['off', 'warn', 'error'],
    examples: ['warn'],
  },
};

const silenced = list(
  'Silenced findings',
  'Findings of `flowcdk check` that were looked at and are meant to be. If left out: none.',
  block('Silenced finding', 'Findings of one rule in one place.', {
    rule: patterned('Rule', 'Name of the rule.', ruleName, ruleWords, 'constant-condition'),
    path: line('Path', 'Where, as the finding says it; `*` stands for anything.', 'support-line / Ask / *', 500),
    reason: line('Reason', 'Why it is meant to be.', 'The number is read out to callers.', 500),
  }),
  100,
);

export const settingsSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...block(
    'Settings of Flowcdk',
    'What an administrator decides. Secrets are not among it; they are Terraform variables.',
    {
      provider,
      backend: backends,
      division: line(
        'Division',
        "Name of the division everything is created in. If left out: the organisation's home division.",
        'Customer service',
      ),
      databases,
      identification,
      supportLine,
      backOffice,
      check,
      silenced,
      longestSilence: optionalNumber(
        'Longest silence',
        'Seconds a caller may hear nothing after the call was answered, 1 to 60. flowcdk check warns of more. If left out: 5.',
        1,
        60,
        5,
      ),
    },
    ['backend', 'division', 'check', 'silenced', 'longestSilence'],
  ),
};
