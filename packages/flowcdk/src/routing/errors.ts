import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import { error } from '../ground/errors';

export const routingNameEmpty = (kind: string, at?: SourceLine): Finding =>
  error('routing-name', `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind} has no name`, {
    help: 'Give it the name the organisation should show.',
    at,
  });

export const routingNameTooLong = (path: string, name: string, longest: number, at?: SourceLine): Finding =>
  error('name-too-long', `the name has ${name.length} characters`, { help: `Up to ${longest} are allowed.`, path, at });

export const dataTableKeyLabel = (path: string, key: string, at?: SourceLine): Finding =>
  error('data-table-key', `${JSON.stringify(key)} is no name for the key`, {
    help: 'Say what the key is, for example "shop" or "postcode". "/" and "\\" are not allowed in it.',
    path,
    at,
  });

export const dataTableColumnName = (path: string, column: string, at?: SourceLine): Finding =>
  error('data-table-column', `${JSON.stringify(column)} is no name for a column`, {
    help: 'Give it the name Architect should show.',
    path,
    at,
  });

export const dataTableColumnTwice = (path: string, column: string, at?: SourceLine): Finding =>
  error('data-table-column', `the column ${JSON.stringify(column)} is called as the key is`, {
    help: 'The key of a table is the column "key", whatever it is called in Architect. Give the other column another name.',
    path,
    at,
  });

export const dataTableTooMany = (
  path: string,
  what: 'columns' | 'rows',
  count: number,
  most: number,
  at?: SourceLine,
): Finding =>
  error('data-table-size', `the table has ${count} ${what}`, {
    help: `A data table can have ${most}. Larger sets belong behind a data action.`,
    path,
    at,
  });

export const dataTableDefaultUnknown = (
  path: string,
  column: string,
  columns: readonly string[],
  at?: SourceLine,
): Finding =>
  error('data-table-default', `defaults has ${JSON.stringify(column)}, which is no column`, {
    help: `Columns: ${columns.join(', ')}.`,
    path,
    at,
  });

export const dataTableDefaultSize = (path: string, column: string, value: number, at?: SourceLine): Finding =>
  error('data-table-default', `the default of ${column} is ${value}, which the Terraform provider cannot keep`, {
    help: 'Give a default between 0.0001 and 1000000, or 0; or leave it out and give every row its value.',
    path,
    at,
  });

export const dataTableKeyMissing = (path: string, label: string, key: unknown, at?: SourceLine): Finding =>
  error('data-table-key', key === undefined ? `${label} is missing` : `${label} is ${JSON.stringify(key)}`, {
    help: 'Every row has a key, a text with at least one character.',
    path,
    at,
  });

export const dataTableKeyTooLong = (path: string, length: number, longest: number, at?: SourceLine): Finding =>
  error('data-table-key', `the key has ${length} characters`, { help: `Up to ${longest} are allowed.`, path, at });

export const dataTableKeyTwice = (path: string, key: string, rows: readonly number[], at?: SourceLine): Finding =>
  error(
    'data-table-key',
    `the key ${JSON.stringify(key)} is given ${rows.length} times: ${rows.map((i) => `rows[${i}]`).join(', ')}`,
    {
      help: 'A key finds one row. Leave one of them.',
      path,
      at,
    },
  );

export const dataTableCellMissing = (path: string, column: string, at?: SourceLine): Finding =>
  error('data-table-row', `${column} is missing`, {
    help: `Give the row a value for it, or give ${column} a default.`,
    path,
    at,
  });

export const dataTableCellUnknown = (
  path: string,
  column: string,
  columns: readonly string[],
  at?: SourceLine,
): Finding =>
  error('data-table-row', `${JSON.stringify(column)} is no column of the table`, {
    help: `Columns: ${columns.join(', ')}.`,
    path,
    at,
  });

export const dataTableCellWrong = (
  path: string,
  column: string,
  cell: unknown,
  expected: string | readonly string[],
  at?: SourceLine,
): Finding =>
  error('data-table-row', `${column} is ${typeof cell === 'number' ? cell : JSON.stringify(cell)}`, {
    help: typeof expected === 'string' ? `It has to be ${expected}.` : `It has to be one of ${expected.join(', ')}.`,
    path,
    at,
  });

export const promptName = (path: string, name: string, at?: SourceLine): Finding =>
  error('prompt-name', `${JSON.stringify(name)} is no name for a prompt`, {
    help: 'A name has letters, digits and underscores, and no digit first: "welcome_to_support".',
    path,
    at,
  });

