import { VALID } from './private/bakery';
import { changed, findings, load } from './private/settings-folder';

describe('the form of a setting', () => {
  it.each([
    [
      'a misspelt name',
      '  opens:',
      '  opnes:',
      `settings.yaml:3:1  shop.opens: opens is missing
    When the shop opens. For example: opens: "06:30"`,
      `settings.yaml:7:3  shop.opnes: there is no setting "opnes" here
    Did you mean opens? Settings here: name, telephone, website, timeZone, opens, closes, holidays.`,
    ],
    [
      'a name that belongs somewhere else',
      'provider:',
      'degrees: 200\nprovider:',
      `settings.yaml:1:1  degrees: there is no setting "degrees" here
    Settings here: provider, backend, division, shop, breads, ovens, greeting, check, silenced, longestSilence.`,
    ],
    [
      'a whole number outside the limits',
      'grams: 60',
      'grams: 20',
      `settings.yaml:11:49  breads[Roll].grams: the number 20 is not allowed: it has to be 50 to 5000
    Weight in grams, 50 to 5000. If left out: 500.`,
    ],
    [
      'a number with decimals where a whole one belongs',
      'grams: 60',
      'grams: 60.5',
      `settings.yaml:11:49  breads[Roll].grams: has to be a whole number, not the number 60.5
    Weight in grams, 50 to 5000. If left out: 500.`,
    ],
    [
      'a number with decimals outside the limits',
      'price: 0.6',
      'price: 100',
      `settings.yaml:11:37  breads[Roll].price: the number 100 is not allowed: it has to be 0.1 to 99
    Price in euros, 0.1 to 99. For example: 3.5`,
    ],
    [
      'a text that looks like a number',
      'name: North',
      'name: 7',
      `settings.yaml:4:9  shop.name: has to be a text, not the number 7
    Put it in quotes: "7".`,
    ],
    [
      'a text of another form',
      'code: RY1',
      'code: rye',
      `settings.yaml:10:24  breads[Rye].code: "rye" is not allowed: it has to be two capital letters and a digit
    What the till knows it by. For example: RY1`,
    ],
    [
      'an unknown word',
      'flour: spelt',
      'flour: splet',
      `settings.yaml:11:60  breads[Roll].flour: "splet" is not known here
    Did you mean spelt? Allowed: rye, wheat, spelt.`,
    ],
    [
      'a word where yes or no belongs',
      'oven: stone',
      'oven: stone, sliced: never',
      `settings.yaml:10:60  breads[Rye].sliced: has to be true or false, not "never"
    Whether it is sold in slices. If left out: false.`,
    ],
    [
      'a time of one digit',
      '06:30',
      '6:30',
      `settings.yaml:7:10  shop.opens: "6:30" is not allowed: it has to be a time from 00:00 to 23:59, hours in two digits
    When the shop opens. For example: "06:30"`,
    ],
    [
      'an unknown time zone',
      'Europe/Paris',
      'Europe/Pari',
      `settings.yaml:6:13  shop.timeZone: "Europe/Pari" is not allowed: it has to be a time zone of the IANA, such as Europe/Paris
    Did you mean Europe/Paris? The time zone of the times below.`,
    ],
    [
      'a national telephone number',
      "'+442079460101'",
      "'020 7946 0101'",
      `settings.yaml:5:14  shop.telephone: "020 7946 0101" is not allowed: it has to be a "+", the country code and the number, 7 to 15 digits in all, without spaces
    Where orders are taken. For example: "+442079460101"`,
    ],
    [
      'an address with a slash at its end',
      '  opens:',
      '  website: https://bakery.example/\n  opens:',
      `settings.yaml:7:12  shop.website: "https://bakery.example/" is not allowed: it has to be an address that begins with https:// or http:// and has no "/" at its end, no "?" or "#" and no user name
    Where orders are shown. If left out: no website. For example: "https://bakery.example"`,
    ],
    [
      'a day that does not exist',
      '  opens:',
      '  holidays: [2026-02-30]\n  opens:',
      `settings.yaml:7:14  shop.holidays[#1]: "2026-02-30" is not allowed: it has to be a day of the calendar, as year-month-day
    A day without bread. For example: "2026-12-25"`,
    ],
    [
      'a name in the wrong letters',
      '  gas: {}',
      '  gas: {}\n  Gas2: {}',
      `settings.yaml:15:3  ovens.Gas2: "Gas2" cannot be a name here
    Allowed: lower-case letters.`,
    ],
    [
      'a value under a name that the administrator chose',
      'degrees: 250',
      'degrees: hot',
      `settings.yaml:13:21  ovens.stone.degrees: has to be a whole number, not "hot"
    Heat in degrees Celsius, 100 to 400. If left out: 220.`,
    ],
    [
      'too many entries',
      'breads:\n',
      `breads:\n${['A', 'B'].map((name) => `  - { name: ${name}, code: AA1, price: 1, oven: gas }\n`).join('')}`,
      `settings.yaml:9:1  breads: has 4 entries; allowed: 1 to 3
    What is baked.`,
    ],
    [
      'a text where a list belongs',
      VALID.slice(VALID.indexOf('breads:'), VALID.indexOf('ovens:')),
      'breads: Rye\n',
      `settings.yaml:9:9  breads: has to be a list, not "Rye"
    What is baked.`,
    ],
    [
      'white space where a caller expects something',
      'ovens:',
      'greeting: "  "\novens:',
      `settings.yaml:12:11  greeting: "  " is not allowed: it has to be a text with something in it
    What callers hear first. For example: Good morning.`,
    ],
  ])('%s is told with its place and what is allowed', (_, part, by, ...expected) => {
    expect(findings({ 'settings.yaml': changed(part, by) })).toEqual(expected);
  });
});

