import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import { error } from '../ground/errors';

export const resourcesShareAddress = (address: string, first: string, other: string): Finding =>
  error('address-taken', `two resources have the address ${address} in Terraform: ${first} and ${other}`, {
    help: 'Terraform would see only one of them. Give one of the definitions or constructs another name.',
  });

export const idNotInExport = (name: string, needed: readonly string[], at?: SourceLine): Finding => ({
  rule: 'not-exported',
  severity: 'warning',
  message: `the data action ${JSON.stringify(name)} needs the id of ${needed.join(' and ')}, which no file can know, so it is not exported`,
  help: 'Deploy it with Terraform, or make it by hand once the organisation has what it names.',
  path: `data action ${name}`,
  ...(at ? { at } : {}),
});

export const outputIsNoFolder = (path: string): Finding =>
  error('output-folder', `${path} is a file, not a folder`, {
    help: 'Name a folder that is there or can be made: --out DIR.',
  });

export const outputNotWritable = (path: string, reason: unknown): Finding =>
  error('output-folder', `cannot write to ${path}: ${reason instanceof Error ? reason.message : String(reason)}`, {
    help: 'Name a folder you may write to: --out DIR.',
  });

export const eventStreamWrong = (stream: string, problem: string): Finding =>
  error('event-stream', `the event stream ${stream} cannot be used: ${problem}`, {
    help: 'docs/event-stream.md shows one, and says what each of its settings takes.',
  });
