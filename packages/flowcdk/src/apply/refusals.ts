import { defined } from '../ground/defined';
import { type Finding, FlowcdkError } from '../ground/finding';

/*
 * Everything that can be wrong with a stack, or be refused by the org it is applied to: one function each. The path is
 * the address of the resource, as Terraform writes it.
 */

const problem = (rule: string, message: string, path?: string, help?: string): FlowcdkError => {
  const finding: Finding = defined({
    rule,
    severity: 'error',
    message,
    path,
    help,
  });
  return new FlowcdkError([finding]);
};

export const withTerraform = 'Deploy the stack with Terraform instead.';

export const noStackIn = (folder: string): FlowcdkError =>
  problem(
    'no-stack',
    `there is no cdk.tf.json in ${folder}`,
    undefined,
    'Name the folder of a stack, cdktf.out/stacks/<name>, or the folder that flowcdk synth wrote.',
  );

export const unreadableStack = (file: string, why: string): FlowcdkError =>
  problem('unreadable-stack', `${file} cannot be read as JSON: ${why}`, undefined, 'Synthesize it again.');

export const otherTerraformFiles = (folder: string, files: readonly string[]): FlowcdkError =>
  problem(
    'other-terraform-files',
    `${folder} holds ${files.join(', ')} besides cdk.tf.json, which Terraform would read and flowcdk does not`,
    undefined,
    withTerraform,
  );

export const unknownSection = (name: string): FlowcdkError =>
  problem('unknown-section', `the stack has a section ${JSON.stringify(name)}`, name, withTerraform);

export const unknownType = (address: string, type: string): FlowcdkError =>
  problem('unknown-resource', `flowcdk org apply does not know ${type}`, address, withTerraform);

export const unknownMeta = (address: string, name: string): FlowcdkError =>
  problem('unknown-argument', `flowcdk org apply does not know the meta-argument ${name}`, address, withTerraform);

export const unknownAttributes = (address: string, names: readonly string[]): FlowcdkError =>
  problem(
    'unknown-attribute',
    `flowcdk org apply does not know ${names.length === 1 ? 'the attribute' : 'the attributes'} ${names.join(', ')}`,
    address,
    withTerraform,
  );

export const wrongAttribute = (address: string, name: string, message: string): FlowcdkError =>
  problem('wrong-attribute', `${name} ${message}`, address);

export const noSuchAddress = (address: string, expected: string): FlowcdkError =>
  problem('unknown-reference', `it refers to ${expected}, which the stack does not have`, address);

export const noSuchAttribute = (address: string, expected: string, attribute: string): FlowcdkError =>
  problem('unknown-reference', `it refers to ${expected}.${attribute}, which is not known here`, address);

export const inCircle = (addresses: readonly string[]): FlowcdkError =>
  problem('circle', `these need each other: ${addresses.join(' → ')}`, addresses[0]);

export const unreadableTemplate = (address: string | undefined, why: string): FlowcdkError =>
  problem('unreadable-expression', `an expression cannot be evaluated here: ${why}`, address, withTerraform);

export const variableMissing = (name: string, description: string | undefined): Finding => ({
  rule: 'variable-missing',
  severity: 'error',
  message: `the variable ${name} has no value${description === undefined ? '' : ` (${description})`}`,
  path: `var.${name}`,
  help: `Set the environment variable TF_VAR_${name}, or give --var ${name}=…. Where stand-ins play the services, --made-up-secrets will do.`,
});

export const variableUnknown = (name: string, known: readonly string[]): FlowcdkError =>
  problem(
    'variable-unknown',
    `the stack has no variable ${name}`,
    undefined,
    known.length === 0 ? 'It has none.' : `It has ${known.join(', ')}.`,
  );

export const secretNotKnown = (address: string, of: string): FlowcdkError =>
  problem(
    'secret-not-known',
    `it needs ${of}, which the org showed once, when it created the client`,
    address,
    'Give the resource of the client another name in the stack, so that a new client is created, or apply to a new org.',
  );

export const fileElsewhere = (address: string, file: string): FlowcdkError =>
  problem('file-elsewhere', `${file} is not there, or does not lie in the folder of the stack`, address);

/** A request that the API of the org refused. */
export class Refused extends FlowcdkError {
  constructor(
    address: string | undefined,
    request: string,
    readonly status: number,
    message: string,
  ) {
    super(problem('refused-by-org', `${message} (${status} to ${request})`, address).findings);
  }
}

export const publishFailed = (address: string, messages: readonly string[]): FlowcdkError =>
  problem('publish-failed', `the flow was not published: ${messages.join('\n')}`, address);

export const missingInOrg = (address: string, what: string): FlowcdkError =>
  problem('not-found-in-org', `the org has no ${what}`, address);

export const severalInOrg = (address: string, what: string, count: number): FlowcdkError =>
  problem('several-in-org', `the org has ${count} ${what}, and nothing tells which is meant`, address);

export const severalBegun = (address: string, type: string, ids: readonly string[]): FlowcdkError =>
  problem(
    'several-begun',
    `an apply was interrupted while it created this ${type}, and the org has ${ids.length} new ones that look like it: ${ids.join(', ')}`,
    address,
    'Delete all of them in the org, and apply again.',
  );

export const memberOfGroup = (address: string, user: string): FlowcdkError =>
  problem(
    'member-twice',
    `the user ${user} is in the queue because of a group, and cannot be a member besides`,
    address,
    'Leave them out of the members of the queue, or out of the group.',
  );

export const unreadableState = (file: string): FlowcdkError =>
  problem(
    'unreadable-state',
    `${file} is no state of flowcdk org apply`,
    undefined,
    'Remove it if the org is new; otherwise bring it back from where it was copied.',
  );

export const stateNotWritten = (file: string, why: string): FlowcdkError =>
  problem(
    'state-not-written',
    `${file} cannot be written: ${why}`,
    undefined,
    'Make room on the disk, or make the folder writable, and apply again: it goes on where it stopped.',
  );

export const notAnOrg = (url: string, why: string): FlowcdkError =>
  problem(
    'no-local-org',
    `${url} ${why}`,
    undefined,
    'flowcdk org starts a local org and prints its address. To deploy to the cloud, use Terraform.',
  );

export const noToken = (status: number, message: string): FlowcdkError =>
  problem(
    'no-token',
    `the org gives no token: ${message} (${status})`,
    undefined,
    'Give the client with --client-id and --client-secret. Where the org was started with a token, put that into the environment variable FLOWCDK_ORG_TOKEN.',
  );
