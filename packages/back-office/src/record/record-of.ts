import type { FinishedCall } from '../inbox/finished-call';
import type { CommunicationRecord } from './communication-record';

/** What is known of a call besides its result. */
export interface CallDetails {
  readonly customerId: string | null;
  readonly agentName: string | null;
  readonly wrapupName: string | null;
}

const directions: ReadonlyMap<string, CommunicationRecord['direction']> = new Map([
  ['inbound', 'INBOUND'],
  ['outbound', 'OUTBOUND'],
]);

/** Media types without their case, spaces, `-` and `_`: the platform writes `SCREENSHARE`, the contract `screen share`. */
const channels: ReadonlyMap<string, CommunicationRecord['channel']> = new Map([
  ['callback', 'VOICE'],
  ['voice', 'VOICE'],
  ['chat', 'CHAT'],
  ['email', 'EMAIL'],
  ['message', 'SMS'],
  ['video', 'VIDEO'],
  ['screenshare', 'VIDEO'],
  ['cobrowse', 'OTHER'],
  ['unknown', 'OTHER'],
]);

export const DEFAULT_TITLE = 'Call center communication';

export const channelOf = (mediaType: string | undefined): CommunicationRecord['channel'] =>
  channels.get((mediaType ?? '').toLowerCase().replaceAll(/[\s_-]/g, '')) ?? 'OTHER';

/** The number of a `tel:` address in E.164; any other address as it is. */
export const handleOf = (ani: string | undefined): string | null => ani?.replace(/^tel:/i, '') ?? null;

/**
 * The record of a finished call.
 *
 * @returns the problem where the direction is neither inbound nor outbound: the contract of the history has no other
 */
export function recordOf(
  call: FinishedCall,
  { customerId, agentName, wrapupName }: CallDetails,
): CommunicationRecord | { readonly problem: string } {
  const direction = directions.get(call.direction?.toLowerCase() ?? '');
  if (!direction) {
    const shown = call.direction === undefined ? 'is missing' : `"${call.direction.slice(0, 40)}" is unknown`;
    return { problem: `direction ${shown}: inbound and outbound are allowed` };
  }
  return {
    direction,
    communicatedAt: call.eventTime.toISOString(),
    source: 'Call center',
    channel: channelOf(call.mediaType),
    domain: 'OTHER',
    customerId,
    customerHandle: handleOf(call.ani),
    interactionId: call.conversationId,
    bankUserId: null,
    bankUserName: agentName,
    purpose: wrapupName,
    title: call.subject ?? DEFAULT_TITLE,
    body: '',
  };
}
