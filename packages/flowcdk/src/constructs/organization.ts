import type { Construct } from 'constructs';
import {
  AzurermBackend,
  GcsBackend,
  HttpBackend,
  LocalBackend,
  S3Backend,
  type TerraformBackend,
  type TerraformStack,
} from '@flowcdk/provider-genesyscloud/cdktf';
import { GenesyscloudProvider } from '@flowcdk/provider-genesyscloud/lib/genesyscloud-provider';
import { defined } from '../ground/defined';

/** Which organisation a stack is deployed to. */
export interface OrganizationProps {
  /** AWS region of the organisation: `eu-central-1`. @default the environment's `GENESYSCLOUD_REGION` */
  readonly region?: string | undefined;
  /** Address of a local organisation instead: `http://127.0.0.1:8083`. */
  readonly gateway?: string | undefined;
  /** Version constraint of the provider. @default '~> 1.82' */
  readonly version?: string | undefined;
}

/** Where Terraform keeps the state: exactly one backend, with Terraform's own options. */
export interface BackendProps {
  readonly local?: { readonly path?: string | undefined } | undefined;
  readonly s3?: Readonly<Record<string, string | boolean>> | undefined;
  readonly http?: Readonly<Record<string, string | number | boolean>> | undefined;
  readonly gcs?: Readonly<Record<string, string>> | undefined;
  readonly azurerm?: Readonly<Record<string, string | boolean>> | undefined;
}

/**
 * The provider of a stack. Its OAuth client comes from the environment (`GENESYSCLOUD_OAUTHCLIENT_ID`,
 * `GENESYSCLOUD_OAUTHCLIENT_SECRET`), never from the JSON; a local organisation takes any.
 *
 * @example
 * ```ts
 * addProvider(new TerraformStack(new App(), 'reception'), { region: 'eu-central-1' });
 * ```
 */
export function addProvider(
  stack: TerraformStack,
  { region, gateway, version }: OrganizationProps,
): GenesyscloudProvider {
  const provider = new GenesyscloudProvider(stack, 'genesyscloud', {
    ...(region === undefined ? {} : { awsRegion: region }),
    ...(gateway === undefined ? {} : { gateway: [gatewayBlock(new URL(gateway))], ...localClient }),
  });
  if (version !== undefined) stack.addOverride('terraform.required_providers.genesyscloud.version', version);
  return provider;
}

/** With more tokens the provider (1.82.0) sets up its gateway for all of them at once, which sometimes crashes it. */
const localClient = { oauthclientId: 'local', oauthclientSecret: 'local', tokenPoolSize: 1 };

const gatewayBlock = ({ protocol, hostname, port }: URL): { protocol: string; host: string; port: string } => ({
  protocol: protocol.replace(':', ''),
  host: hostname,
  port: port === '' ? (protocol === 'https:' ? '443' : '80') : port,
});

type Options = Readonly<Record<string, string | number | boolean | undefined>>;
type BackendKind = keyof BackendProps;

const backends: Readonly<Record<BackendKind, (scope: Construct, options: object) => TerraformBackend>> = {
  local: (scope, options) => new LocalBackend(scope, options),
  s3: (scope, options) => new S3Backend(scope, options as { bucket: string; key: string }),
  http: (scope, options) => new HttpBackend(scope, options as { address: string }),
  gcs: (scope, options) => new GcsBackend(scope, options as { bucket: string }),
  azurerm: (scope, options) =>
    new AzurermBackend(scope, options as { storageAccountName: string; containerName: string; key: string }),
};

/** The option that says where a backend keeps a state. */
const places: Readonly<Record<BackendKind, string>> = {
  local: 'path',
  s3: 'key',
  http: 'address',
  gcs: 'prefix',
  azurerm: 'key',
};

/**
 * The backend of a stack. Two stacks never share a state: `{stack}` in the options stands for the stack's name. Without
 * `{stack}` the name is added to the key, path, prefix or address.
 *
 * ```
 * s3: { key: support-line.tfstate }         support-line-caller-identification.tfstate
 * s3: { key: support/{stack}.tfstate }      support/caller-identification.tfstate
 * ```
 *
 * @example
 * ```ts
 * addBackend(new TerraformStack(new App(), 'reception'), { s3: { bucket: 'states', key: '{stack}.tfstate' } });
 * ```
 */
export function addBackend(stack: TerraformStack, chosen: BackendProps): void {
  const [first] = Object.entries(defined(chosen)) as [BackendKind, Options][];
  const [kind, options] = first ?? (['local', {}] as const);
  const own = Object.entries(ownState(kind, defined(options), stack.node.id));
  backends[kind](stack, Object.fromEntries(own.map(([key, value]) => [camelCase(key), value])));
}

/** The options with the stack's name in its place. */
function ownState(kind: BackendKind, options: Options, stack: string): Options {
  const place = places[kind];
  const where = options[place];
  if (kind === 'local' && where === undefined) return { ...options, path: 'terraform.tfstate' };
  if (Object.values(options).some((value) => String(value).includes(PLACEHOLDER)))
    return mapTexts(options, (text) => text.replaceAll(PLACEHOLDER, stack));
  const shared = String(where ?? '');
  if (kind !== 'http') return { ...options, [place]: besideFile(shared, stack) };
  const own = besideAddress(shared, stack);
  // The addresses of locks lie below the address of the state: `…/state/support-line/lock`.
  return mapTexts(options, (text) => (`${text}/`.startsWith(`${shared}/`) ? own + text.slice(shared.length) : text));
}

const mapTexts = (options: Options, change: (text: string) => string): Options =>
  Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key, typeof value === 'string' ? change(value) : value]),
  );

const PLACEHOLDER = '{stack}';

/** `a/b.tfstate` → `a/b-stack.tfstate` */
const besideFile = (path: string, stack: string): string =>
  path === '' || path.endsWith('/') ? `${path}${stack}` : path.replace(/(\.[^./]+)?$/, `-${stack}$1`);

/** `https://host/a` → `https://host/a-stack`; GitLab allows no further part. */
const besideAddress = (address: string, stack: string): string =>
  /^[a-z]+:\/\/[^/]+$/.test(address) ? `${address}/${stack}` : `${address}-${stack}`;

const camelCase = (key: string): string => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
