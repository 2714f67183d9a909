import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import { error, warning } from '../ground/errors';

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
  // Rounded up, so that what is a byte too long is more than the largest.
  error('recording', `the recording ${file} has ${(Math.ceil(megabytes * 10) / 10).toFixed(1)} MB`, {
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

export const didPoolsOverlap = (path: string, other: string, at?: SourceLine): Finding =>
  error('did-pool', `it overlaps with the pool ${other}`, { help: 'A number belongs to one pool.', path, at });

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

export const permissionsUnknown = (path: string, call: string, integration: string, at?: SourceLine): Finding =>
  error('permission-unknown', `nobody here knows which permissions ${call} requires`, {
    help: `Give the integration ${integration} its \`permissions\`: what this call requires, and what its other data actions do.`,
    path,
    at,
  });
