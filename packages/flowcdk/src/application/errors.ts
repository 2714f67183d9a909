import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import { error } from '../ground/errors';

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
