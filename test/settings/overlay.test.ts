import { changed, findings, load, VALID } from './settings-folder';

const withOverlay = (overlay: string) => ({ 'settings.yaml': VALID, 'settings.test.yaml': overlay });

describe('an overlay', () => {
  it.each([
    [
      'merges maps: what it does not name stays',
      'databases: { alpha: { timeout: 9 } }',
      { databases: { alpha: { baseUrl: 'https://alpha.customers.example', timeout: 9 }, beta: { countryCode: '33' } } },
    ],
    ['replaces a value', 'identification: { deadline: 30 }', { identification: { deadline: 30, lookEvery: 3 } }],
    ['replaces a list as a whole', 'databases: { order: [gamma] }', { databases: { order: ['gamma'] } }],
    ['adds what was not there', 'division: Support', { division: 'Support' }],
    ['adds a block', 'backend: { local: { path: x.tfstate } }', { backend: { local: { path: 'x.tfstate' } } }],
    [
      'gives a removed setting its default again',
      'supportLine: { openingHours: { holidays: null } }',
      { supportLine: { openingHours: { holidays: [] } } },
    ],
    ['may change nothing', '{}', { identification: { deadline: 20, lookEvery: 3 } }],
  ])('%s', (_, overlay, expected) => {
    expect(load(withOverlay(overlay), 'test').settings).toMatchObject(expected);
  });

  test('removes a setting with null', () => {
    const { settings } = load(withOverlay('provider: { region: ~, gateway: http://127.0.0.1:8083 }'), 'test');

    expect(settings?.provider).toEqual({ gateway: 'http://127.0.0.1:8083', version: '~> 1.82' });
  });

  test('can mend what is wrong or missing below', () => {
    const files = {
      'settings.yaml': changed('region: eu-central-1', 'region: moon'),
      'settings.test.yaml': 'provider: { region: eu-west-1 }',
    };

    expect(load(files, 'test').settings?.provider.region).toBe('eu-west-1');
  });

  test('is not read unless it is asked for', () => {
    expect(load(withOverlay('nonsense')).settings).toBeDefined();
  });
});

describe('a mistake is told in the file it stands in', () => {
  it.each([
    [
      'a value of the overlay',
      'identification:\n  deadline: 0',
      `settings.test.yaml:2:13  identification.deadline: the number 0 is not allowed: it has to be 1 to 300
    How long, in seconds, the call flow goes on looking for a result after its first look, 1 to 300. Then the call goes on without. For example: 20`,
    ],
    [
      'an unknown name in the overlay',
      'databases:\n  alpha:\n    timeOut: 3',
      `settings.test.yaml:3:5  databases.alpha.timeOut: there is no setting "timeOut" here
    Did you mean timeout? Settings here: baseUrl, timeout.`,
    ],
    [
      'a removed setting that has to be there',
      'databases:\n  beta:\n    countryCode: null',
      `settings.test.yaml:3:5  databases.beta.countryCode: countryCode is missing
    Dialling code of the country whose national numbers the database holds, in quotes. For example: countryCode: "33"`,
    ],
    [
      'a block that is not complete',
      'backend:\n  s3:\n    bucket: states\n    key: a',
      `settings.test.yaml:2:3  backend.s3.region: region is missing
    AWS region of the bucket. For example: region: eu-central-1`,
    ],
    [
      'a setting below that no longer fits',
      'supportLine:\n  queues: [{ name: Orders }]',
      `settings.yaml:49:30  supportLine.reasons[invoice].queue: there is no queue "Billing" in supportLine.queues
    Queues there: Orders. Add it there or name one of them.`,
    ],
    [
      'an organisation that is here as well',
      'provider:\n  gateway: http://127.0.0.1:8083',
      `settings.yaml:1:1  provider: has a region and a gateway
    One of the two only: "region" for an organisation in the cloud, "gateway" for a local one. settings.test.yaml removes the other with "region: null".`,
    ],
    [
      'a removal of nothing',
      'provider:\n  regoin: null',
      `settings.test.yaml:2:3  provider.regoin: null removes a setting, and settings.yaml does not have this one
    Did you mean region? Otherwise remove the line.`,
    ],
    [
      'null in a list, which removes nothing',
      'supportLine:\n  wrapUpCodes: [Done, null]',
      `settings.test.yaml:2:23  supportLine.wrapUpCodes[#2]: has to be a text, not empty
    Name of a wrap-up code. For example: Order changed`,
    ],
    [
      'a value where a block belongs',
      'databases: none',
      `settings.test.yaml:1:12  databases: has to be a block of settings, not "none"
    Where callers are looked up by their number.`,
    ],
    [
      'mistakes in both files, the base first',
      'identification: { deadline: 400 }\nidentificaton: 1',
      expect.stringMatching(/^settings\.test\.yaml:1:29 /),
      expect.stringMatching(/^settings\.test\.yaml:2:1 /),
    ],
  ])('%s', (_, overlay, ...expected) => {
    expect(findings(withOverlay(overlay), 'test')).toEqual(expected);
  });

  test('the base is told first', () => {
    const files = {
      'settings.yaml': changed('deadline: 20', 'deadline: 400'),
      'settings.test.yaml': 'provider: { region: moon }',
    };

    expect(findings(files, 'test')).toEqual([
      expect.stringMatching(/^settings\.yaml:15:13 /),
      expect.stringMatching(/^settings\.test\.yaml:1:21 /),
    ]);
  });
});

describe('an environment', () => {
  const files = { ...withOverlay('{}'), 'settings.prod.yaml': '{}', 'settings.schema.json': '{}' };

  it.each([
    [
      'that does not exist is told with those that do',
      'staging',
      `there is no environment "staging": the file settings.staging.yaml does not exist
    Environments here: prod, test.`,
    ],
    [
      'that is misspelt is told with the one that was meant',
      'tets',
      `there is no environment "tets": the file settings.tets.yaml does not exist
    Did you mean test? Environments here: prod, test.`,
    ],
    [
      'cannot leave the folder',
      '../../etc/passwd',
      `"../../etc/passwd" is no name for an environment
    A name has lower-case letters, digits and "-", at most 40, and begins with a letter or digit: local, test, prod.`,
    ],
    ['cannot be empty', '', expect.stringMatching(/^"" is no name for an environment/)],
    ['cannot hide a null character', 'test\0', expect.stringMatching(/^"test\\u0000" is no name for an environment/)],
  ])('%s', (_, environment, expected) => {
    expect(findings(files, environment)).toEqual([expected]);
  });

  test('is told to be the first one where there is none', () => {
    expect(findings({ 'settings.yaml': VALID }, 'test')).toEqual([
      `there is no environment "test": the file settings.test.yaml does not exist
    No environment exists yet. Write the file, or leave the environment away.`,
    ]);
  });
});
