import { defined } from './defined';
import { didYouMean } from './did-you-mean';
import type { FlowKind } from './flow-kinds';
import type { SourceLine } from './source-line';
import type { Finding } from './finding';

/**
 * Every error a user can provoke, one function each: what is wrong, the value, what is allowed, what to do.
 */

function error(
  rule: string,
  message: string,
  rest: { help?: string | undefined; path?: string | undefined; at?: SourceLine | undefined } = {},
): Finding {
  const { at, ...other } = rest;
  return Object.freeze(defined({ rule, severity: 'error', message, ...other, at }));
}

export const flowNameEmpty = (at?: SourceLine): Finding =>
  error('flow-name', 'a flow has no name', { help: 'Give it the name Architect should show.', at });

export const flowFileUnusable = (file: string, why: string, at?: SourceLine): Finding =>
  error('flow-file', `the flow of ${file} cannot be used: ${why}`, {
    help: 'flowFromYaml takes a file of Architect YAML, relative to the working folder: flows/main.inboundCall.yaml.',
    at,
  });

export const placeholderWithoutValue = (file: string, placeholder: string, at?: SourceLine): Finding =>
  error('placeholder-without-value', `the placeholder {{${placeholder}}} of ${file} has no value`, {
    help: `Give it one: flowFromYaml('${file}', { substitutions: { ${JSON.stringify(placeholder)}: '…' } }).`,
    at,
  });

export const noFirstVersion = (file: string, kind: string, kinds: readonly string[], at?: SourceLine): Finding =>
  error('no-first-version', `the flow of ${file} has no first version: it is of kind ${kind}`, {
    help: `Flows of kind ${kinds.join(', ')} have one. Set firstVersion at another flow of the circle.`,
    at,
  });

export const actionNotInFlow = (
  path: string,
  action: string,
  flow: FlowKind,
  allowed: readonly FlowKind[],
  at?: SourceLine,
): Finding =>
  error('action-not-in-flow', `${action} cannot be used in a flow of kind ${flow}`, {
    help:
      action === 'wait'
        ? 'In a call flow time passes with something the caller hears or answers: collectInput, holdMusic, a menu.'
        : `It belongs to ${allowed.join(', ')}.`,
    path,
    at,
  });

export const actionNameTooLong = (path: string, name: string, longest: number, at?: SourceLine): Finding =>
  error('name-too-long', `the action name ${JSON.stringify(name)} has ${name.length} characters`, {
    help: `Architect takes up to ${longest}.`,
    path,
    at,
  });

export const failureOutputsInVoiceFlow = (path: string, flow: FlowKind, at?: SourceLine): Finding =>
  error('failure-outputs-in-call', `failureOutputs are not available in a flow of kind ${flow}`, {
    help: 'In call flows only the path tells what happened: use onFailure and onTimeout.',
    path,
    at,
  });

export const refIdGivenTwice = (path: string, kind: string, refId: string, first: string, at?: SourceLine): Finding =>
  error('ref-id-twice', `the ${kind} has the refId ${JSON.stringify(refId)}, and so has ${JSON.stringify(first)}`, {
    help: 'References would not tell the two apart. Leave refId out: it is made from the name and unique.',
    path,
    at,
  });

export const menuKeyGivenTwice = (path: string, key: string, first: string, at?: SourceLine): Finding =>
  error('menu-key-twice', `${key} chooses this, and ${JSON.stringify(first)}`, {
    help: 'A key chooses only one of them. Give one of them another key.',
    path,
    at,
  });

export const illegalRefId = (path: string, refId: string, at?: SourceLine): Finding =>
  error('ref-id', `${JSON.stringify(refId)} is no refId`, {
    help: 'A refId has at least one character and neither brackets nor slashes. Leave it out: it is made from the name.',
    path,
    at,
  });

export const botsAreMadeInArchitect = (flow: FlowKind, call: string, at?: SourceLine): Finding =>
  error('bot-flow', `a flow of kind ${flow} cannot be defined here: it is read, checked and written, not built`, {
    help: `Make the bot in Architect and use it from a flow with ${call}.`,
    at,
  });