export const promptLanguage = (path: string, language: string, at?: SourceLine): Finding =>
  error('prompt-language', `${JSON.stringify(language)} is no language`, {
    help: 'Write its tag as Architect does, in lower case: "en-us", "fr-fr".',
    path,
    at,
  });

export const promptSaysNothing = (path: string, language: string | undefined, at?: SourceLine): Finding =>
  error('prompt-empty', language === undefined ? 'it has no language' : `it says nothing in ${language}`, {
    help: "Give it a text to speak, a recording or a text to read: languages: { 'en-us': 'Welcome.' }.",
    path,
    at,
  });

export const emergencyWithoutRoutes = (path: string, flow: string, at?: SourceLine): Finding =>
  error('emergency-flow', `the flow ${JSON.stringify(flow)} answers no call route`, {
    help: 'Name the routes whose calls it answers during the emergency: routes: [supportLine].',
    path,
    at,
  });

export const emergencyRouteTwice = (path: string, route: string, at?: SourceLine): Finding =>
  error('emergency-route', `the call route ${JSON.stringify(route)} is given to several flows`, {
    help: 'During an emergency one flow answers a route. Leave one of them.',
    path,
    at,
  });

export const afterCallWorkTimeout = (path: string, seconds: number, at?: SourceLine): Finding =>
  error('after-call-work', `afterCallWorkTimeout is ${seconds} seconds`, {
    help: 'Give 1 second to 60 minutes.',
    path,
    at,
  });

export const afterCallWorkWithoutEnd = (path: string, prompt: string, at?: SourceLine): Finding =>
  error(
    'after-call-work',
    `afterCallWorkTimeout is set, and with the wrap-up prompt ${prompt} nothing ends by itself`,
    {
      help: 'Leave it out, or choose MANDATORY_TIMEOUT, MANDATORY_FORCED_TIMEOUT or AGENT_REQUESTED.',
      path,
      at,
    },
  );

export const settingOutOfRange = (
  path: string,
  setting: string,
  value: string,
  allowed: string,
  at?: SourceLine,
): Finding => error('out-of-range', `${setting} is ${value}`, { help: `Give ${allowed}.`, path, at });

export const notAnEmail = (path: string, user: string, at?: SourceLine): Finding =>
  error('user', `${JSON.stringify(user)} is no e-mail address`, {
    help: 'A user is named by their e-mail address: "agent@example.com".',
    path,
    at,
  });

export const memberOfGroup = (path: string, user: string, group: string, at?: SourceLine): Finding =>
  error('member-twice', `${user} is a member by themselves and in the group ${JSON.stringify(group)}`, {
    help: 'The provider refuses that. Leave them out of members: whoever is in the group answers.',
    path,
    at,
  });

export const memberTwice = (path: string, user: string, at?: SourceLine): Finding =>
  error('member-twice', `the member ${user} is given twice`, { help: 'Leave one of the two.', path, at });

export const didPoolUneven = (path: string, at?: SourceLine): Finding =>
  error('did-pool', 'its first and its last number do not have as many digits', {
    help: 'A pool holds numbers of one length; define one pool for each.',
    path,
    at,
  });

export const didPoolReversed = (path: string, at?: SourceLine): Finding =>
  error('did-pool', 'it ends before it begins', { help: 'Give the lower number first.', path, at });

export const notATimeZone = (path: string, timeZone: string, at?: SourceLine): Finding =>
  error('time-zone', `${JSON.stringify(timeZone)} is no time zone`, {
    help: 'Give a name of the IANA in its spelling, such as "Europe/Paris".',
    path,
    at,
  });

export const scheduleTime = (path: string, message: string, help: string, at?: SourceLine): Finding =>
  error('schedule', message, { help, path, at });

export const schedulesAlike = (path: string, first: string, other: string, at?: SourceLine): Finding =>
  error(
    'address-taken',
    `the schedules ${JSON.stringify(first)} and ${JSON.stringify(other)} would have one address in Terraform`,
    {
      help: 'Their names differ in signs only. Give one of them another name.',
      path,
      at,
    },
  );

export const scheduleTwice = (path: string, name: string, at?: SourceLine): Finding =>
  error('schedule', `the schedule ${JSON.stringify(name)} is given twice`, {
    help: 'Leave one of the two, or give it another name.',
    path,
    at,
  });

export const notANumber = (path: string, number: string, at?: SourceLine): Finding =>
  error('number', `${JSON.stringify(number)} is no telephone number in E.164`, {
    help: 'Write "+", country code and number, digits only: "+442079460101".',
    path,
    at,
  });