describe('the standard settings', () => {
  it.each([
    [
      'a gateway with a path',
      'region: eu-central-1',
      'gateway: http://127.0.0.1:8083/api',
      `settings.yaml:2:12  provider.gateway: "http://127.0.0.1:8083/api" is not allowed: it has to be http:// or https://, a host and, if need be, a port, with nothing behind it
    Address of a local organisation, as \`flowcdk start\` prints it. For example: "http://127.0.0.1:8083"`,
    ],
    [
      'an option of a backend that is no option',
      'shop:\n',
      'backend:\n  s3: { bucket: b, key: k, region: r, Encrypt: true, retries: [1] }\nshop:\n',
      `settings.yaml:4:39  backend.s3.Encrypt: "Encrypt" cannot be a name here
    Allowed: lower-case letters, digits and underscores.`,
      `settings.yaml:4:54  backend.s3.retries: has to be a text or true or false, not a list
    An option of the backend, as Terraform documents it.`,
    ],
    [
      'no backend',
      'shop:\n',
      'backend: {}\nshop:\n',
      `settings.yaml:3:1  backend: has nothing in it; allowed: exactly one
    Where Terraform keeps its state: exactly one of these. If left out: a file in the folder of the stack. Keys and passwords do not belong here; Terraform reads them from the environment. For example: {"local":{}}`,
    ],
    [
      'an organisation in the cloud and here',
      'region: eu-central-1',
      'region: eu-central-1\n  gateway: http://127.0.0.1:8083',
      `settings.yaml:1:1  provider: has a region and a gateway
    One of the two only: "region" for an organisation in the cloud, "gateway" for a local one. An overlay (settings.<environment>.yaml) removes the other with "region: null".`,
    ],
    [
      'an organisation nowhere',
      'region: eu-central-1',
      'version: ~> 1.82',
      `settings.yaml:1:1  provider: has neither a region nor a gateway
    Give "region: eu-central-1" for an organisation in the cloud, or "gateway: http://127.0.0.1:8083" for a local one.`,
    ],
    [
      'two backends',
      'shop:\n',
      'backend: { local: {}, http: { address: https://state.example } }\nshop:\n',
      `settings.yaml:3:1  backend: has 2 backends: local, http
    Terraform keeps its state in one place; leave one. An overlay (settings.<environment>.yaml) removes another with "local: null".`,
    ],
    [
      'a secret',
      'shop:\n',
      'backend: { s3: { bucket: b, key: k, region: r, secret_key: xyz } }\nshop:\n',
      `settings.yaml:3:48  backend.s3.secret_key: secret_key is a secret and does not belong in a file
    Remove it here; Terraform's backends read their credentials from environment variables.`,
    ],
    [
      'the severity of a rule',
      'shop:\n',
      'check: { constant-condition: warning }\nshop:\n',
      `settings.yaml:3:30  check.constant-condition: "warning" is not known here
    Allowed: off, warn, error.`,
    ],
    [
      'a silenced finding without a reason',
      'shop:\n',
      'silenced: [{ rule: constant-condition, path: "*" }]\nshop:\n',
      `settings.yaml:3:12  silenced[#1].reason: reason is missing
    Why it is meant to be. For example: reason: The number is read out to callers.`,
    ],
  ])('%s is told', (_, part, by, ...expected) => {
    expect(findings({ 'settings.yaml': changed(part, by) })).toEqual(expected);
  });

  it.each([
    ['a range of versions', 'region: eu-central-1', "region: eu-central-1\n  version: '>= 1.82.0, < 2.0.0'"],
    [
      'a backend with options of its own',
      'shop:\n',
      'backend: { http: { address: https://state.example/bread, lock_method: POST, retry_max: 3 } }\nshop:\n',
    ],
    ['a backend without a prefix', 'shop:\n', 'backend: { gcs: { bucket: states } }\nshop:\n'],
    ['a rule that is off', 'shop:\n', 'check: { constant-condition: off }\nshop:\n'],
  ])('%s is allowed', (_, part, by) => {
    expect(findings({ 'settings.yaml': changed(part, by) })).toEqual([]);
  });
});

