import { Construct } from 'constructs';
import { inMilliseconds } from '../architect/types';
import { RoutingQueue } from '@flowcdk/provider-genesyscloud';
import type { QueueDefinition } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { literalText } from './terraform-text';

/** A queue with its wrap-up codes. */
export class Queue extends Construct {
  readonly resource: RoutingQueue;

  constructor(scope: Construct, id: string, { queue }: { readonly queue: QueueDefinition }) {
    super(scope, id);
    const deployed = Deployed.of(this);
    const codes = (queue.wrapupCodes ?? []).map((code) => deployed.idOf(code)).filter((code) => code !== undefined);
    const inQueueFlow = queue.inQueueFlow && deployed.idOf(queue.inQueueFlow);
    this.resource = new RoutingQueue(this, 'queue', {
      name: literalText(queue.name),
      ...(queue.description === undefined ? {} : { description: literalText(queue.description) }),
      ...divisionOf(this),
      ...(queue.afterCallWorkTimeout === undefined ? {} : { acwTimeoutMs: inMilliseconds(queue.afterCallWorkTimeout) }),
      acwWrapupPrompt: 'MANDATORY_TIMEOUT',
      ...(codes.length > 0 ? { wrapupCodes: codes } : {}),
      ...(inQueueFlow === undefined ? {} : { queueFlowId: inQueueFlow }),
    });
    deployed.create(queue, { id: this.resource.id, element: this.resource });
  }
}
