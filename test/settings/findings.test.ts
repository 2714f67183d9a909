import { changed, findings, load, VALID } from './settings-folder';

describe('the form of a setting', () => {
  it.each([
    [
      'a misspelt name',
      'identification:\n  deadline: 20',
      'identification:\n  deadline: 20\n  lookEvry: 4',
      `settings.yaml:16:3  identification.lookEvry: there is no setting "lookEvry" here
    Did you mean lookEvery? Settings here: deadline, lookEvery, launchRole.`,
    ],
    [
      'a name that belongs somewhere else',
      'provider:',
      'timeout: 5\nprovider:',
      `settings.yaml:1:1  timeout: there is no setting "timeout" here
    Settings here: provider, backend, division, databases, identification, supportLine, backOffice, check, silenced, longestSilence.`,
    ],
    [
      'something missing',
      '    loginUrl: https://login.customers.example/token\n',
      '',
      `settings.yaml:11:3  databases.gamma.loginUrl: loginUrl is missing
    Where an access token is had with client credentials. For example: loginUrl: "https://login.gamma.customers.example/oauth/token"`,
    ],
    [
      'a number above the range',
      'deadline: 20',
      'deadline: 301',
      `settings.yaml:15:13  identification.deadline: the number 301 is not allowed: it has to be 1 to 300
    How long, in seconds, the call flow goes on looking for a result after its first look, 1 to 300. Then the call goes on without. For example: 20`,
    ],
    [
      'a unit',
      'deadline: 20',
      'deadline: 20s',
      `settings.yaml:15:13  identification.deadline: has to be a whole number, not "20s"
    How long, in seconds, the call flow goes on looking for a result after its first look, 1 to 300. Then the call goes on without. For example: 20`,
    ],
    [
      'a text that looks like a number',
      "countryCode: '33'",
      'countryCode: 33',
      `settings.yaml:9:18  databases.beta.countryCode: has to be a text, not the number 33
    Put it in quotes: "33".`,
    ],
    [
      'a telephone number without quotes',
      "'+33199001234'",
      '+33199001234',
      `settings.yaml:38:17  supportLine.lines[fr-fr].numbers[#1]: has to be a text, not the number +33199001234
    Put it in quotes: "+33199001234".`,
    ],
    [
      'a national telephone number',
      "'+33199001234'",
      "'01 99 00 12 34'",
      `settings.yaml:38:17  supportLine.lines[fr-fr].numbers[#1]: "01 99 00 12 34" is not allowed: it has to be a "+", the country code and the number, 7 to 15 digits in all, without spaces
    A telephone number in international form, in quotes. For example: "+442079460101"`,
    ],
    [
      'a slash at the end of an address',
      'https://alpha.customers.example',
      'https://alpha.customers.example/',
      `settings.yaml:6:14  databases.alpha.baseUrl: "https://alpha.customers.example/" is not allowed: it has to be an address that begins with https:// or http:// and has no "/" at its end, no "?" or "#" and no user name
    Where the database answers, without "/" at the end. For example: "https://alpha.customers.example"`,
    ],
    [
      'an address that cannot be',
      'https://alpha.customers.example',
      'https://alpha.customers.example:99999',
      `settings.yaml:6:14  databases.alpha.baseUrl: "https://alpha.customers.example:99999" is not allowed: it has to be an address with a valid host and port
    Where the database answers, without "/" at the end. For example: "https://alpha.customers.example"`,
    ],
    [
      'an unknown database',
      'order: [beta, alpha]',
      'order: [beta, crm]',
      `settings.yaml:4:17  databases.order[#2]: "crm" is not known here
    Allowed: alpha, beta, gamma.`,
    ],
    [
      'a misspelt day',
      '[monday, friday]',
      '[Monday, firday]',
      `settings.yaml:42:12  supportLine.openingHours.days[#1]: "Monday" is not known here
    Did you mean monday? Allowed: monday, tuesday, wednesday, thursday, friday, saturday, sunday.`,
      `settings.yaml:42:20  supportLine.openingHours.days[#2]: "firday" is not known here
    Did you mean friday? Allowed: monday, tuesday, wednesday, thursday, friday, saturday, sunday.`,
    ],
    [
      'a time of one digit',
      'from: 08:30',
      'from: 8:30',
      `settings.yaml:43:11  supportLine.openingHours.from: "8:30" is not allowed: it has to be a time from 00:00 to 23:59, hours in two digits
    When the line opens, in local time. For example: "08:30"`,
    ],
    [
      'a day that does not exist',
      '2026-12-25',
      '2026-02-30',
      `settings.yaml:46:38  supportLine.openingHours.holidays[Christmas Day].date: "2026-02-30" is not allowed: it has to be a day of the calendar, as year-month-day
    The day as year-month-day. For example: "2026-12-25"`,
    ],
    [
      'an unknown time zone',
      'Europe/Paris',
      'europe/pari',
      `settings.yaml:41:15  supportLine.openingHours.timeZone: "europe/pari" is not allowed: it has to be a time zone of the IANA, such as Europe/Paris
    Did you mean Europe/Paris? The time zone of the times below, as the IANA names it.`,
    ],
    [
      'an empty text',
      'greeting: Hello.',
      "greeting: ' '",
      `settings.yaml:22:19  supportLine.lines[en-us].texts.greeting: " " is not allowed: it has to be a text with something in it
    The first thing a caller hears. For example: Welcome to Example.`,
      `settings.yaml:22:19  supportLine.lines[fr-fr].texts.greeting: " " is not allowed: it has to be a text with something in it
    The first thing a caller hears. For example: Welcome to Example.`,
    ],
    [
      'a name without a value',
      'wrapUpCodes: [Done]',
      'wrapUpCodes:',
      `settings.yaml:54:15  supportLine.wrapUpCodes: has to be a list, not empty
    What an agent can say of a call afterwards. For example: ["Order changed"]`,
    ],
    [
      'an empty list',
      'wrapUpCodes: [Done]',
      'wrapUpCodes: []',
      `settings.yaml:54:3  supportLine.wrapUpCodes: has nothing in it; allowed: 1 to 200
    What an agent can say of a call afterwards. For example: ["Order changed"]`,
    ],
    [
      'a language in the wrong letters',
      'language: fr-fr',
      'language: fr-FR',
      `settings.yaml:37:17  supportLine.lines[fr-FR].language: "fr-FR" is not allowed: it has to be a language and a country in lower-case letters with "-" between
    Language and country as Architect knows them, in lower-case letters. For example: en-us`,
    ],
  ])('%s is told with its place and what is allowed', (_, part, by, ...expected) => {
    expect(findings({ 'settings.yaml': changed(part, by) })).toEqual(expected);
  });
});

