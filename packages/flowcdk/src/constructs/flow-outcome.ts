import { Construct } from 'constructs';
import { FlowOutcome } from '@flowcdk/provider-genesyscloud/lib/flow-outcome';
import type { FlowOutcomeDefinition } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { literalText } from './terraform-text';

/** A flow outcome. */
export class Outcome extends Construct {
  readonly resource: FlowOutcome;

  constructor(scope: Construct, id: string, { outcome }: { readonly outcome: FlowOutcomeDefinition }) {
    super(scope, id);
    this.resource = new FlowOutcome(this, 'flow-outcome', {
      name: literalText(outcome.name),
      description: literalText(outcome.description),
      ...divisionOf(this),
    });
    Deployed.of(this).create(outcome, { id: this.resource.id, element: this.resource });
  }
}
