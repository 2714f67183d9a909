import { Type } from '@sinclair/typebox';
import { line, settings, settingsTables, standardSettings } from '../../src/settings';
import { bakerySchema } from './private/bakery';

test('a page has a table of what is no block, and one for each block', () => {
  expect(settingsTables(bakerySchema, { standard: false })).toBe(
    `| Setting | Meaning | Value | Default |
| --- | --- | --- | --- |
| **\`breads\`** | What is baked. | a list of 1 to 3 blocks |  |
| **\`breads[].name\`** | What the bread is called. | a text, such as \`Rye\` |  |
| **\`breads[].code\`** | What the till knows it by. | two capital letters and a digit, such as \`RY1\` |  |
| \`breads[].grams\` | Weight in grams, 50 to 5000. | a whole number, 50 to 5000 | \`500\` |
| **\`breads[].price\`** | Price in euros, 0.1 to 99. | a number, 0.1 to 99 |  |
| \`breads[].flour\` | What it is made of. | \`rye\`, \`wheat\`, \`spelt\` | \`wheat\` |
| \`breads[].sliced\` | Whether it is sold in slices. | true or false | \`false\` |
| **\`breads[].oven\`** | The name of one of \`ovens\`. | a text, such as \`stone\` |  |
| **\`ovens\`** | The ovens, by name. | by name: a block |  |
| \`ovens.*.degrees\` | Heat in degrees Celsius, 100 to 400. | a whole number, 100 to 400 | \`220\` |
| \`greeting\` | What callers hear first. | a text, such as \`Good morning.\` |  |

### **\`shop\`**: Shop

Where bread is sold.

| Setting | Meaning | Value | Default |
| --- | --- | --- | --- |
| **\`name\`** | What the shop is called. | a text, such as \`North\` |  |
| **\`telephone\`** | Where orders are taken. | a "+", the country code and the number, 7 to 15 digits in all, without spaces, such as \`"+442079460101"\` |  |
| \`website\` | Where orders are shown. | an address, such as \`https://bakery.example\` | no website |
| **\`timeZone\`** | The time zone of the times below. | a time zone of the IANA, such as Europe/Paris |  |
| **\`opens\`** | When the shop opens. | a time from 00:00 to 23:59, hours in two digits, such as \`"06:30"\` |  |
| **\`closes\`** | When the shop closes. | a time from 00:00 to 23:59, hours in two digits, such as \`"18:00"\` |  |
| \`holidays\` | Days without bread. | a list of at most 366: a day of the calendar, as year-month-day, such as \`"2026-12-25"\` | none |
`,
  );
});

test('the standard settings are among them, unless they are left out', () => {
  expect(settingsTables(bakerySchema)).toContain('### **`provider`**: Organisation');
  expect(settingsTables(standardSettings)).toContain('| `longestSilence` |');
  expect(settingsTables(standardSettings)).toContain("| the organisation's home division |");
});

test('headings fit into the page', () => {
  expect(settingsTables(standardSettings, { headingLevel: 2 })).toMatch(/^## /m);
});

test.each([
  ['a bar', Type.String({ description: 'a | b' }), '| a \\| b |'],
  ['two lines', Type.String({ description: 'a\n  b' }), '| a b |'],
  ['a tag', Type.String({ description: 'a <b> `<c>`' }), '| a &lt;b> `<c>` |'],
  [
    'a union',
    Type.Union([Type.Integer({ minimum: 1 }), Type.Literal('never')]),
    '| a whole number, at least 1 or `never` |',
  ],
  ['a word that YAML takes for something else', Type.Literal('true'), '| `"true"` |'],
  [
    'a default with a full stop in it',
    line('Range', 'Which.', { default: '~> 1.82' }),
    '| Which. | a text, such as `"~> 1.82"` | `"~> 1.82"` |',
  ],
])('%s stays in its cell', (_, own, expected) => {
  expect(settingsTables(settings({ own }), { standard: false })).toContain(expected);
});
