import { defined } from '../ground/defined';
import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';

/**
 * Everything that keeps a file from being formatted, one function each. Such a file stays as it is.
 */

const error = (rule: string, message: string, help?: string, at?: SourceLine): Finding =>
  Object.freeze(defined({ rule, severity: 'error', message, help, at }));

export const notYaml = (message: string, at: SourceLine): Finding => error('yaml', message, undefined, at);

export const noFlow = (keys: readonly string[], kinds: readonly string[], at: SourceLine): Finding =>
  error(
    'unknown-root',
    keys.length === 0 ? 'this is no flow: it has no root key' : `this is no flow: its root has ${shownKeys(keys)}`,
    `Architect YAML has one root key, the kind of flow, with the flow below it: ${kinds.join(', ')}.`,
    at,
  );

export const emptyFlow = (kind: string, at: SourceLine): Finding =>
  error('unknown-root', `there is no flow in this ${kind}`, `Below ${kind}: stand its keys, such as name.`, at);

const shownKeys = (keys: readonly string[]): string =>
  keys.length > 5 ? `${keys.slice(0, 5).join(', ')} and ${keys.length - 5} more` : keys.join(', ');

export const repeatedPart = (at: SourceLine): Finding =>
  error(
    'alias',
    'this part has an anchor (&name) and is used again with an alias (*name)',
    "Architect's exporter knows no aliases, and formatting would write the part out each time. Write it out yourself if that is meant.",
    at,
  );

export const placeholderInList = (at: SourceLine): Finding =>
  error(
    'placeholder-in-list',
    'a placeholder without quotes stands in a list in brackets, where it may become several items',
    'On a line of its own it would become one. Write the list below its key, an item a line, or put the placeholder in quotes.',
    at,
  );

export const tooLarge = (characters: number, most: number, at: SourceLine): Finding =>
  error(
    'too-large',
    `formatted, the text would have ${characters} characters`,
    `Up to ${most} can be read again. Split the flow.`,
    at,
  );

export const cannotKeep = (what: string, at: SourceLine): Finding =>
  error(
    'cannot-keep',
    `formatting would lose ${what}`,
    'The file stays as it is. This is a defect of flowcdk; please report it with the file.',
    at,
  );

/** The rule of a finding about a file that cannot be read at all. */
export const FILE_UNREADABLE = 'file-unreadable';

export const fileUnreadable = (file: string, reason: string, help: string): Finding =>
  error(FILE_UNREADABLE, `${file} cannot be read: ${reason}`, help);

/** Commands take the flows of a folder in its place. */
export const folderWithoutFlows = (folder: string): Finding =>
  fileUnreadable(
    folder,
    'no flow lies in this folder',
    'A flow is a file *.yaml that begins with its kind, such as "inboundCall:", or an export *.i3*.',
  );

export const fileNotUtf8 = (file: string): Finding =>
  error('file', `${file} cannot be read: it is not UTF-8`, 'Save it as UTF-8; Architect reads nothing else.');

export const fileUnwritable = (file: string, reason: string, help: string): Finding =>
  error('file', `${file} cannot be written: ${reason}`, help);

export const yamlIsThere = (file: string, yaml: string): Finding =>
  error(
    'file',
    `${yaml} is there already and says something else than ${file}`,
    'It stays as it is. Move it away to convert the export again, or compare: --stdout prints the YAML.',
  );
