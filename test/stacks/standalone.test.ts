import { alpha } from '../../data-actions/find-in-alpha';
import { callerIdentification } from '../../src/stacks/caller-identification';
import { endOfCallReport } from '../../src/stacks/end-of-call-report';
import { shippedSettings } from '../private/shipped';
import { shippedStacks, stackNames } from '../private/synthesized';

const stacks = shippedStacks();

describe.each(stackNames)('the stack %s can be deployed by itself', (name) => {
  const { text, resource = {}, data = {}, variable = {} } = stacks[name];
  const blocks = {
    ...resource,
    ...Object.fromEntries(Object.entries(data).map(([type, named]) => [`data.${type}`, named])),
  };

  /** `genesyscloud_flow.greet`, `data.genesyscloud_auth_division_home.launcher` */
  const named = [...text.matchAll(/(?<![\w$])(?:data\.)?genesyscloud_\w+\.[\w-]+/g)].map(([address]) => address);

  test('every resource it names is its own', () => {
    const own = Object.entries(blocks).flatMap(([type, all]) => Object.keys(all).map((id) => `${type}.${id}`));

    expect(named.filter((address) => !own.includes(address))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  test('every variable it names is its own, and is sensitive', () => {
    const used = [...text.matchAll(/\$\{var\.(\w+)\}/g)].map(([, variableName]) => variableName);

    expect([...new Set(used)].sort()).toEqual(Object.keys(variable).sort());
    expect(Object.values(variable)).toEqual(
      Object.values(variable).map(() => ({ type: 'string', sensitive: true, description: expect.any(String) })),
    );
  });

  test('credentials hold variables only, besides addresses', () => {
    const fields = Object.values(resource['genesyscloud_integration_credential'] ?? {}).map((block) => block['fields']);
    const values = fields.flatMap((block) => Object.values(block as Readonly<Record<string, string>>));

    expect(values).toEqual(values.map(() => expect.stringMatching(/^(\$\{var\.\w+\}|https:\/\/[^?@]+)$/)));
  });

  test('it uploads every flow that lies beside it, and no other', () => {
    const uploaded = Object.values(resource['genesyscloud_flow'] ?? {}).map((flow) => flow['filepath']);

    expect(uploaded.sort()).toEqual(Object.keys(stacks[name].files).sort());
  });

  test('it looks nothing up that the other creates', () => {
    expect(Object.keys(data).filter((type) => type !== 'genesyscloud_auth_division_home')).toEqual([]);
  });
});

test('these are the secrets that are asked for', () => {
  expect(stackNames.map((name) => Object.keys(stacks[name].variable ?? {}))).toEqual([
    ['alpha_api_key', 'beta_password', 'beta_user_name', 'gamma_client_id', 'gamma_client_secret'],
    ['back_office_password', 'back_office_user_name'],
  ]);
});

test('a database that is not asked is not there at all', () => {
  const settings = shippedSettings();
  const betaAlone = { ...settings, databases: { ...settings.databases, order: ['beta'] as const } };
  const { 'caller-identification': stack } = shippedStacks(betaAlone);

  expect(callerIdentification(betaAlone).definitions).not.toContain(alpha);
  expect(Object.keys(stack.variable ?? {})).toEqual(['beta_password', 'beta_user_name']);
  expect(stack.text).not.toMatch(/alpha|gamma/i);
});

test('the two stacks create nothing both', () => {
  const settings = shippedSettings();
  const [identification, other] = [callerIdentification(settings).definitions, endOfCallReport(settings).definitions];

  expect(identification.filter((definition) => other.includes(definition))).toEqual([]);
});

test('settings say where the state is, which provider, which division', () => {
  const settings = shippedSettings();
  const { 'end-of-call-report': stack } = shippedStacks({
    ...settings,
    provider: { region: 'us-east-1', version: '1.84.1' },
    backend: { s3: { bucket: 'states', key: '{stack}.tfstate', region: 'us-east-1' } },
    division: 'Northwind',
  });

  expect(stack).toMatchObject({
    terraform: {
      backend: { s3: { bucket: 'states', key: 'end-of-call-report.tfstate', region: 'us-east-1' } },
      required_providers: { genesyscloud: { version: '1.84.1' } },
    },
    provider: { genesyscloud: [{ aws_region: 'us-east-1' }] },
    data: { genesyscloud_auth_division: { division: { name: 'Northwind' } } },
  });
  expect(stack.files['flows/report-finished-call.workflow.yaml']).toContain('\n  division: Northwind\n');
});