describe('what has to agree', () => {
  it.each([
    [
      'a number at two lines',
      '+33199001234',
      '+442079460101',
      `settings.yaml:38:17  supportLine.lines[fr-fr].numbers[#1]: the number "+442079460101" is given twice, first on line 20 (supportLine.lines[en-us].numbers[#1])
    Each may be given only once; remove or change one of the two.`,
    ],
    [
      'a language at two lines',
      'fr-fr',
      'en-us',
      `settings.yaml:37:17  supportLine.lines[en-us].language: the language "en-us" is given twice, first on line 19 (supportLine.lines[en-us].language)
    Each may be given only once; remove or change one of the two.`,
    ],
    [
      'a database asked twice',
      '[beta, alpha]',
      '[beta, alpha, beta]',
      `settings.yaml:4:24  databases.order[#3]: the database "beta" is given twice, first on line 4 (databases.order[#1])
    Each may be given only once; remove or change one of the two.`,
    ],
    [
      'a queue that differs from another in upper and lower case only',
      '- name: Billing',
      '- name: Billing\n    - name: billing',
      `settings.yaml:54:13  supportLine.queues[billing].name: the queue "billing" is given twice, first on line 53 (supportLine.queues[Billing].name)
    Each may be given only once; remove or change one of the two.`,
    ],
    [
      'a reason with a queue that is not there',
      'key: invoice, queue: Billing',
      'key: invoice, queue: Biling',
      `settings.yaml:49:30  supportLine.reasons[invoice].queue: there is no queue "Biling" in supportLine.queues
    Did you mean Billing? Queues there: Orders, Billing. Add it there or name one of them.`,
    ],
    [
      'a default queue that is not there',
      'defaultQueue: Orders',
      'defaultQueue: General',
      `settings.yaml:50:17  supportLine.defaultQueue: there is no queue "General" in supportLine.queues
    Queues there: Orders, Billing. Add it there or name one of them.`,
    ],
    [
      'a reason without a text and a text without a reason',
      'texts: *texts',
      'texts: { reasons: { order: a, invoise: b } }',
      expect.stringContaining('supportLine.lines[fr-fr].texts.greeting: greeting is missing'),
      ...Array.from({ length: 11 }, () => expect.stringContaining('is missing')),
      `settings.yaml:39:16  supportLine.lines[fr-fr].texts.reasons.invoice: the reason "invoice" has no text in this line
    Add what callers hear, for example: "invoice: For this, press 1."`,
      `settings.yaml:39:37  supportLine.lines[fr-fr].texts.reasons.invoise: there is a text for "invoise", and no such reason in supportLine.reasons
    Did you mean invoice? Reasons there: order, invoice. Add the reason there or remove the text.`,
    ],
    [
      'hours the wrong way round',
      'to: 18:00',
      'to: 08:30',
      `settings.yaml:44:9  supportLine.openingHours.to: the line closes at 08:30 and opens at 08:30 only
    "to" has to be later than "from" on the same day.`,
    ],
    [
      'looks rarer than the deadline',
      'deadline: 20',
      'deadline: 2',
      `settings.yaml:16:14  identification.lookEvery: looking every 3 seconds is too rare for a deadline of 2 seconds
    lookEvery may be as long as the deadline, not longer.`,
    ],
  ])('%s is told', (_, part, by, ...expected) => {
    expect(findings({ 'settings.yaml': changed(part, by) })).toEqual(expected);
  });

  test('more than nine reasons are told: there are nine keys', () => {
    const keys = Array.from({ length: 10 }, (_, index) => `reason-${index}`);
    const text = changed(
      `    - { key: order, queue: Orders }\n    - { key: invoice, queue: Billing }\n`,
      keys.map((key) => `    - { key: ${key}, queue: Orders }\n`).join(''),
    ).replace('          order: For an order, press 1.\n          invoice: For an invoice, press 2.\n', () =>
      keys.map((key) => `          ${key}: Press.\n`).join(''),
    );

    expect(findings({ 'settings.yaml': text })).toEqual([
      `settings.yaml:55:3  supportLine.reasons: has 10 entries; allowed: 1 to 9
    What a call can be about, in the order in which it is offered: the first is key 1, the second key 2 … At most nine.`,
    ]);
  });
});

