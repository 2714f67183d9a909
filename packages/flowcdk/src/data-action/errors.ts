import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import { error, warning } from '../ground/errors';

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
