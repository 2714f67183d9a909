import type { Json, JsonObject } from '../../state/json';

/** An event as the bus has it: the envelope of EventBridge, with what Genesys Cloud puts into `detail`. */
export interface BusEvent extends JsonObject {
  readonly version: '0';
  /** The id that EventBridge gives. An event that Genesys Cloud sends twice has two (assumed). */
  readonly id: string;
  /** The topic with its placeholder: `v2.detail.events.conversation.{id}.acw`. */
  readonly 'detail-type': string;
  /** `aws.partner/genesys.com/cloud/ORGANISATION/SUFFIX` */
  readonly source: string;
  /** The AWS account, twelve digits. */
  readonly account: string;
  /** When the event happened: ISO 8601, UTC, whole seconds. */
  readonly time: string;
  /** The AWS region: `eu-central-1`. */
  readonly region: string;
  readonly resources: readonly Json[];
  readonly detail: BusDetail;
  /** The name of the replay that sends the event again. */
  readonly 'replay-name'?: string;
}

/** What Genesys Cloud says of an event. */
export interface BusDetail extends JsonObject {
  /** The topic with the id: `v2.detail.events.conversation.0b5d….acw`. */
  readonly topicName: string;
  readonly version: '2';
  readonly eventBody: JsonObject;
  readonly metadata: { readonly CorrelationId: string };
  /** When the event happened: ISO 8601, UTC. */
  readonly timestamp: string;
}

/** What goes wrong on purpose between Genesys Cloud and the bus. A seed decides which events are doubled or late. */
export interface BusFaults {
  /** When the bus takes nothing: moments, each from its begin up to but not including its end. */
  readonly outages?: readonly { readonly from: Date; readonly to: Date }[] | undefined;
  /** The share of the events that Genesys Cloud sends twice, from 0 to 1. */
  readonly duplicated?: number | undefined;
  /** The share of the events that come late, by up to `delay`. */
  readonly delayed?: number | undefined;
  /** The longest delay in milliseconds. @default 60 000 */
  readonly delay?: number | undefined;
}

/** An event that nobody will get any more. */
export interface LostEvent {
  /** When it was given up, milliseconds since 1970. */
  readonly at: number;
  readonly source: string;
  readonly topicName: string;
  readonly why: string;
}

/** A bus, a rule or an archive cannot be as somebody wants it. */
export class BusProblem extends Error {
  override readonly name = 'BusProblem';
}
