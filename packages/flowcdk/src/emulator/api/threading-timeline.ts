import type { JsonObject } from '../state/json';
import { listOf, object, oneOf, required, whole } from '../state/shape';
import type { Call } from './call';
import type { Route } from './route';

const path = '/api/v2/conversations/messaging/threadingtimeline';

/** The messengers that have a window (documented words). */
const messengers = [
  'sms',
  'facebook',
  'twitter',
  'line',
  'whatsapp',
  'webmessaging',
  'open',
  'instagram',
  'apple',
] as const;

/** 72 hours, which is also the longest (documented). */
const DEFAULT_MINUTES = 4_320;

const timelineBody = {
  settings: required(
    listOf(
      object({
        messengerType: required(oneOf(...messengers)),
        timeoutInMinutes: required(whole(0, DEFAULT_MINUTES)),
      }),
      messengers.length,
    ),
  ),
};

const shown = ({ org }: Call): JsonObject => ({
  settings: messengers.map((messengerType) => ({
    messengerType,
    timeoutInMinutes: org.get('threadingWindow', messengerType)?.timeoutInMinutes ?? DEFAULT_MINUTES,
  })),
  defaultTimeoutMinutes: DEFAULT_MINUTES,
});

/** Replaces all windows. A messenger that the body does not name has the platform's (documented). */
function replace(call: Call): JsonObject {
  const { settings } = call.object(timelineBody);
  for (const { id } of call.org.all('threadingWindow')) call.org.remove('threadingWindow', id);
  for (const { messengerType, timeoutInMinutes } of settings)
    call.org.put('threadingWindow', { id: messengerType, timeoutInMinutes });
  return shown(call);
}

/** How long a conversation of messages goes on after its end. */
export const threadingTimelineRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    does: 'tells how long conversations of messages go on after their end, by messenger',
    permission: 'conversation:threadingTimeline:view',
    answers: [200],
    certainty: 'documented',
    note: 'The permission is believed. The local org has conversations of SMS alone.',
    handle: shown,
  },
  {
    method: 'PUT',
    path,
    does: 'sets how long conversations of messages go on after their end, by messenger; 0: not at all',
    permission: 'conversation:threadingTimeline:edit',
    answers: [200],
    certainty: 'documented',
    note: 'The local org has conversations of SMS alone.',
    body: timelineBody,
    handle: replace,
  },
];
