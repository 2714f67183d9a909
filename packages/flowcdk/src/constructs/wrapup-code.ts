import { Construct } from 'constructs';
import { RoutingWrapupcode } from '@flowcdk/provider-genesyscloud/lib/routing-wrapupcode';
import type { WrapupCodeDefinition } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { literalText } from './terraform-text';

/** A wrap-up code. */
export class WrapupCode extends Construct {
  readonly resource: RoutingWrapupcode;

  constructor(scope: Construct, id: string, { wrapupCode }: { readonly wrapupCode: WrapupCodeDefinition }) {
    super(scope, id);
    this.resource = new RoutingWrapupcode(this, 'wrapup-code', {
      name: literalText(wrapupCode.name),
      description: literalText(wrapupCode.description),
      ...divisionOf(this, wrapupCode.division),
    });
    Deployed.of(this).create(wrapupCode, { id: this.resource.id, element: this.resource });
  }
}
