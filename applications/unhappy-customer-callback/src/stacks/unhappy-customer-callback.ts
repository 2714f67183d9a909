import {
  dataTable,
  type Definition,
  existing,
  minutes,
  queue,
  scheduleGroup,
  type ScheduleGroupDefinition,
  seconds,
  stack,
  wrapupCode,
} from 'flowcdk';
import { createCallback } from '../../data-actions/create-callback';
import { cloud, TIMEOUT } from '../../data-actions/genesys-cloud';
import { getConversation } from '../../data-actions/get-conversation';
import { getSentiment } from '../../data-actions/get-sentiment';
import { chatWebhook, postToChat } from '../../data-actions/post-to-chat';
import { sendSms } from '../../data-actions/send-sms';
import { tagConversation } from '../../data-actions/tag-conversation';
import type { ChatMessage } from '../../flows/post-message';
import type { ScheduledCallback } from '../../flows/schedule-callback';
import type { Acknowledgement } from '../../flows/send-acknowledgement';
import { callUnhappyCustomerBack } from '../../flows/call-unhappy-customer-back';
import { callFinished } from '../../triggers/call-finished';
import type { Settings } from '../settings';

const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A second more than the actions' own: where Genesys Cloud is slow the action fails first, and a failure tells more. */
const timeout = seconds(TIMEOUT + 1);

/** Everything that is deployed: the workflow, what it calls, and what starts it. */
export function unhappyCustomerCallback(settings: Settings) {
  const { division, waitForScore, threshold, dryRun, tag } = settings;
  const callingHours = callingHoursOf(settings);
  const sms = smsOf(settings, callingHours);
  const callback = callbackOf(settings, callingHours);
  const chat = chatOf(settings);
  const code = wrapUpCodeOf(settings);
  const callBack = callUnhappyCustomerBack({
    division,
    claim: { tag, read: getConversation, write: tagConversation, timeout },
    score: {
      get: getSentiment,
      first: seconds(waitForScore.first),
      every: seconds(waitForScore.every),
      times: 1 + Math.floor((waitForScore.atMost - waitForScore.first) / waitForScore.every),
      timeout,
    },
    threshold,
    dryRun,
    sms: sms?.way,
    callback: callback?.way,
    chat: chat?.way,
  });
  return stack('unhappy-customer-callback', [
    cloud,
    getConversation,
    getSentiment,
    tagConversation,
    callingHours,
    ...[sms, callback, chat].flatMap((each) => each?.definitions ?? []),
    ...(code ? [code] : []),
    callBack,
    callFinished({ target: callBack, wrapUpCode: code }),
  ]);
}

/** One of the three ways to see to a customer, and what it needs; undefined where it is switched off. */
type Way<W> = { readonly way: W; readonly definitions: readonly Definition[] } | undefined;

function smsOf({ sms, smsNumber }: Settings, callingHours: ScheduleGroupDefinition): Way<Acknowledgement> {
  if (!sms.enabled) return undefined;
  const send = sendSms({ from: smsNumber });
  const optOuts = dataTable({
    name: 'sms-opt-out',
    description: 'Numbers that get no SMS',
    key: 'number',
    columns: {},
  });
  const hours = sms.inQuietHours ? undefined : callingHours;
  return { way: { ...sms, send, optOuts, timeout, hours }, definitions: [send, optOuts] };
}

function callbackOf(settings: Settings, callingHours: ScheduleGroupDefinition): Way<ScheduledCallback> {
  const { callback, callbackQueue, inOrganisation, supervisors } = settings;
  if (!callback.enabled) return undefined;
  const supervisorsQueue = inOrganisation.includes('callbackQueue')
    ? existing('queue', callbackQueue)
    : queue({ name: callbackQueue, description: 'Calls back customers who were unhappy' });
  const supervisorsHours = scheduleGroup({
    name: 'Supervisors',
    timeZone: supervisors.timeZone,
    open: supervisors.open,
    holidays: supervisors.holidays,
  });
  const delay = minutes(callback.delay);
  return {
    way: { create: createCallback, queue: supervisorsQueue, delay, supervisorsHours, callingHours, timeout },
    definitions: [createCallback, supervisorsHours, supervisorsQueue],
  };
}

function chatOf({ chat }: Settings): Way<ChatMessage> {
  if (!chat.enabled) return undefined;
  const post = postToChat({ baseUrl: chat.baseUrl });
  return { way: { post, timeout }, definitions: [chatWebhook, post] };
}

const wrapUpCodeOf = ({ wrapUpCode: name, inOrganisation }: Settings) => {
  if (name === undefined) return undefined;
  return inOrganisation.includes('wrapUpCode') ? existing('wrapupCode', name) : wrapupCode({ name });
};

/** When customers may be called, and sent an SMS: all but the quiet hours. */
const callingHoursOf = ({ quietHours: { timeZone, from, to } }: Settings) =>
  scheduleGroup({
    name: 'Calling hours',
    description: 'When customers may be called and sent an SMS: all but the quiet hours',
    timeZone,
    open: { days: everyDay, from: '00:00', to: '24:00' },
    closed: { name: 'quiet', days: everyDay, from, to, overnight: from >= to },
  });
