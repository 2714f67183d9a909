import { Construct } from 'constructs';
import { TelephonyProvidersEdgesDidPool } from '@flowcdk/provider-genesyscloud/lib/telephony-providers-edges-did-pool';
import type { DidPoolDefinition } from '../routing';
import { Deployed } from './deployed';
import { literalText } from './terraform-text';

/** A DID pool. */
export class DidPool extends Construct {
  readonly resource: TelephonyProvidersEdgesDidPool;

  constructor(scope: Construct, id: string, { pool }: { readonly pool: DidPoolDefinition }) {
    super(scope, id);
    this.resource = new TelephonyProvidersEdgesDidPool(this, 'did-pool', {
      startPhoneNumber: pool.first,
      endPhoneNumber: pool.last,
      description: literalText(pool.description ?? pool.name),
      comments: literalText(pool.comments),
      poolProvider: pool.provider,
    });
    Deployed.of(this).create(pool, { id: this.resource.id, element: this.resource });
  }
}
