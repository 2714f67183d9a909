import { VALID } from './private/bakery';
import { changed, findings, load } from './private/settings-folder';

const withOverlay = (overlay: string) => ({ 'settings.yaml': VALID, 'settings.test.yaml': overlay });

describe('an overlay', () => {
  it.each([
    [
      'merges maps: what it does not name stays',
      'ovens: { stone: { degrees: 300 }, steam: {} }',
      { ovens: { stone: { degrees: 300 }, gas: { degrees: 220 }, steam: { degrees: 220 } } },
    ],
    ['replaces a value', 'shop: { opens: 05:00 }', { shop: { opens: '05:00', closes: '18:00' } }],
    [
      'replaces a list as a whole',
      'breads: [{ name: Bun, code: BU1, price: 1, oven: gas }]',
      { breads: [{ name: 'Bun', code: 'BU1', grams: 500 }] },
    ],
    ['adds what was not there', 'division: Support', { division: 'Support' }],
    ['adds a block', 'backend: { local: { path: x.tfstate } }', { backend: { local: { path: 'x.tfstate' } } }],
    [
      'gives a removed setting its default again',
      'ovens: { stone: { degrees: null } }',
      { ovens: { stone: { degrees: 220 } } },
    ],
    ['may change nothing', '{}', { shop: { opens: '06:30', closes: '18:00' } }],
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
      'ovens:\n  stone:\n    degrees: 0',
      `settings.test.yaml:3:14  ovens.stone.degrees: the number 0 is not allowed: it has to be 100 to 400
    Heat in degrees Celsius, 100 to 400. If left out: 220.`,
    ],
    [
      'an unknown name in the overlay',
      'shop:\n  opnes: 05:00',
      `settings.test.yaml:2:3  shop.opnes: there is no setting "opnes" here
    Did you mean opens? Settings here: name, telephone, website, timeZone, opens, closes, holidays.`,
    ],
    [
      'a removed setting that has to be there',
      'shop:\n  opens: null',
      `settings.test.yaml:2:3  shop.opens: opens is missing
    When the shop opens. For example: opens: "06:30"`,
    ],
    [
      'a block that is not complete',
      'backend:\n  s3:\n    bucket: states\n    key: a',
      `settings.test.yaml:2:3  backend.s3.region: region is missing
    AWS region of the bucket. For example: region: eu-central-1`,
    ],
    [
      'a setting below that no longer fits',
      'ovens:\n  gas: null',
      `settings.yaml:11:73  breads[Roll].oven: there is no oven "gas"
    Ovens: stone.`,
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
      'shop:\n  holidays: [2026-12-25, null]',
      `settings.test.yaml:2:26  shop.holidays[#2]: has to be a text, not empty
    A day without bread. For example: "2026-12-25"`,
    ],
    [
      'a value where a block belongs',
      'shop: none',
      `settings.test.yaml:1:7  shop: has to be a block of settings, not "none"
    Where bread is sold.`,
    ],
    [
      'two mistakes, in the order of the text',
      'shop: { name: 1 }\nshpo: 1',
      expect.stringMatching(/^settings\.test\.yaml:1:15 /),
      expect.stringMatching(/^settings\.test\.yaml:2:1 /),
    ],
  ])('%s', (_, overlay, ...expected) => {
    expect(findings(withOverlay(overlay), 'test')).toEqual(expected);
  });

  test('the base is told first', () => {
    const files = {
      'settings.yaml': changed('grams: 60', 'grams: 1'),
      'settings.test.yaml': 'provider: { region: moon }',
    };

    expect(findings(files, 'test')).toEqual([
      expect.stringMatching(/^settings\.yaml:11:49 /),
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
