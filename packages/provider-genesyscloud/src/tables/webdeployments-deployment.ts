import { api, unset } from '../base/api-column';
import { block, computed, optional, optionalComputed, required } from '../base/schema';

export const webdeploymentsDeployment = {
  /** Seen in the org. */
  name: required('string'),
  /** Where it is embedded. */
  description: optional('string'),
  /** The configuration it shows. */
  configuration: block('list', '1..1', {
    /** The configuration. */
    id: required('string'),
    /** Its version; never shows a change in a plan. */
    version: optionalComputed('string'),
  }),
  /** Any web page may embed it; then leave `allowedDomains` out. @default false */
  allowAllDomains: optional('bool', unset(false)),
  /** Domains of the web pages that may embed it. */
  allowedDomains: optional('list(string)'),
  /** Inbound message flow that receives the conversations. */
  flowId: optional('string', api('flow.id')),
  /** Profile of the media that may be sent. */
  supportedContentId: optionalComputed('string', api('supportedContent.id')),
  /** Services that notify mobile apps. */
  pushIntegrations: block(
    'list',
    '0..*',
    {
      /** The integration. */
      id: required('string'),
      /** `APNS` or `FCM`. */
      provider: required('string'),
    },
    unset([]),
  ),
  /** `Pending`, `Active`, `Inactive`, `Error` or `Deleting`. */
  status: optionalComputed('string'),
  /** The script that a web page embeds. */
  snippet: computed('string'),
};
