import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOrg } from '../../src/emulator/start-org';
import { echoingService } from '../emulator/private/echoing-service';
import { encodingsIn } from '../private/spellings';
import { flowcdk, projectFolder, type Said } from './private/run';

/*
 * Secrets are planted in every place where the command line can get one, each with a value of its own. Then commands
 * run, rightly and wrongly, and all that they say and write is searched for each secret.
 */

jest.setTimeout(120_000);

/** A value that nothing else has. A token has visible characters only. */
const secretOf = (place: string): string =>
  `${createHash('sha256').update(place).digest('base64url').replace(/[-_]/g, 'x').slice(0, 20)}/+7`;

const names = [
  'variable in the environment',
  'variable of --var',
  'unknown variable of --var',
  'secret of --client-secret',
  'wrong secret of --client-secret',
  'GENESYSCLOUD_OAUTHCLIENT_SECRET',
  'FLOWCDK_ORG_TOKEN',
  'token of --token',
  'token with a blank',
  'token of a misspelt option',
  'backend of the settings',
  'unknown setting',
  'setting in broken YAML',
  'default of a variable',
  'value in a stack that is refused',
] as const;
const places = new Map(names.map((name) => [name, secretOf(name)]));
const secretIn = (name: (typeof names)[number]): string => places.get(name) ?? '';

const outputs = new Map<string, string>();
const saw = (name: string, seen: string): void => void outputs.set(name, `${outputs.get(name) ?? ''}${seen}\n`);
const heard = (name: string, { out, err }: Said): void => {
  saw(`${name}, output`, out);
  saw(`${name}, errors`, err);
};

let folder = '';
const project = projectFolder();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flowcdk-secrets-'));
  const service = await echoingService(secretOf('a token'));
  const onlyToken = secretIn('FLOWCDK_ORG_TOKEN');
  const org = await startOrg({ host: '127.0.0.1', port: 0, onlyToken, state: join(folder, 'org') });
  try {
    const stack = writeStack(`http://127.0.0.1:${org.port}`, service.url);
    await applied(stack, `http://127.0.0.1:${org.port}`);
    for (const file of readdirSync(stack))
      saw(`files beside the stack: ${file}`, readFileSync(join(stack, file), 'utf8'));
    for (const file of readdirSync(join(folder, 'org')))
      saw(`files of --state: ${file}`, readFileSync(join(folder, 'org', file), 'utf8'));
    expect(statSync(join(stack, 'flowcdk-org-state.json')).mode & 0o777).toBe(0o600);
    // The files that Terraform reads are written before anybody gives a value.
    outputs.delete('files beside the stack: cdk.tf.json');
  } finally {
    await org.stop();
    await service.stop();
  }
  await wrongTokens();
  await synthesized();
  await wrongSettings();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  project.remove();
});

/** A stack with a credential for a data action, whose values are variables. */
function writeStack(url: string, service: string): string {
  const path = join(folder, 'stacks', 'one');
  mkdirSync(path, { recursive: true });
  const [, host = '', port = ''] = /^http:\/\/([^:]+):(\d+)$/.exec(url) ?? [];
  const variable = (value?: string) => ({
    type: 'string',
    sensitive: true,
    ...(value === undefined ? {} : { default: value }),
  });
  const json = {
    '//': { metadata: { stackName: 'one' } },
    provider: { genesyscloud: [{ gateway: [{ protocol: 'http', host, port }] }] },
    variable: {
      of_environment: variable(),
      of_option: variable(),
      of_default: variable(secretIn('default of a variable')),
    },
    resource: {
      genesyscloud_integration_credential: {
        key: {
          name: 'Key',
          credential_type_name: 'userDefined',
          fields: { a: '${var.of_environment}', b: '${var.of_option}', c: '${var.of_default}', at: service },
        },
      },
    },
  };
  writeFileSync(join(path, 'cdk.tf.json'), JSON.stringify(json));
  return path;
}

async function applied(stack: string, url: string): Promise<void> {
  const env = { TF_VAR_of_environment: secretIn('variable in the environment') };
  const variable = ['--var', `of_option=${secretIn('variable of --var')}`];
  const token = secretIn('FLOWCDK_ORG_TOKEN');
  const apply = (more: readonly string[], others: Record<string, string> = {}) =>
    flowcdk(['org', 'apply', stack, '--url', url, ...more], { env: { ...env, ...others } });

  const fine = await apply(variable, { FLOWCDK_ORG_TOKEN: token });
  heard('org apply', fine);
  expect(fine).toMatchObject({ code: 0, err: '' });
  heard('org apply', await apply(variable, { FLOWCDK_ORG_TOKEN: token }));
  heard('org apply', await apply([...variable, '--client-secret', secretIn('wrong secret of --client-secret')]));
  heard(
    'org apply',
    await apply(variable, { GENESYSCLOUD_OAUTHCLIENT_SECRET: secretIn('GENESYSCLOUD_OAUTHCLIENT_SECRET') }),
  );
  heard('org apply', await apply(['--var', `no_variable=${secretIn('unknown variable of --var')}`]));
  heard('org apply', await apply(['--var', `=${secretIn('unknown variable of --var')}`]));
  heard('org apply', await apply([secretIn('secret of --client-secret'), '--client-secret']).catch(thrown));
  // An org that refuses what it is sent says why.
  const file = join(stack, 'cdk.tf.json');
  const before = readFileSync(file, 'utf8');
  const refused = (fields: unknown, type = 'userDefined') => {
    const json = JSON.parse(before) as { resource: Record<string, Record<string, unknown>> };
    json.resource['genesyscloud_integration_credential'] = {
      other: { name: 'Other', credential_type_name: type, fields },
    };
    writeFileSync(file, JSON.stringify(json));
    return apply(variable, { FLOWCDK_ORG_TOKEN: token });
  };
  const secret = secretIn('value in a stack that is refused');
  heard('org apply', await refused({ a: secret }, 'none'));
  heard('org apply', await refused({ a: [secret] }));
  heard('org apply', await refused([secret]));
  heard('org apply', await refused(secret));
  heard('org apply', await refused({ a: `\${upper("${secret}") + 1}` }));
  heard('org apply', await refused({ a: '${var.of_option + 1}', b: '${nothing(var.of_environment)}' }));
  writeFileSync(file, before);
}

