import { notificationsOf, socketFaults } from '../../notifications/notifications';
import type { JsonObject } from '../../state/json';
import { oneOf, required, text, whole, yesNo } from '../../state/shape';
import type { Call } from '../call';
import type { Route } from '../route';
import { ownRoute } from './own-route';

const path = '/flowcdk/notification-faults';
const HOUR = 3_600_000;
const faultsBody = { silent: yesNo, slow: whole(0, HOUR), throttled: whole(0, 1_000) };
const strikeBody = { fault: required(oneOf(...socketFaults)), channelId: text(256, 1) };

const shown = ({ runtime }: Call): JsonObject => {
  const { silent = false, slow = 0, throttled = 0 } = notificationsOf(runtime).faults;
  return { silent, slow, throttled };
};

export const notificationFaultRoutes: readonly Route[] = [
  ownRoute({
    method: 'GET',
    path,
    does: 'tells what goes wrong on purpose with channels of the notification service',
    answers: [200],
    handle: shown,
  }),
  ownRoute({
    method: 'PUT',
    path,
    does: 'plans what goes wrong with channels: `silent` sockets stay open and say nothing, frames are `slow` by so many milliseconds, so many creations are `throttled` with 429',
    answers: [200],
    body: faultsBody,
    handle: (call) => {
      const { silent, slow, throttled } = call.only(faultsBody);
      notificationsOf(call.runtime).faults = { silent, slow, throttled };
      return shown(call);
    },
  }),
  ownRoute({
    method: 'POST',
    path,
    does: 'strikes open sockets now: `cut` ends them without a word, `mute` leaves them open without a word, `closing` announces their end in a minute, `revoked` says that their token is; all, or that of `channelId`',
    answers: [200],
    body: strikeBody,
    handle: (call) => {
      const { fault, channelId } = call.only(strikeBody);
      return { sockets: notificationsOf(call.runtime).strike(fault, channelId) };
    },
  }),
];
