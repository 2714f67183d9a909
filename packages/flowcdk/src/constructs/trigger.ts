import { Construct } from 'constructs';
import { canonicalMatchCriteria } from '../process-automation/match-criteria';
import type { Trigger } from '../process-automation/trigger';
import { ProcessautomationTrigger } from '@flowcdk/provider-genesyscloud/lib/processautomation-trigger';
import { Deployed } from './deployed';
import { literalText } from './terraform-text';

/** An event trigger that launches a workflow. */
export class EventTrigger extends Construct {
  readonly resource: ProcessautomationTrigger;

  constructor(scope: Construct, id: string, { trigger }: { readonly trigger: Trigger }) {
    super(scope, id);
    const deployed = Deployed.of(this);
    const { eventTtlSeconds, delayBySeconds, description } = trigger;
    this.resource = new ProcessautomationTrigger(this, 'trigger', {
      name: literalText(trigger.name),
      topicName: literalText(trigger.topic.name),
      enabled: trigger.enabled,
      target: {
        type: 'Workflow',
        id: deployed.idOf(trigger.target) ?? '',
        workflowTargetSettings: { dataFormat: trigger.dataFormat },
      },
      // The provider compares text, not JSON: any other spelling taints the trigger at every apply.
      matchCriteria: canonicalMatchCriteria(trigger.matchCriteria, (other) => deployed.idOf(other) ?? '', literalText),
      ...(eventTtlSeconds === undefined ? {} : { eventTtlSeconds }),
      ...(delayBySeconds === undefined ? {} : { delayBySeconds }),
      ...(description === undefined ? {} : { description: literalText(description) }),
    });
    deployed.create(trigger, { id: this.resource.id, element: this.resource });
  }
}
