import type { Definition } from '../../architect/definition';
import { nameTaken } from '../../ground/errors';
import type { Finding } from '../../ground/finding';
import { definedAt, kindWords } from './words';
import type { StackDefinitions } from './stack-definitions';

/** A name is the identity of a definition in an organisation: two of one kind would overwrite each other. */
export function names(stacks: readonly StackDefinitions[]): Finding[] {
  const taken = new Map<string, { readonly definition: Definition; readonly stack: string }>();
  const found: Finding[] = [];
  for (const { name: stack, definitions } of stacks) {
    for (const definition of definitions) {
      const key = identity(definition);
      const earlier = taken.get(key);
      if (!earlier) taken.set(key, { definition, stack });
      else found.push(nameTaken(kindWords(definition), definition.name, [earlier.stack, stack], definedAt(definition)));
    }
  }
  return found;
}

/** Flows of two kinds, and data actions of two categories, may have one name. */
function identity(definition: Definition): string {
  const within = 'type' in definition ? definition.type : 'category' in definition ? definition.category : '';
  return JSON.stringify([definition.definition, within, definition.name.toLowerCase()]);
}