describe('what is allowed', () => {
  it.each([
    ['the least', VALID, ''],
    ['a database that is not asked', 'order: [beta, alpha]', 'order: [gamma]'],
    ['no trunk prefix', "trunkPrefix: '0'", "trunkPrefix: ''"],
    [
      'an address with a port and a path',
      'https://backoffice.example/customers/supportResult',
      'http://127.0.0.1:8084/v1/calls',
    ],
    ['an older name of a time zone', 'Europe/Paris', 'Europe/Kyiv'],
    ['UTC', 'Europe/Paris', 'UTC'],
    ['no holidays', '    holidays:\n      - { name: Christmas Day, date: 2026-12-25 }\n', ''],
    ['a queue with the name of a reason', 'defaultQueue: Orders', 'defaultQueue: Billing'],
  ])('%s', (_, part, by) => {
    expect(findings({ 'settings.yaml': by === '' && part === VALID ? VALID : changed(part, by) })).toEqual([]);
  });
});

test('all findings come at once, in the order of the text', () => {
  const text = changed('region: eu-central-1', 'region: eu-central1')
    .replace('deadline: 20', 'deadline: soon')
    .replace('+33199001234', '+442079460101')
    .replace('wrapUpCodes', 'wrapupCodes');

  expect(findings({ 'settings.yaml': text }).map((finding) => finding.split(': ')[0])).toEqual([
    'settings.yaml:2:11  provider.region',
    'settings.yaml:15:13  identification.deadline',
    'settings.yaml:17:1  supportLine.wrapUpCodes',
    'settings.yaml:38:17  supportLine.lines[fr-fr].numbers[#1]',
    'settings.yaml:54:3  supportLine.wrapupCodes',
  ]);
});

test('whatever has a default is there', () => {
  const { settings } = load({
    'settings.yaml': changed('    holidays:\n      - { name: Christmas Day, date: 2026-12-25 }\n', ''),
  });

  expect(settings).toMatchObject({
    provider: { version: '~> 1.82' },
    databases: { alpha: { timeout: 5 }, beta: { timeout: 5 }, gamma: { timeout: 5 } },
    supportLine: {
      openingHours: { holidays: [] },
      reasons: [
        { key: 'order', priority: 0 },
        { key: 'invoice', priority: 0 },
      ],
      queues: [{ afterCallWorkTimeout: 60 }, { afterCallWorkTimeout: 60 }],
    },
    backOffice: { attempts: 5, retryEvery: 2, timeout: 10 },
  });
});