export const illegalVariableName = (path: string, name: string, at?: SourceLine): Finding =>
  error('variable-name', `${JSON.stringify(name)} is no name for a variable`, {
    help: 'A name begins with a letter and goes on with letters, digits and underscores.',
    path,
    at,
  });

export const variableDeclaredTwice = (path: string, first: string, second: string, at?: SourceLine): Finding =>
  error(
    'variable-declared-twice',
    `the variable ${second} is declared twice${first === second ? '' : ` (as ${first} before)`}`,
    {
      help: 'Names of inputs, outputs and variables of one flow differ in more than upper and lower case.',
      path,
      at,
    },
  );

export const nameTaken = (kind: string, name: string, stacks: readonly [string, string], at?: SourceLine): Finding =>
  error('name-taken', `there are two definitions of the ${kind} ${JSON.stringify(name)}`, {
    help:
      stacks[0] === stacks[1]
        ? `Both are in the stack ${stacks[0]}. A name is the identity in an organisation; give one of them another.`
        : `One is in the stack ${stacks[0]}, one in ${stacks[1]}. A name is the identity in an organisation; give one of them another.`,
    at,
  });

export const addressTaken = (
  address: string,
  [first, other]: readonly [string, string],
  stack: string,
  another: string,
  at?: SourceLine,
): Finding =>
  error('address-taken', `the ${other} would have the address ${address} in Terraform, which the ${first} has`, {
    help: `Both are in the stack ${stack}. Give one of them an address of its own, such as address: ${JSON.stringify(another)}, or another name.`,
    at,
  });

export const resourcesShareAddress = (address: string, first: string, other: string): Finding =>
  error('address-taken', `two resources have the address ${address} in Terraform: ${first} and ${other}`, {
    help: 'Terraform would see only one of them. Give one of the definitions or constructs another name.',
  });

export const notAnAddress = (path: string, address: string, longest: number, at?: SourceLine): Finding =>
  error('address', `${JSON.stringify(address)} is no address of Terraform`, {
    help: `An address has lower-case letters, digits, "-" and "_", begins with a letter and has up to ${longest} characters.`,
    path,
    at,
  });

export const usedButNotDeployed = (user: string, kind: string, name: string, at?: SourceLine): Finding =>
  error('not-deployed', `${user} uses the ${kind} ${JSON.stringify(name)}, which no stack creates`, {
    help: `Add it to the definitions of a stack, or say that the organisation has it already: existing('…', ${JSON.stringify(name)}).`,
    path: user,
    at,
  });

export const existingWithoutName = (kind: string, at?: SourceLine): Finding =>
  error('existing-name', `a ${kind} of the organisation has no name`, {
    help: 'Give the name under which it is to be found.',
    at,
  });

export const cycleOfReferences = (
  round: readonly string[],
  { inQueue, ofFile }: { readonly inQueue: boolean; readonly ofFile: string | undefined },
  at?: SourceLine,
): Finding =>
  error('cycle-of-references', `these wait for each other: ${round.join(' → ')}`, {
    help: inQueue
      ? "None of them can be created first. In an in-queue flow builtIn('Call.CurrentQueue') is the queue the call waits in: use it instead of the queue."
      : ofFile === undefined
        ? 'None of them can be created first. Take one reference out of the round, for instance by passing the value as an input.'
        : `None of them can be created first. In an organisation that does not have them yet, a version that says nothing can come first: flowFromYaml('${ofFile}', { firstVersion: true }).`,
    at,
  });

export const numberOfTwoRoutes = (path: string, number: string, other: string, at?: SourceLine): Finding =>
  error('number-taken', `the number ${number} leads to the call route ${other} already`, {
    help: 'A number belongs to one call route; remove it from one of the two.',
    path,
    at,
  });

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

