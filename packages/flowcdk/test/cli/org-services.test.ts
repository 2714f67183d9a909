import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { networkOf, servicesOfOrg } from '../../src/cli/org-services';
import { chance } from '../../src/emulator/runtime/chance';
import { ServiceRequest, type Service } from '../../src/emulator/runtime/services/service';
import { projectFolder } from './private/run';

const project = projectFolder();
const elsewhere = mkdtempSync(join(tmpdir(), 'flowcdk-elsewhere-'));
const home = process.cwd();

beforeAll(() => {
  project.write('services.yaml', 'services: { alpha: { kind: answer, status: 418 }, crm.example: { kind: answer } }');
  project.write('wrong.yaml', 'services: { alpha: { kind: databse } }');
  writeFileSync(join(elsewhere, 'services.yaml'), 'services: { crm.example: { kind: answer, status: 418 } }');
});
beforeEach(() => process.chdir(project.folder));
afterEach(() => {
  process.chdir(home);
  process.exitCode = 0;
  jest.restoreAllMocks();
});
afterAll(() => {
  project.remove();
  rmSync(elsewhere, { recursive: true });
});

async function loaded(options: Parameters<typeof servicesOfOrg>[0] = {}): Promise<Readonly<Record<string, Service>>> {
  const services = await servicesOfOrg(options);
  if (services === 'wrong') throw new Error('the services are wrong');
  return services.load();
}

function statusOf(service: Service | undefined): number | undefined {
  const request = { method: 'GET', url: 'http://service/', headers: {} };
  const { outcome } = service?.serve(new ServiceRequest(request, chance(1), 0)) ?? {};
  return outcome && 'response' in outcome ? outcome.response.status : undefined;
}

const cloud = 'https://alpha.customers.example';
const local = 'http://127.0.0.1:8080';

describe('the services of an org', () => {
  test('are those of the application, where any of its environments says', async () => {
    expect(Object.keys(await loaded())).toEqual(expect.arrayContaining([cloud, local]));
  });

  test('are those of one environment, where it is named', async () => {
    const addresses = Object.keys(await loaded({ env: 'local' }));

    expect(addresses).toContain(local);
    expect(addresses).not.toContain(cloud);
  });

  test('are what a file says, over what the application says', async () => {
    const services = await loaded({ services: 'services.yaml' });

    expect([statusOf(services[cloud]), statusOf(services[local])]).toEqual([418, 418]);
    expect(Object.keys(services)).toContain('crm.example');
  });

  test('outside of a project are none, or those of a file', async () => {
    process.chdir(elsewhere);

    expect(await servicesOfOrg({})).toEqual({ load: expect.any(Function) });
    expect(await loaded()).toEqual({});
    expect(statusOf((await loaded({ services: 'services.yaml' }))['crm.example'])).toBe(418);
  });
});

describe('what the user named and is wrong ends the command', () => {
  test.each([
    ['a file of services', { services: 'wrong.yaml' }, 'Did you mean database?'],
    ['an environment', { env: 'nowhere' }, 'there is no environment "nowhere"'],
    ['a configuration', { app: 'nowhere.ts' }, 'there is no nowhere.ts'],
  ])('%s', async (_, options, message) => {
    let err = '';
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));

    expect(await servicesOfOrg(options)).toBe('wrong');
    expect(err).toContain(message);
    expect(process.exitCode).toBe(2);
  });
});

test('without a host, --allow-network allows any', () => {
  expect([networkOf(true), networkOf(['crm.example']), networkOf(undefined)]).toEqual([
    'any',
    ['crm.example'],
    undefined,
  ]);
});
