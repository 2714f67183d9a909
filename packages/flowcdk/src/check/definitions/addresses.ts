import { addressOf, isAddress, LONGEST_ADDRESS, slug } from '../../ground/address';
import { type Definition, identityOf } from '../../architect/definition';
import { addressTaken, notAnAddress } from '../errors';
import type { Finding } from '../../ground/finding';
import { definedAt, kindWords } from './words';
import type { StackDefinitions } from './stack-definitions';

/**
 * An address identifies a resource for Terraform and depends only on its definition. If addresses were numbered, they
 * would shift when a definition is removed, and Terraform would delete the resource of another definition.
 */
export const addresses = (stacks: readonly StackDefinitions[]): Finding[] =>
  stacks.flatMap(({ name, definitions }) => [...wrongAddresses(definitions), ...takenAddresses(name, definitions)]);

const wrongAddresses = (definitions: readonly Definition[]): Finding[] =>
  definitions.flatMap((definition) => {
    const { address } = definition;
    return address === undefined || isAddress(address)
      ? []
      : [notAnAddress(`${kindWords(definition)} ${definition.name}`, address, LONGEST_ADDRESS, definedAt(definition))];
  });

function takenAddresses(stack: string, definitions: readonly Definition[]): Finding[] {
  const taken = new Map<string, Definition>();
  const findings: Finding[] = [];
  for (const definition of definitions) {
    const address = addressOf(definition);
    const key = `${definition.definition} ${address}`;
    const earlier = taken.get(key);
    if (!earlier) taken.set(key, definition);
    // Another check reports two definitions of one name and kind.
    else if (!isSame(earlier, definition))
      findings.push(
        addressTaken(address, [named(earlier), named(definition)], stack, another(definition), definedAt(definition)),
      );
  }
  return findings;
}

const isSame = (first: Definition, other: Definition): boolean =>
  JSON.stringify(identityOf(first)).toLowerCase() === JSON.stringify(identityOf(other)).toLowerCase();

/** An address that is likely to be free. */
function another(definition: Definition): string {
  const [, , part] = identityOf(definition);
  return `${addressOf(definition)}-${part === '' ? '2' : slug(part)}`;
}

/** `flow "Report" (inboundcall)` */
function named(definition: Definition): string {
  const [, name, part] = identityOf(definition);
  return `${kindWords(definition)} ${JSON.stringify(name)}${part === '' ? '' : ` (${part})`}`;
}
