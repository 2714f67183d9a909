import type { Static, TObject, TProperties, TString, TUnsafe } from '@sinclair/typebox';
import { type SettingsCheck, isBlock } from './checks';
import { block, list, optional, record } from './containers';
import type { JsonSchema, JsonType } from './json-schema';
import { typed } from './typebox';
import { organisationProblem, secretInFile, severalBackends } from './messages';
import { choice, line, type LineOptions, patternedText, url, wholeNumber } from './values';

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
] as const;

const gateway: TString = {
  ...url('Gateway', 'Address of a local organisation, as `flowcdk start` prints it.', {
    example: 'http://127.0.0.1:8083',
  }),
  pattern: '^https?://[^\\s/?#@]+$',
  patternErrorMessage: 'http:// or https://, a host and, if need be, a port, with nothing behind it',
  maxLength: 200,
};

const provider = block(
  'Organisation',
  'Which organisation is deployed to: `region` for one in the cloud, or `gateway` for a local one. Exactly one of the two.',
  {
    region: optional(
      choice(
        'Region',
        'AWS region of the Genesys Cloud organisation. eusc-de-east-1 needs version 1.83 of the Terraform provider.',
        regions,
        { example: 'eu-central-1' },
      ),
    ),
    gateway: optional(gateway),
    version: patternedText(
      'Version of the Terraform provider',
      'Which versions of the Terraform provider mypurecloud/genesyscloud may be used.',
      {
        pattern: /^(=|!=|>|>=|<|<=|~>)? ?\d+(\.\d+){0,2}(, ?(=|!=|>|>=|<|<=|~>)? ?\d+(\.\d+){0,2})*$/,
        allowed: "a version or a range in Terraform's notation",
        default: '~> 1.82',
        examples: ['>= 1.82.0, < 2.0.0'],
      },
    ),
  },
);

const pathOfState = (title: string, description: string, options: LineOptions) =>
  line(title, description, { longest: 500, ...options });

const exactlyOneOf = <P extends TProperties>(settings: TObject<P>): TObject<P> => ({
  ...settings,
  minProperties: 1,
  maxProperties: 1,
});

const backends = exactlyOneOf(
  block(
    'State of Terraform',
    'Where Terraform keeps its state: exactly one of these. If left out: a file in the folder of the stack. Keys and passwords do not belong here; Terraform reads them from the environment.',
    {
      local: optional(
        block('File', 'A file on this machine.', {
          path: optional(
            pathOfState('Path', 'Path of the file.', { example: '../state/support-line.tfstate' }),
            'terraform.tfstate',
          ),
        }),
      ),
      s3: optional(
        backend(
          'Amazon S3',
          "A bucket of Amazon S3. Further options are Terraform's own: `encrypt`, `use_lockfile`, `profile` …",
          {
            bucket: line('Bucket', 'Name of the bucket.', { example: 'example-terraform-state' }),
            key: pathOfState('Key', 'Path of the state inside the bucket.', { example: 'support-line.tfstate' }),
            region: line('Region', 'AWS region of the bucket.', { example: 'eu-central-1' }),
          },
          ['string', 'boolean'],
        ),
      ),
      http: optional(
        backend(
          'HTTP',
          "A server that keeps states, for example GitLab's. Further options are Terraform's own: `lock_address`, `lock_method`, `retry_max` …",
          {
            address: url('Address', 'Where the state is read and written.', {
              example: 'https://state.example/support-line',
            }),
          },
          ['string', 'number', 'boolean'],
        ),
      ),
      gcs: optional(
        backend(
          'Google Cloud Storage',
          "A bucket of Google Cloud Storage. Further options are Terraform's own.",
          {
            bucket: line('Bucket', 'Name of the bucket.', { example: 'example-terraform-state' }),
            prefix: optional(
              line('Prefix', 'Path of the state inside the bucket.', { example: 'support-line' }),
              'its root',
            ),
          },
          ['string'],
        ),
      ),
      azurerm: optional(
        backend(
          'Azure Blob Storage',
          "A container of an Azure storage account. Further options are Terraform's own: `use_azuread_auth`, `resource_group_name` …",
          {
            storage_account_name: line('Storage account', 'Name of the storage account.', { example: 'examplestate' }),
            container_name: line('Container', 'Name of the container.', { example: 'terraform' }),
            key: pathOfState('Key', 'Name of the state inside the container.', { example: 'support-line.tfstate' }),
          },
          ['string', 'boolean'],
        ),
      ),
    },
    { examples: [{ local: {} }] },
  ),
);

