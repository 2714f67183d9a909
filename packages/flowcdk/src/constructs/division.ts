import { Construct } from 'constructs';
import { TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
import { DataGenesyscloudAuthDivision } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-auth-division';
import { slug } from '../ground/address';
import { literalText } from './terraform-text';

const divisions = new WeakMap<TerraformStack, string>();

/** Puts everything a stack creates into a division of the organisation. */
export function useDivision(stack: TerraformStack, name: string): void {
  divisions.set(
    stack,
    new DataGenesyscloudAuthDivision(new Construct(stack, 'division'), 'division', { name: literalText(name) }).id,
  );
}

/**
 * `divisionId` for a resource: its own division if it names one, else the division of the stack; nothing for the home
 * division.
 */
export function divisionOf(scope: Construct, own?: string): { readonly divisionId?: string } {
  const stack = TerraformStack.of(scope);
  const divisionId = own === undefined ? divisions.get(stack) : divisionNamed(stack, own);
  return divisionId === undefined ? {} : { divisionId };
}

/** The id of a division, looked up once per stack. */
function divisionNamed(stack: TerraformStack, name: string): string {
  const scope = (stack.node.tryFindChild('existing') as Construct | undefined) ?? new Construct(stack, 'existing');
  const id = `division-${slug(name)}`;
  const known = scope.node.tryFindChild(id) as DataGenesyscloudAuthDivision | undefined;
  return (known ?? new DataGenesyscloudAuthDivision(scope, id, { name: literalText(name) })).id;
}