export const promptLacksLanguage = (
  flow: string,
  prompt: string,
  language: string,
  has: readonly string[],
  at?: SourceLine,
): Finding =>
  warning('prompt-lacks-language', `the prompt ${prompt} says nothing in ${language}, a language of the flow`, {
    help: `Add ${JSON.stringify(language)} to its languages (it has ${has.join(', ')}), or callers may hear nothing.`,
    path: flow,
    at,
  });

export const recordingNotThere = (path: string, file: string, at?: SourceLine): Finding =>
  error('recording', `the recording ${file} is not there`, {
    help: "A relative path counts from the working folder; join(__dirname, 'welcome.wav') is beside the definition.",
    path,
    at,
  });

export const recordingEmpty = (path: string, file: string, at?: SourceLine): Finding =>
  error('recording', `the recording ${file} is empty`, { help: 'Give a WAV file.', path, at });

export const recordingTooLarge = (
  path: string,
  file: string,
  megabytes: number,
  largest: number,
  at?: SourceLine,
): Finding =>
  error('recording', `the recording ${file} has ${megabytes.toFixed(1)} MB`, {
    help: `Architect takes up to ${largest} MB.`,
    path,
    at,
  });

export const recordingNoWav = (path: string, file: string, at?: SourceLine): Finding =>
  warning('recording', `the recording ${file} is no WAV file`, {
    help: 'Prompts should be WAV files; whether Architect can convert another is seen only when it is uploaded.',
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

export const emergencyRouteOfTwoGroups = (path: string, route: string, other: string, at?: SourceLine): Finding =>
  warning(
    'emergency-route',
    `the call route ${JSON.stringify(route)} belongs to the emergency group ${other} already`,
    {
      help: 'Which flow answers while both are on is not known. Give the route to one of them.',
      path,
      at,
    },
  );

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

export const flowOfAnotherKind = (
  path: string,
  place: string,
  flow: string,
  kind: FlowKind,
  flowKind: FlowKind,
  at?: SourceLine,
): Finding =>
  error('flow-kind', `${place} is ${JSON.stringify(flow)}, a flow of kind ${kind}`, {
    help: `Only a flow of kind ${flowKind} works there.`,
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

export const didPoolsOverlap = (path: string, other: string, at?: SourceLine): Finding =>
  error('did-pool', `it overlaps with the pool ${other}`, { help: 'A number belongs to one pool.', path, at });

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

export const attributeOfTwoOwners = (attribute: string, owners: readonly [string, string], at?: SourceLine): Finding =>
  error('attribute-owner', `the participant attribute ${attribute} has two owners: ${owners.join(' and ')}`, {
    help: 'When a voice flow ends it can write back what it knew and win over the other. Let one flow write it.',
    at,
  });

export const attributeWrittenByAnother = (attribute: string, owner: string, flow: string, at?: SourceLine): Finding =>
  error('attribute-owner', `${flow} writes the participant attribute ${attribute}, which belongs to ${owner}`, {
    help: 'Only the owner of a contract writes its attributes; give the flow an attribute of its own.',
    path: flow,
    at,
  });

function warning(...words: Parameters<typeof error>): Finding {
  return Object.freeze({ ...error(...words), severity: 'warning' });
}

const PROPERTY_NAME_RULE = 'A name begins with a letter and goes on with letters, digits, "-" and "_".';

export const integrationNameEmpty = (at?: SourceLine): Finding =>
  error('integration-name', 'an integration has no name', {
    help: 'Give it the name under which Architect should list its data actions.',
    at,
  });

export const integrationNameTooLong = (path: string, name: string, longest: number, at?: SourceLine): Finding =>
  error('name-too-long', `the name of the integration has ${name.length} characters`, {
    help: `It becomes the category of its data actions, which may have up to ${longest}.`,
    path,
    at,
  });

export const functionCategory = (path: string, name: string, at?: SourceLine): Finding =>
  error('function-category', `the name ${JSON.stringify(name)} makes Terraform take its data actions for functions`, {
    help: 'It becomes their category, and categories with "function data action" in them are functions. Choose another name.',
    path,
    at,
  });

export const credentialFieldName = (path: string, field: string, at?: SourceLine): Finding =>
  error('credential-field', `${JSON.stringify(field)} is no name for a field of a credential`, {
    help: `Templates write it as \${credentials.name}. ${PROPERTY_NAME_RULE}`,
    path,
    at,
  });

export const secretName = (path: string, name: string, at?: SourceLine): Finding =>
  error('secret-name', `${JSON.stringify(name)} is no name for a secret`, {
    help: 'It becomes a Terraform variable: lower-case letters, digits and "_", beginning with a letter.',
    path,
    at,
  });

export const permissionSyntax = (path: string, permission: string, at?: SourceLine): Finding =>
  error('permission', `${JSON.stringify(permission)} is no permission`, {
    help: 'A permission is written domain:entity:action, as in "architect:flow:launch".',
    path,
    at,
  });

export const idNotInExport = (name: string, needed: readonly string[], at?: SourceLine): Finding => ({
  rule: 'not-exported',
  severity: 'warning',
  message: `the data action ${JSON.stringify(name)} needs the id of ${needed.join(' and ')}, which no file can know, so it is not exported`,
  help: 'Deploy it with Terraform, or make it by hand once the organisation has what it names.',
  path: `data action ${name}`,
  ...(at ? { at } : {}),
});

export const permissionsUnknown = (path: string, call: string, integration: string, at?: SourceLine): Finding =>
  error('permission-unknown', `nobody here knows which permissions ${call} requires`, {
    help: `Give the integration ${integration} its \`permissions\`: what this call requires, and what its other data actions do.`,
    path,
    at,
  });

export const permissionMissing = (path: string, integration: string, permission: string, at?: SourceLine): Finding =>
  error('permission-missing', `the integration ${integration} may not do what the data action asks for`, {
    help: `Add ${JSON.stringify(permission)} to its permissions.`,
    path,
    at,
  });

export const customAuthCredential = (path: string, type: string | undefined, at?: SourceLine): Finding =>
  error('custom-auth-credential', `the credential is ${type === undefined ? 'missing' : `of type ${type}`}`, {
    help: 'A custom auth action only works with a credential made by userDefinedOAuth(…).',
    path,
    at,
  });

export const dataActionNameEmpty = (at?: SourceLine): Finding =>
  error('data-action-name', 'a data action has no name', { help: 'Give it the name Architect should show.', at });

export const dataActionNameTooLong = (path: string, name: string, longest: number, at?: SourceLine): Finding =>
  error('name-too-long', `the name has ${name.length} characters`, { help: `Up to ${longest} are allowed.`, path, at });

export const dataActionTimeout = (
  path: string,
  seconds: number,
  least: number,
  most: number,
  at?: SourceLine,
): Finding =>
  error('timeout-out-of-range', `the timeout is ${seconds} seconds`, {
    help: `Give whole seconds from ${least} to ${most}.`,
    path,
    at,
  });

export const inputReserved = (path: string, name: string, at?: SourceLine): Finding =>
  error('input-reserved', `the input ${name} has a name the platform uses itself`, {
    help: 'orgId, integrationId and rawRequest are reserved. Choose another name.',
    path,
    at,
  });

export const contractPropertyName = (path: string, name: string, at?: SourceLine): Finding =>
  error('contract-name', `${JSON.stringify(name)} is no name for a property of a contract`, {
    help: PROPERTY_NAME_RULE,
    path,
    at,
  });

export const inputNotFlat = (path: string, name: string, at?: SourceLine): Finding =>
  error('input-not-flat', `the input ${name} is a list or an object`, {
    help: 'Inputs are text, numbers and booleans. Hand over JSON as a string() and put it into the body with jsonText(…).',
    path,
    at,
  });

export const contractKind = (path: string, name: string, kind: string, at?: SourceLine): Finding =>
  error('contract-type', `${name} is of type ${kind}, which a contract cannot hold`, {
    help: 'Contracts hold string, integer, decimal and boolean; outputs also lists and object(…) of these.',
    path,
    at,
  });

export const nestedList = (path: string, name: string, at?: SourceLine): Finding =>
  error('nested-list', `the output ${name} is a list inside a list`, {
    help: 'Architect turns a list of objects into one collection for each property, so a property cannot be a list itself.',
    path,
    at,
  });

export const emptyObject = (path: string, name: string, at?: SourceLine): Finding =>
  error('empty-object', `the output ${name} is an object without properties`, {
    help: 'Architect only gets the properties of an object. Declare those a flow needs.',
    path,
    at,
  });

export const urlNotAbsolute = (path: string, url: string, at?: SourceLine): Finding =>
  error('url-not-absolute', `the URL begins with ${JSON.stringify(url)}`, {
    help: 'Web services have absolute URLs: https://host/path.',
    path,
    at,
  });

export const urlNotOfGenesysCloud = (path: string, url: string, at?: SourceLine): Finding =>
  error('url-not-relative', `the URL begins with ${JSON.stringify(url)}`, {
    help: 'On a Genesys Cloud integration it begins with /api/v2/; region and authentication are added by the platform.',
    path,
    at,
  });

export const headerSyntax = (path: string, name: string, at?: SourceLine): Finding =>
  error('header-syntax', `the header ${JSON.stringify(name)} cannot be sent`, {
    help: 'A header name has letters, digits and "-", and a value no line breaks.',
    path,
    at,
  });

export const headerGivenTwice = (path: string, name: string, at?: SourceLine): Finding =>
  error('header-given-twice', `the header ${name} is given twice`, {
    help: 'Upper and lower case do not tell headers apart. Leave one.',
    path,
    at,
  });

export const acceptNotJson = (path: string, value: string, at?: SourceLine): Finding =>
  error('accept-not-json', `the header Accept asks for ${JSON.stringify(value)}`, {
    help: 'The platform only understands JSON: leave the header out or write application/json.',
    path,
    at,
  });

export const bodyOfGet = (path: string, at?: SourceLine): Finding =>
  error('body-of-get', 'a GET request has a body', {
    help: 'The platform does not send it. Put the values into the URL, or use POST.',
    path,
    at,
  });

export const jsonTooDeep = (path: string, depth: number, deepest: number, at?: SourceLine): Finding =>
  error('json-too-deep', `the body has ${depth} levels`, { help: `JSON may have up to ${deepest}.`, path, at });

export const templateInputUnknown = (path: string, name: string, known: readonly string[], at?: SourceLine): Finding =>
  error('input-unknown', `the request uses the input ${name}, which is not declared`, {
    help: `Declared are: ${known.join(', ') || 'none'}. Do not share references between data actions.`,
    path,
    at,
  });

export const credentialUnknown = (path: string, key: string, known: readonly string[], at?: SourceLine): Finding =>
  error('credential-unknown', `the credential of the integration has no field ${key}`, {
    help: `It has: ${known.join(', ') || 'none'}.`,
    path,
    at,
  });

export const authResponseUnknown = (path: string, key: string, known: readonly string[], at?: SourceLine): Finding =>
  error('auth-response-unknown', `the token answer of the integration has no field ${key}`, {
    help:
      known.length > 0
        ? `It has: ${known.join(', ')}.`
        : 'The integration has no custom auth action: make it with customAuth(…).',
    path,
    at,
  });

export const inputUnused = (path: string, name: string, at?: SourceLine): Finding =>
  warning('input-unused', `the request does not use the input ${name}`, {
    help: 'Every flow must give it all the same. Use it or remove it.',
    path,
    at,
  });

export const outsideOfContract = (
  { path, at }: { readonly path: string; readonly at: SourceLine | undefined },
  side: 'input' | 'output',
  name: string,
): Finding =>
  error('outside-of-contract', `the ${side} ${name} does not stand in the contract`, {
    help: `Add it to contract.${side}, or leave it out of ${side === 'input' ? 'input' : 'outputs'}.`,
    path,
    at,
  });

export const outputWithoutSource = (path: string, output: string, at?: SourceLine): Finding =>
  error('output-without-source', `nothing tells where the output ${output} is found`, {
    help: `Add it to the response: ${output}: at('$.…').`,
    path,
    at,
  });

export const sourceWithoutOutput = (path: string, output: string, known: readonly string[], at?: SourceLine): Finding =>
  error('source-without-output', `the response gives ${output}, which is no output`, {
    help: `Declared are: ${known.join(', ') || 'none'}.`,
    path,
    at,
  });

export const jsonPathSyntax = (
  path: string,
  what: string,
  jsonPath: string,
  problem: string,
  offset: number,
  at?: SourceLine,
): Finding =>
  error('json-path-syntax', `the path ${jsonPath} of ${what} cannot be read: ${problem} at character ${offset + 1}`, {
    help: "Paths look like $.customer.name, $[0].id or $.items[?(@.kind == 'main')].id.",
    path,
    at,
  });

export const pathGivesList = (path: string, output: string, jsonPath: string, at?: SourceLine): Finding =>
  error('path-gives-list', `the path ${jsonPath} always gives a list, but the output ${output} is one value`, {
    help: `Filters, wildcards, slices and ".." give lists, empty ones too. Write first('${jsonPath}'), or name a position: [0].`,
    path,
    at,
  });

export const sourceValueOfAnotherType = (
  path: string,
  output: string,
  value: unknown,
  type: string,
  at?: SourceLine,
): Finding =>
  error('default-of-another-type', `the output ${output} is ${type}, but is given ${JSON.stringify(value)}`, {
    help: 'A default or constant has the type of its output.',
    path,
    at,
  });

export const codeThrew = (problem: Error, at: SourceLine): Finding =>
  error('code-threw', `${problem.name}: ${problem.message.split('\n', 1).join()}`, {
    help: 'This line, or something it calls, failed while the definitions were made. FLOWCDK_DEBUG=1 shows the whole way there.',
    at,
  });

export const outputIsNoFolder = (path: string): Finding =>
  error('output-folder', `${path} is a file, not a folder`, {
    help: 'Name a folder that is there or can be made: --out DIR.',
  });

export const outputNotWritable = (path: string, reason: unknown): Finding =>
  error('output-folder', `cannot write to ${path}: ${reason instanceof Error ? reason.message : String(reason)}`, {
    help: 'Name a folder you may write to: --out DIR.',
  });

export const triggerNameEmpty = (at?: SourceLine): Finding =>
  error('trigger-name', 'a trigger has no name', { help: 'Give it the name the organisation should show.', at });

export const triggerNameTooLong = (path: string, name: string, longest: number, at?: SourceLine): Finding =>
  error('name-too-long', `the name has ${name.length} characters`, { help: `Up to ${longest} are allowed.`, path, at });

export const triggerDescriptionTooLong = (path: string, text: string, longest: number, at?: SourceLine): Finding =>
  error('description-too-long', `the description has ${text.length} characters`, {
    help: `Up to ${longest} are allowed.`,
    path,
    at,
  });

export const triggerEventTtl = (path: string, seconds: number, least: number, at?: SourceLine): Finding =>
  error('event-ttl', `eventTtl is ${seconds} seconds`, {
    help: `Give whole seconds, at least ${least}; leave it out if events never get too old.`,
    path,
    at,
  });

export const triggerDelay = (path: string, seconds: number, least: number, most: number, at?: SourceLine): Finding =>
  error('delay-by', `delayBy is ${seconds} seconds`, {
    help: `Give whole seconds from ${least} to ${most}.`,
    path,
    at,
  });

export const triggerTiming = (path: string, at?: SourceLine): Finding =>
  error('trigger-timing', 'both eventTtl and delayBy are given', {
    help: 'The platform takes one of the two. (Terraform would only say so while it applies.)',
    path,
    at,
  });

export const jsonDataInput = (path: string, flow: string, inputs: readonly string[], at?: SourceLine): Finding =>
  error('trigger-json-input', `the workflow ${flow} has the inputs ${inputs.join(', ') || '(none)'}`, {
    help: 'With dataFormat Json a workflow gets the event in the input { jsonData: json() }.',
    path,
    at,
  });

export const inputNotFilled = (path: string, input: string, at?: SourceLine): Finding =>
  warning('input-not-filled', `the trigger does not fill the input ${input}`, {
    help: 'With dataFormat Json it fills jsonData alone, so the input is NOT_SET. Declare it optional(…), or read it from jsonData.',
    path,
    at,
  });

function meantField(input: string, fields: readonly string[]): string {
  const meant = didYouMean(input, fields);
  return meant === undefined ? '' : `Did you mean ${meant}? `;
}

export const inputNotInEvent = (
  path: string,
  input: string,
  topic: string,
  fields: readonly string[],
  at?: SourceLine,
): Finding =>
  error('input-not-in-event', `events of ${topic} have no plain field for the input ${input}`, {
    help: `${meantField(input, fields)}Inputs have the names of fields: ${fields.join(', ')}. Lists and objects are only handed over with dataFormat Json.`,
    path,
    at,
  });

export const inputOfAnotherType = (
  path: string,
  input: string,
  declared: string,
  field: string,
  at?: SourceLine,
): Finding =>
  error('input-of-another-type', `the input ${input} is ${declared}, but the field of the event is ${field}`, {
    help: 'Declare the input with the type of the field.',
    path,
    at,
  });

export const eventFieldMayMiss = (path: string, input: string, topic: string, at?: SourceLine): Finding =>
  warning('event-field-may-miss', `events of ${topic} do not always have ${input}`, {
    help: `The input is NOT_SET then. Declare it optional(…) and look with IsNotSetOrEmpty before using it.`,
    path,
    at,
  });

export const criterionField = (
  path: string,
  jsonPath: string,
  topic: string,
  fields: readonly string[],
  at?: SourceLine,
): Finding =>
  error('criterion-field', `events of ${topic} have no field ${jsonPath}`, {
    help: `They have: ${fields.join(', ')}.`,
    path,
    at,
  });

export const criterionOnOtherType = (
  path: string,
  jsonPath: string,
  operator: string,
  expected: string,
  at?: SourceLine,
): Finding =>
  error('criterion-type', `${operator} on ${jsonPath}, which is not ${expected}`, {
    help: `${operator} compares ${expected}. For the rest there are equal, isIn and contains.`,
    path,
    at,
  });

export const criterionUnknownValue = (
  path: string,
  jsonPath: string,
  value: unknown,
  allowed: string,
  at?: SourceLine,
): Finding =>
  error('criterion-value', `${jsonPath} is never ${JSON.stringify(value)}`, {
    help: `Upper and lower case differ. It is: ${allowed}.`,
    path,
    at,
  });

export const criterionWithoutValues = (path: string, jsonPath: string, operator: string, at?: SourceLine): Finding =>
  error('criterion-values', `${operator} on ${jsonPath} has no values`, { help: 'Give at least one value.', path, at });

export const illegalExpression = (
  path: string,
  text: string,
  message: string,
  offset: number,
  severity: Finding['severity'],
  at?: SourceLine,
): Finding => ({
  ...error(
    'expression',
    `${message} in ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)} at ${offset + 1}`,
    { path, at },
  ),
  severity,
});

export const servicesUnreadable = (file: string, reason: string): Finding =>
  error('services-file', `${file} cannot be read: ${reason}`, {
    help: 'It is a YAML file that begins with "services:"; docs/services.md explains it.',
  });

export const servicesWrong = (path: string, message: string, help: string | undefined, at: SourceLine): Finding =>
  error('services-file', message, { help, path: path === '' ? undefined : path, at });

export const eventStreamWrong = (stream: string, problem: string): Finding =>
  error('event-stream', `the event stream ${stream} cannot be used: ${problem}`, {
    help: 'docs/event-stream.md shows one, and says what each of its settings takes.',
  });