interface OfJsonType {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
}

/** Options of a Terraform backend that are not named here are handed on as they are. */
function backend<P extends TProperties, T extends JsonType & keyof OfJsonType>(
  title: string,
  description: string,
  properties: P,
  others: readonly T[],
): TUnsafe<Static<TObject<P>> & Record<string, OfJsonType[T]>> {
  return typed('Unsafe', {
    ...(block(title, description, properties) as unknown as JsonSchema),
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
  });
}

const division = optional(
  line('Division', 'Name of the division everything is created in.', { example: 'Customer service' }),
  "the organisation's home division",
);

const nameOfRule = (description: string) =>
  patternedText('Rule', description, {
    pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    allowed: 'the name of a rule: lower-case words with "-" between them',
    example: 'constant-condition',
    longest: 60,
  });

const check = optional(
  record(
    'Rules',
    'How much a rule of `flowcdk check` matters, by its name: `off`, `warn` or `error`.',
    choice(
      'Severity',
      '`off` never tells, `warn` tells, `error` also keeps `flowcdk synth` from writing anything.',
      ['off', 'warn', 'error'],
      { example: 'warn' },
    ),
    { names: nameOfRule('Name of the rule.') },
  ),
  'what the rule says itself',
);

const silenced = optional(
  list(
    'Silenced findings',
    'Findings of `flowcdk check` that were looked at and are meant to be.',
    block('Silenced finding', 'Findings of one rule in one place.', {
      rule: nameOfRule('Name of the rule.'),
      path: line('Path', 'Where, as the finding says it; `*` stands for anything.', {
        example: 'support-line / Ask / *',
        longest: 500,
      }),
      reason: line('Reason', 'Why it is meant to be.', {
        example: 'The number is read out to callers.',
        longest: 500,
      }),
    }),
    { atMost: 100 },
  ),
  'none',
);

const longestSilence = wholeNumber(
  'Longest silence',
  'Seconds a caller may hear nothing after the call was answered, 1 to 60. flowcdk check warns of more.',
  { minimum: 1, maximum: 60, default: 5 },
);

/** What comes before and after an application's own settings, in the order in which they are listed. */
export const standardProperties = {
  before: { provider, backend: optional(backends), division },
  after: { check, silenced, longestSilence },
};

/** Names that no setting of an application can have. */
export const standardNames: readonly string[] = Object.values(standardProperties).flatMap(Object.keys);

/** What has to agree in the standard settings. */
export const standardChecks: readonly SettingsCheck[] = [
  function* organisation(settings) {
    const written = settings.at('provider');
    if (!isBlock(written)) return;
    const hasRegion = Object.hasOwn(written, 'region');
    if (hasRegion === Object.hasOwn(written, 'gateway')) {
      yield { path: 'provider', ...organisationProblem(hasRegion, settings.overlay) };
    }
  },
  function* oneBackend(settings) {
    const names = Object.keys(settings.block('backend'));
    if (names.length > 1) yield { path: 'backend', ...severalBackends(names, settings.overlay) };
  },
  function* noSecrets(settings) {
    for (const [name, options] of Object.entries(settings.block('backend'))) {
      for (const option of isBlock(options) ? Object.keys(options) : []) {
        if (SECRETS.has(option)) yield { path: ['backend', name, option], onKey: true, ...secretInFile(option) };
      }
    }
  },
];

/** Options of backends that Terraform takes and a file should not hold. */
const SECRETS = new Set([
  ...['access_key', 'secret_key', 'token', 'sse_customer_key'],
  ...['password', 'client_private_key_pem'],
  ...['access_token', 'encryption_key', 'credentials'],
  ...['sas_token', 'client_secret', 'client_certificate_password', 'oidc_token', 'oidc_request_token'],
]);
