import { api, apart } from '../base/api-column';
import { required } from '../base/schema';

export const routingQueueOutboundEmailAddress = {
  /** The queue. */
  queueId: required('string', apart),
  /** Domain of the address, for instance `support.example.com`. */
  domainId: required('string', api('domain.id')),
  /** Email route in that domain. */
  routeId: required('string', api('route.id')),
};
