import {
  block,
  choice,
  date,
  decimalNumber,
  didYouMean,
  line,
  list,
  optional,
  patternedText,
  record,
  settings,
  type SettingsCheck,
  type SettingsOf,
  spokenText,
  telephoneNumber,
  timeOfDay,
  timeZone,
  unique,
  url,
  wholeNumber,
  yesOrNo,
} from '../../../src/settings';

const shop = block('Shop', 'Where bread is sold.', {
  name: line('Name', 'What the shop is called.', { example: 'North' }),
  telephone: telephoneNumber('Telephone', 'Where orders are taken.', { example: '+442079460101' }),
  website: optional(url('Website', 'Where orders are shown.', { example: 'https://bakery.example' }), 'no website'),
  timeZone: timeZone('Time zone', 'The time zone of the times below.', { example: 'Europe/Paris' }),
  opens: timeOfDay('Opens', 'When the shop opens.', { example: '06:30' }),
  closes: timeOfDay('Closes', 'When the shop closes.', { example: '18:00' }),
  holidays: list('Holidays', 'Days without bread.', date('Day', 'A day without bread.', { example: '2026-12-25' }), {
    atLeast: 0,
    atMost: 366,
    unique: true,
    default: [],
  }),
});

const bread = block('Bread', 'Something that is baked.', {
  name: line('Name', 'What the bread is called.', { example: 'Rye' }),
  code: patternedText('Code', 'What the till knows it by.', {
    pattern: /^[A-Z]{2}\d$/,
    allowed: 'two capital letters and a digit',
    example: 'RY1',
  }),
  grams: wholeNumber('Grams', 'Weight in grams, 50 to 5000.', { minimum: 50, maximum: 5000, default: 500 }),
  price: decimalNumber('Price', 'Price in euros, 0.1 to 99.', { minimum: 0.1, maximum: 99, example: 3.5 }),
  flour: choice('Flour', 'What it is made of.', ['rye', 'wheat', 'spelt'], { default: 'wheat' }),
  sliced: yesOrNo('Sliced', 'Whether it is sold in slices.', { default: false }),
  oven: line('Oven', 'The name of one of `ovens`.', { example: 'stone' }),
});

const ovens = record(
  'Ovens',
  'The ovens, by name.',
  block('Oven', 'An oven.', {
    degrees: wholeNumber('Degrees', 'Heat in degrees Celsius, 100 to 400.', {
      minimum: 100,
      maximum: 400,
      default: 220,
    }),
  }),
  {
    names: patternedText('Oven', 'Name of an oven.', {
      pattern: /^[a-z]+$/,
      allowed: 'lower-case letters',
      example: 'stone',
    }),
    examples: [{ stone: { degrees: 250 } }],
  },
);

const ovensAreThere: SettingsCheck = function* (settings) {
  const known = Object.keys(settings.block('ovens'));
  for (const { path, value } of settings.texts('breads.*.oven')) {
    if (known.includes(value)) continue;
    const meant = didYouMean(value, known);
    yield {
      path,
      rule: 'settings-reference',
      message: `there is no oven "${value}"`,
      help: `${meant === undefined ? '' : `Did you mean ${meant}? `}Ovens: ${known.join(', ')}.`,
    };
  }
};

/** The settings of an application that is not ours: a bakery that takes orders by telephone. */
export const bakerySchema = settings(
  'Settings of the bakery',
  {
    shop,
    breads: list('Breads', 'What is baked.', bread, { atMost: 3 }),
    ovens,
    greeting: optional(spokenText('Greeting', 'What callers hear first.', { example: 'Good morning.' })),
  },
  { description: 'What the baker decides.', checks: [ovensAreThere, unique('bread', 'breads.*.name')] },
);

export type Bakery = SettingsOf<typeof bakerySchema>;

/** The least that is valid. Tests change a line of it. */
export const VALID = `provider:
  region: eu-central-1
shop:
  name: North
  telephone: '+442079460101'
  timeZone: Europe/Paris
  opens: 06:30
  closes: 18:00
breads:
  - { name: Rye, code: RY1, price: 4, oven: stone }
  - { name: Roll, code: RO1, price: 0.6, grams: 60, flour: spelt, oven: gas }
ovens:
  stone: { degrees: 250 }
  gas: {}
`;
