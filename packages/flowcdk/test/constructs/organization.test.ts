import { queue } from '../../src';
import type { BackendProps, OrganizationProps } from '../../src/constructs';
import { stackOf } from './private/stack';

describe('the provider', () => {
  test.each<[string, OrganizationProps, unknown]>([
    ['an organisation in the cloud', { region: 'eu-central-1' }, { aws_region: 'eu-central-1' }],
    ['the organisation the environment names', {}, {}],
    ['the same, with what is undefined', { region: undefined, gateway: undefined, version: undefined }, {}],
    [
      'a local organisation',
      { gateway: 'http://127.0.0.1:8083' },
      {
        gateway: [{ protocol: 'http', host: '127.0.0.1', port: '8083' }],
        oauthclient_id: 'local',
        oauthclient_secret: 'local',
        token_pool_size: 1,
      },
    ],
    [
      'a gateway without a port',
      { gateway: 'https://genesys.example' },
      expect.objectContaining({ gateway: [{ protocol: 'https', host: 'genesys.example', port: '443' }] }),
    ],
  ])('%s', (_, organization, written) => {
    expect(stackOf([], { organization }).provider).toEqual({ genesyscloud: [written] });
  });

  test.each([
    [undefined, '~> 1.82'],
    ['1.84.1', '1.84.1'],
    ['>= 1.82.0, < 2.0.0', '>= 1.82.0, < 2.0.0'],
  ])('the version %s is required as %s', (version, required) => {
    const { terraform } = stackOf([], { organization: { region: 'eu-central-1', version } });

    expect(terraform.required_providers).toEqual({
      genesyscloud: { source: 'mypurecloud/genesyscloud', version: required },
    });
  });

  test('nobody signs in with anything that stands in the JSON', () => {
    expect(stackOf([queue({ name: 'Orders' })]).text).not.toMatch(/oauthclient|access_token|secret/);
  });
});

const azure = { storage_account_name: 'states', container_name: 'flows', use_azuread_auth: true };

describe("the state, with Terraform's own options", () => {
  test.each<[string, BackendProps | undefined, unknown]>([
    ['beside the JSON if nothing is said', undefined, { local: { path: 'terraform.tfstate' } }],
    ['the same, with what is undefined', { local: undefined, s3: undefined }, { local: { path: 'terraform.tfstate' } }],
    ['beside the JSON if no path is said', { local: { path: undefined } }, { local: { path: 'terraform.tfstate' } }],
    [
      'in another than the first, which is undefined',
      { local: undefined, gcs: { bucket: 'states', prefix: '{stack}' } },
      { gcs: { bucket: 'states', prefix: 'reception' } },
    ],
    ['in a file', { local: { path: '../{stack}.tfstate' } }, { local: { path: '../reception.tfstate' } }],
    [
      'in S3',
      {
        s3: {
          bucket: 'states',
          key: 'flows/{stack}.tfstate',
          region: 'eu-central-1',
          use_lockfile: true,
          dynamodb_table: 'locks',
          skip_s3_checksum: true,
          ec2_metadata_service_endpoint: 'http://127.0.0.1',
        },
      },
      {
        s3: {
          bucket: 'states',
          key: 'flows/reception.tfstate',
          region: 'eu-central-1',
          use_lockfile: true,
          dynamodb_table: 'locks',
          skip_s3_checksum: true,
          ec2_metadata_service_endpoint: 'http://127.0.0.1',
        },
      },
    ],
    [
      'at a server',
      {
        http: {
          address: 'https://states.example/{stack}',
          lock_address: 'https://states.example/{stack}/lock',
          lock_method: 'POST',
          retry_max: 3,
          skip_cert_verification: false,
        },
      },
      {
        http: {
          address: 'https://states.example/reception',
          lock_address: 'https://states.example/reception/lock',
          lock_method: 'POST',
          retry_max: 3,
          skip_cert_verification: false,
        },
      },
    ],
    [
      'in Google Cloud Storage',
      { gcs: { bucket: 'states', prefix: 'flows/{stack}', impersonate_service_account: 'flows' } },
      { gcs: { bucket: 'states', prefix: 'flows/reception', impersonate_service_account: 'flows' } },
    ],
    [
      'in Azure Blob Storage',
      { azurerm: { ...azure, key: '{stack}.tfstate', use_oidc: true } },
      { azurerm: { ...azure, key: 'reception.tfstate', use_oidc: true } },
    ],
  ])('%s', (_, backend, written) => {
    expect(stackOf([], backend ? { backend } : {}).terraform.backend).toEqual(written);
  });
});

describe('two stacks never share a state: without {stack} the name of the stack is added', () => {
  test.each<[BackendProps, unknown]>([
    [{ local: { path: '../state/flows.tfstate' } }, { local: { path: '../state/flows-reception.tfstate' } }],
    [{ s3: { bucket: 'b', key: 'flows.tfstate' } }, { s3: { bucket: 'b', key: 'flows-reception.tfstate' } }],
    [{ s3: { bucket: 'b', key: 'v1.2/flows' } }, { s3: { bucket: 'b', key: 'v1.2/flows-reception' } }],
    [{ s3: { bucket: '{stack}', key: 'flows' } }, { s3: { bucket: 'reception', key: 'flows' } }],
    [{ gcs: { bucket: 'b' } }, { gcs: { bucket: 'b', prefix: 'reception' } }],
    [{ gcs: { bucket: 'b', prefix: 'flows/' } }, { gcs: { bucket: 'b', prefix: 'flows/reception' } }],
    [{ azurerm: { ...azure, key: 'a.tfstate' } }, { azurerm: { ...azure, key: 'a-reception.tfstate' } }],
    [{ http: { address: 'https://states.example' } }, { http: { address: 'https://states.example/reception' } }],
    [
      {
        http: {
          address: 'https://git.example/state/flows',
          lock_address: 'https://git.example/state/flows/lock',
          unlock_address: 'https://git.example/state/flows/lock',
        },
      },
      {
        http: {
          address: 'https://git.example/state/flows-reception',
          lock_address: 'https://git.example/state/flows-reception/lock',
          unlock_address: 'https://git.example/state/flows-reception/lock',
        },
      },
    ],
  ])('%j', (backend, written) => {
    expect(stackOf([], { backend }).terraform.backend).toEqual(written);
  });
});