const thrown = (problem: unknown): Said => ({ code: 1, out: '', err: String(problem) });

async function wrongTokens(): Promise<void> {
  // Nobody listens on that port, so the command says which address it tried.
  const run = ['inspect', '--execution', 'x', '--org', 'http://127.0.0.1:9', '--token', secretIn('token of --token')];
  heard('inspect --execution', await flowcdk(run));
  const blank = `${secretIn('token with a blank')} x`;
  heard('org', await flowcdk(['org', '--token', blank]));
  heard('org', await flowcdk(['org'], { env: { FLOWCDK_ORG_TOKEN: blank } }));
  heard('org', await flowcdk(['org', '--token', secretIn('token of --token'), '--seed', 'none.yaml']));
  heard('org', await flowcdk(['org', `--tokn=${secretIn('token of a misspelt option')}`]));
  heard(
    'org apply',
    await flowcdk(['org', 'apply', folder, `--client-secrt=${secretIn('token of a misspelt option')}`]),
  );
  heard('org', await flowcdk(['org', '--token', secretIn('token of --token'), '--nothing']));
}

/** The application in the box, written for Terraform while the environment has values for its variables. */
async function synthesized(): Promise<void> {
  const env = {
    TF_VAR_alpha_api_key: secretIn('variable in the environment'),
    GENESYSCLOUD_OAUTHCLIENT_SECRET: secretIn('GENESYSCLOUD_OAUTHCLIENT_SECRET'),
    FLOWCDK_ORG_TOKEN: secretIn('FLOWCDK_ORG_TOKEN'),
  };
  const out = join(folder, 'cdktf.out');
  const inProject = { cwd: project.folder, env };
  heard('synth', await flowcdk(['synth', '--out', out], inProject));
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(out, file)).isFile(),
  );
  for (const file of files) saw('files of synth', readFileSync(join(out, file), 'utf8'));
  heard('list', await flowcdk(['list', '--json'], inProject));
  heard('inspect', await flowcdk(['inspect', '--out', join(folder, 'pages')], inProject));
  heard('call --page', await flowcdk(['call', '--press', '1,2', '--page', join(folder, 'pages/call.html')], inProject));
  for (const file of readdirSync(join(folder, 'pages')))
    saw('files of inspect', readFileSync(join(folder, 'pages', file), 'utf8'));
  const input = ['--input', 'phoneNumber=+33142685300'];
  heard('test-action', await flowcdk(['test-action', 'Find customer in Alpha', ...input], inProject));
  heard('test-action', await flowcdk(['test-action', 'Find customer in Alpha', '--json', ...input], inProject));
  heard('test-action --real', await flowcdk(['test-action', 'Find customer in Alpha', '--real', ...input], inProject));
}

async function wrongSettings(): Promise<void> {
  const settings = (text: string) => {
    project.write('settings.wrong.yaml', text);
    return flowcdk(['check', '--env', 'wrong'], { cwd: project.folder });
  };
  const said = async (name: (typeof names)[number], text: string) => {
    const { out, err, code } = await settings(text);
    expect([name, code === 0]).toEqual([name, false]);
    heard('check of settings', { out, err, code });
  };
  await said(
    'backend of the settings',
    `backend: { azurerm: { client_secret: '${secretIn('backend of the settings')}' } }`,
  );
  await said('unknown setting', `provider: { oauthclient_secret: '${secretIn('unknown setting')}' }`);
  await said('setting in broken YAML', `databases: { alpha: { baseUrl: '${secretIn('setting in broken YAML')}`);
}

test('there is something to search', () => {
  const searched = [...outputs].filter(([, text]) => text.trim() !== '').map(([name]) => name);

  expect(searched).toEqual(
    expect.arrayContaining([
      'org apply, output',
      'org apply, errors',
      'files beside the stack: flowcdk-org-state.json',
      'files of --state: journal.jsonl',
      'org, errors',
      'files of synth',
      'files of inspect',
      'inspect --execution, errors',
      'list, output',
      'test-action, output',
      'test-action --real, output',
      'check of settings, output',
    ]),
  );
});

test('no secret is in what commands say and write', () => {
  const leaks = [...places].flatMap(([place, secret]) =>
    [...outputs].flatMap(([name, text]) =>
      encodingsIn(text, secret).map((spelling) => `${place} → ${name}: ${spelling}`),
    ),
  );

  expect(leaks).toEqual([]);
});
