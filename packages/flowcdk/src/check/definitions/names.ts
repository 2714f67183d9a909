import { type Definition, identityOf } from '../../architect/definition';
import { nameTaken } from '../errors';
import type { Finding } from '../../ground/finding';
import { definedAt, kindWords } from './words';
import type { StackDefinitions } from './stack-definitions';

/** A name is the identity of a definition in an organisation: two of one kind would overwrite each other. */
export function names(stacks: readonly StackDefinitions[]): Finding[] {
  const taken = new Map<string, { readonly definition: Definition; readonly stack: string }>();
  const findings: Finding[] = [];
  for (const { name: stack, definitions } of stacks) {
    for (const definition of definitions) {
      const key = JSON.stringify(identityOf(definition)).toLowerCase();
      const earlier = taken.get(key);
      if (!earlier) taken.set(key, { definition, stack });
      else
        findings.push(nameTaken(kindWords(definition), definition.name, [earlier.stack, stack], definedAt(definition)));
    }
  }
  return findings;
}
