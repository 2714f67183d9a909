import { Construct } from 'constructs';
import { TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
import { DataGenesyscloudAuthDivision } from '@flowcdk/provider-genesyscloud';
import { literalText } from './terraform-text';

const divisions = new WeakMap<TerraformStack, string>();

/** Puts everything a stack creates into a division of the organisation. */
export function useDivision(stack: TerraformStack, name: string): void {
  divisions.set(
    stack,
    new DataGenesyscloudAuthDivision(new Construct(stack, 'division'), 'division', { name: literalText(name) }).id,
  );
}

/** `divisionId` for a resource of the stack; nothing in the home division. */
export function divisionOf(scope: Construct): { readonly divisionId?: string } {
  const divisionId = divisions.get(TerraformStack.of(scope));
  return divisionId === undefined ? {} : { divisionId };
}
