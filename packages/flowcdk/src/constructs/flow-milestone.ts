import { Construct } from 'constructs';
import { FlowMilestone } from '@flowcdk/provider-genesyscloud/lib/flow-milestone';
import type { FlowMilestoneDefinition } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { literalText } from './terraform-text';

/** A flow milestone. */
export class Milestone extends Construct {
  readonly resource: FlowMilestone;

  constructor(scope: Construct, id: string, { milestone }: { readonly milestone: FlowMilestoneDefinition }) {
    super(scope, id);
    this.resource = new FlowMilestone(this, 'flow-milestone', {
      name: literalText(milestone.name),
      description: literalText(milestone.description),
      ...divisionOf(this),
    });
    Deployed.of(this).create(milestone, { id: this.resource.id, element: this.resource });
  }
}