describe('what has to agree', () => {
  it.each([
    [
      'what a check of the application finds',
      'oven: gas',
      'oven: gaz',
      `settings.yaml:11:73  breads[Roll].oven: there is no oven "gaz"
    Did you mean gas? Ovens: stone, gas.`,
    ],
    [
      'a name that differs from another in upper and lower case only',
      'name: Roll',
      'name: rye',
      `settings.yaml:11:13  breads[rye].name: the bread "rye" is given twice, first on line 10 (breads[Rye].name)
    Each may be given only once; remove or change one of the two.`,
    ],
    [
      'an entry that stands twice in its list',
      '  opens:',
      '  holidays: [2026-12-25, 2026-12-26, 2026-12-25]\n  opens:',
      `settings.yaml:7:38  shop.holidays[#3]: the entry "2026-12-25" is given twice, first on line 7 (shop.holidays[#1])
    Each may be given only once; remove or change one of the two.`,
    ],
  ])('%s is told', (_, part, by, ...expected) => {
    expect(findings({ 'settings.yaml': changed(part, by) })).toEqual(expected);
  });
});

test('all findings come at once, in the order of the text', () => {
  const text = changed('region: eu-central-1', 'region: eu-central1')
    .replace('grams: 60', 'grams: light')
    .replace('oven: gas', 'oven: microwave')
    .replace('ovens:\n', 'ovns: {}\novens:\n');

  expect(findings({ 'settings.yaml': text }).map((finding) => finding.split(': ')[0])).toEqual([
    'settings.yaml:2:11  provider.region',
    'settings.yaml:11:49  breads[Roll].grams',
    'settings.yaml:11:76  breads[Roll].oven',
    'settings.yaml:12:1  ovns',
  ]);
});

test('whatever has a default is there, also in entries of lists and under names', () => {
  expect(load({ 'settings.yaml': VALID }).settings).toEqual({
    provider: { region: 'eu-central-1', version: '~> 1.82' },
    longestSilence: 5,
    shop: {
      name: 'North',
      telephone: '+442079460101',
      timeZone: 'Europe/Paris',
      opens: '06:30',
      closes: '18:00',
      holidays: [],
    },
    breads: [
      { name: 'Rye', code: 'RY1', price: 4, grams: 500, flour: 'wheat', sliced: false, oven: 'stone' },
      { name: 'Roll', code: 'RO1', price: 0.6, grams: 60, flour: 'spelt', sliced: false, oven: 'gas' },
    ],
    ovens: { stone: { degrees: 250 }, gas: { degrees: 220 } },
  });
});
