import { defined, type OrUndefined } from '../ground/defined';
import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import type { SettingPlace } from './problem';
import type { Unsupported } from './unsupported';

// Everything that can be wrong with settings, one function each: what is wrong, the value, what is allowed, what to do.

/** The words of a finding about a setting; its place is added later. */
export interface Words {
  readonly rule: string;
  readonly message: string;
  readonly help: string;
}

const error = (
  rule: string,
  message: string,
  rest: OrUndefined<Partial<Pick<Finding, 'help' | 'path' | 'at'>>>,
): Finding => Object.freeze(defined({ rule, severity: 'error', message, ...rest }));

/** The words about the setting at the place. */
export const about = ({ path, at }: SettingPlace, { rule, message, help }: Words): Finding =>
  error(rule, message, { help, path, at });

/**
 * A value as a finding shows it: in quotes, and cut where it is long.
 *
 * @example
 * ```ts
 * quoted('Orders'); // '"Orders"'
 * ```
 */
export const quoted = (value: string): string => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);

const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `Did you mean ${suggestion}? `;

export const environmentName = (name: string): Finding =>
  error('settings-environment', `${quoted(name)} is no name for an environment`, {
    help: 'A name has lower-case letters, digits and "-", at most 40, and begins with a letter or digit: local, test, prod.',
  });

export const environmentUnknown = (
  file: string,
  name: string,
  known: readonly string[],
  suggestion?: string,
): Finding =>
  error('settings-environment', `there is no environment ${quoted(name)}: the file ${file} does not exist`, {
    help:
      known.length === 0
        ? 'No environment exists yet. Write the file, or leave the environment away.'
        : `${meant(suggestion)}Environments here: ${known.join(', ')}.`,
  });

export const fileMissing = (file: string, misnamed?: string): Finding =>
  error('settings-file', `there is no ${file}`, {
    help: misnamed
      ? `Rename ${misnamed} to ${file}.`
      : 'Run the command in the folder of the project, or write the file. `flowcdk init` writes one with a new project, and docs/settings.md explains it.',
  });

export const fileUnreadable = (file: string, reason: string): Finding =>
  error('settings-file', `${file} cannot be read: ${reason}`, { help: 'It has to be a YAML file in UTF-8.' });

export const fileTooLarge = (file: string, size: number, largest: number): Finding =>
  error('settings-file', `${file} has ${size} bytes; at most ${largest} are read`, {
    help: 'Settings are a few hundred lines. Is it the right file?',
  });

export const wrongYaml = (message: string, at: SourceLine, help?: string): Finding =>
  error('settings-yaml', message, { ...(help ? { help } : {}), at });

export const noMap = (at: SourceLine): Finding =>
  error('settings-yaml', 'these are no settings: the file has to begin with a name and a colon', {
    help: 'For example: "provider:", with what belongs to it indented below.',
    at,
  });

export const moreFindings = (untold: number): Finding =>
  error('settings-more', `${untold} more problems are not shown`, { help: 'Mend those above and try again.' });

export const unknownSetting = (name: string, known: readonly string[], suggestion?: string): Words => ({
  rule: 'settings-unknown',
  message: `there is no setting ${quoted(name)} here`,
  help: `${meant(suggestion)}Settings here: ${known.join(', ')}.`,
});

export const missing = (name: string, help: string): Words => ({
  rule: 'settings-missing',
  message: `${name} is missing`,
  help,
});

export const wrongType = (value: string, allowed: string, help: string): Words => ({
  rule: 'settings-type',
  message: `has to be ${allowed}, not ${value}`,
  help,
});

export const wrongValue = (value: string, allowed: string, help: string): Words => ({
  rule: 'settings-value',
  message: `${value} is not allowed: it has to be ${allowed}`,
  help,
});

/** @param value as JSON */
export const notOneOf = (value: string, allowed: readonly string[], suggestion?: string): Words => ({
  rule: 'settings-value',
  message: `${value} is not known here`,
  help: `${meant(suggestion)}Allowed: ${allowed.join(', ')}.`,
});

export const wrongKey = (name: string, allowed: string): Words => ({
  rule: 'settings-value',
  message: `${quoted(name)} cannot be a name here`,
  help: `Allowed: ${allowed}.`,
});

const COUNTS = ['nothing in it', 'one entry'];

export const wrongCount = (count: number, allowed: string, help: string): Words => ({
  rule: 'settings-count',
  message: `has ${COUNTS[count] ?? `${count} entries`}; allowed: ${allowed}`,
  help,
});

export const needlessRemoval = (file: string, suggestion?: string): Words => ({
  rule: 'settings-removal',
  message: `null removes a setting, and ${file} does not have this one`,
  help: `${meant(suggestion)}Otherwise remove the line.`,
});

export const givenTwice = (what: string, value: string, first: SettingPlace): Words => ({
  rule: 'settings-twice',
  message: `the ${what} ${quoted(value)} is given twice, first on line ${first.at.line} (${first.path})`,
  help: 'Each may be given only once; remove or change one of the two.',
});

export const organisationProblem = (hasBoth: boolean, overlay: string): Words => ({
  rule: 'settings-organisation',
  message: hasBoth ? 'has a region and a gateway' : 'has neither a region nor a gateway',
  help: hasBoth
    ? `One of the two only: "region" for an organisation in the cloud, "gateway" for a local one. ${overlay} removes the other with "region: null".`
    : 'Give "region: eu-central-1" for an organisation in the cloud, or "gateway: http://127.0.0.1:8083" for a local one.',
});

export const severalBackends = (backends: readonly string[], overlay: string): Words => ({
  rule: 'settings-count',
  message: `has ${backends.length} backends: ${backends.join(', ')}`,
  help: `Terraform keeps its state in one place; leave one. ${overlay} removes another with "${backends[0]}: null".`,
});

export const secretInFile = (name: string): Words => ({
  rule: 'settings-secret',
  message: `${name} is a secret and does not belong in a file`,
  help: "Remove it here; Terraform's backends read their credentials from environment variables.",
});

export const standardName = (name: string, standard: readonly string[]): Finding =>
  error('settings-schema', `the setting ${name} comes with Flowcdk`, {
    help: `Choose another name. These come with Flowcdk: ${standard.join(', ')}.`,
    path: name,
  });

export const schemaUnsupported = ({ path, message, help }: Unsupported): Finding =>
  error('settings-schema', message, { help, path });

export const patternFlags = (pattern: RegExp, at: SourceLine | undefined): Finding =>
  error('settings-schema', `the pattern ${String(pattern)} has flags`, {
    help: 'JSON Schema, which editors read, has none. Write both cases of letters: [A-Za-z].',
    at,
  });
