import { provider, type ProviderConfig } from './base/provider';
import { block, optional, required, sensitive } from './base/schema';

/** How a gateway or proxy is signed in to. */
const auth = block('set', '0..1', {
  /** Also `GENESYSCLOUD_PROXY_AUTH_USERNAME`. */
  username: optional('string'),
  /** Also `GENESYSCLOUD_PROXY_AUTH_PASSWORD`. */
  password: optional('string'),
});

const schema = {
  /** Region of the org, for instance `eu-west-1`. Also `GENESYSCLOUD_REGION`. */
  awsRegion: optional('string'),
  /** OAuth client to sign in with. Also `GENESYSCLOUD_OAUTHCLIENT_ID`. */
  oauthclientId: optional('string'),
  /** Its secret; better left to `GENESYSCLOUD_OAUTHCLIENT_SECRET`. */
  oauthclientSecret: sensitive(optional('string')),
  /** Token to use instead of signing in. Also `GENESYSCLOUD_ACCESS_TOKEN`. */
  accessToken: optional('string'),

  /** A server that stands between Terraform and the org, or in its place. Also `GENESYSCLOUD_GATEWAY_…`. */
  gateway: block('set', '0..*', {
    /** `http` or `https`. */
    protocol: optional('string'),
    /** Host name. */
    host: optional('string'),
    /** Port, as text. */
    port: optional('string'),
    /** What the gateway puts before the paths of one kind. */
    pathParams: block('set', '0..*', {
      /** Which paths: `api` or `login`. */
      pathName: required('string'),
      /** What it puts there. */
      pathValue: required('string'),
    }),
    /** Accepted, but not used by the provider. */
    auth,
  }),
  /** A forward proxy. Also `GENESYSCLOUD_PROXY_…`. */
  proxy: block('set', '0..1', {
    /** `http` or `https`. */
    protocol: optional('string'),
    /** Host name. */
    host: optional('string'),
    /** Port, as text. */
    port: optional('string'),
    /** How to sign in to it. */
    auth,
  }),

  /** How long an object may stay invisible after it was made, for instance `30s`; `0s` fails at once. @default `5m` */
  customRetryTimeout: optional('string'),
  /** Tokens used at a time, 1 to 20 (50 since 1.84). Also `GENESYSCLOUD_TOKEN_POOL_SIZE`. @default 10 */
  tokenPoolSize: optional('number'),
  /** How long to wait for a free token. @default `5m` */
  tokenAcquireTimeout: optional('string'),
  /** How long to wait for the first tokens. @default `10m` */
  tokenInitTimeout: optional('string'),

  /** Write every request to a file, secrets included. */
  sdkDebug: optional('bool'),
  /** `Text` or `Json`. @default `Text` */
  sdkDebugFormat: optional('string'),
  /** That file. @default `sdk_debug.log` */
  sdkDebugFilePath: optional('string'),
  /** Log how tokens are used. */
  sdkClientPoolDebug: optional('bool'),
  /** Write stack traces of the provider to a file rather than crash. */
  logStackTraces: optional('bool'),
  /** That file. @default `genesyscloud_stack_traces.log` */
  logStackTracesFilePath: optional('string'),
};

export interface GenesyscloudProviderConfig extends ProviderConfig<typeof schema> {}

/** How Terraform reaches the org. What is left out is taken from the environment. */
export class GenesyscloudProvider extends provider(
  'genesyscloud',
  'mypurecloud/genesyscloud',
  schema,
)<GenesyscloudProviderConfig> {}
