import type { Construct } from 'constructs';
import {
  AzurermBackend,
  GcsBackend,
  HttpBackend,
  LocalBackend,
  S3Backend,
  type TerraformBackend,
  TerraformStack,
} from '../cdktf';
import { GenesyscloudProvider } from '../provider';

/** Which organisation a stack is deployed to. */
export interface OrganizationProps {
  /** AWS region of the organisation: `eu-central-1`. @default the environment's `GENESYSCLOUD_REGION` */
  readonly region?: string;
  /** Address of a local organisation instead: `http://127.0.0.1:8083`. */
  readonly gateway?: string;
  /** Version constraint of the provider. @default '~> 1.82' */
  readonly version?: string;
}

/** Where Terraform keeps the state: exactly one of them, with Terraform's own options. */
export interface BackendProps {
  readonly local?: { readonly path?: string };
  readonly s3?: Readonly<Record<string, string | boolean>>;
  readonly http?: Readonly<Record<string, string | number | boolean>>;
  readonly gcs?: Readonly<Record<string, string>>;
  readonly azurerm?: Readonly<Record<string, string | boolean>>;
}

/**
 * The provider of a stack. Its OAuth client comes from the environment (`GENESYSCLOUD_OAUTHCLIENT_ID`,
 * `GENESYSCLOUD_OAUTHCLIENT_SECRET`), never from the JSON; a local organisation takes any.
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

const localClient = { oauthclientId: 'local', oauthclientSecret: 'local', tokenPoolSize: 1 };

const gatewayBlock = ({ protocol, hostname, port }: URL): { protocol: string; host: string; port: string } => ({
  protocol: protocol.replace(':', ''),
  host: hostname,
  port: port === '' ? (protocol === 'https:' ? '443' : '80') : port,
});

const backends: Readonly<Record<keyof BackendProps, (scope: Construct, options: object) => TerraformBackend>> = {
  local: (scope, options) => new LocalBackend(scope, options),
  s3: (scope, options) => new S3Backend(scope, options as { bucket: string; key: string }),
  http: (scope, options) => new HttpBackend(scope, options as { address: string }),
  gcs: (scope, options) => new GcsBackend(scope, options as { bucket: string }),
  azurerm: (scope, options) =>
    new AzurermBackend(scope, options as { storageAccountName: string; containerName: string; key: string }),
};

/** The backend of a stack. A key or path gets the stack's name in it, so that stacks do not share a state. */
export function addBackend(stack: TerraformStack, chosen: BackendProps): void {
  const [kind, options] = Object.entries(chosen)[0] ?? ['local', {}];
  const { id } = stack.node;
  const own = Object.fromEntries(
    Object.entries({ ...defaults[kind as keyof BackendProps], ...options }).map(([key, value]) => [
      camelCase(key),
      typeof value === 'string' ? value.replaceAll('{stack}', id) : value,
    ]),
  );
  backends[kind as keyof BackendProps](stack, own);
}

const defaults: Readonly<Record<keyof BackendProps, Readonly<Record<string, string>>>> = {
  local: { path: 'terraform.tfstate' },
  s3: {},
  http: {},
  gcs: {},
  azurerm: {},
};

const camelCase = (key: string): string => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
