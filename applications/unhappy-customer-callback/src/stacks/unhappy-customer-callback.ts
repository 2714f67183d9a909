import {
  dataTable,
  type Definition,
  existing,
  minutes,
  queue,
  scheduleGroup,
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
import { callUnhappyCustomerBack } from '../../flows/call-unhappy-customer-back';
import { callFinished } from '../../triggers/call-finished';
import type { Settings } from '../settings';

const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Everything that is deployed: the workflow, what it calls, and what starts it. */
export function unhappyCustomerCallback(settings: Settings) {
  const { division, chat, quietHours, supervisors, wrapUpCode: codeName } = settings;
  const isThere = (what: Settings['inOrganisation'][number]) => settings.inOrganisation.includes(what);
  const supervisorsQueue = isThere('callbackQueue')
    ? existing('queue', settings.callbackQueue)
    : queue({ name: settings.callbackQueue, description: 'Calls back customers who were unhappy' });
  const code =
    codeName === undefined
      ? undefined
      : isThere('wrapUpCode')
        ? existing('wrapupCode', codeName)
        : wrapupCode({ name: codeName });

  const supervisorsHours = scheduleGroup({
    name: 'Supervisors',
    timeZone: supervisors.timeZone,
    open: supervisors.open,
    holidays: supervisors.holidays,
  });
  const callingHours = scheduleGroup({
    name: 'Calling hours',
    description: 'When customers may be called and sent an SMS: all but the quiet hours',
    timeZone: quietHours.timeZone,
    open: { days: everyDay, from: '00:00', to: '24:00' },
    closed: { name: 'quiet', days: everyDay, ...quietHours, overnight: quietHours.from >= quietHours.to },
  });
  const optOuts = dataTable({
    name: 'sms-opt-out',
    description: 'Numbers that get no SMS',
    key: 'number',
    columns: {},
  });

  const sms = sendSms({ from: settings.smsNumber });
  const post = postToChat({ baseUrl: chat.baseUrl });
  const { waitForScore } = settings;
  // A second more than the actions' own: where Genesys Cloud is slow the action fails first, and a failure tells more.
  const timeout = seconds(TIMEOUT + 1);
  const callBack = callUnhappyCustomerBack({
    division,
    claim: { tag: settings.tag, read: getConversation, write: tagConversation, timeout },
    score: {
      get: getSentiment,
      first: seconds(waitForScore.first),
      every: seconds(waitForScore.every),
      times: 1 + Math.floor((waitForScore.atMost - waitForScore.first) / waitForScore.every),
      timeout,
    },
    threshold: settings.threshold,
    dryRun: settings.dryRun,
    sms: settings.sms.enabled
      ? { ...settings.sms, send: sms, optOuts, timeout, hours: settings.sms.inQuietHours ? undefined : callingHours }
      : undefined,
    callback: settings.callback.enabled
      ? {
          create: createCallback,
          queue: supervisorsQueue,
          delay: minutes(settings.callback.delay),
          supervisorsHours,
          callingHours,
          timeout,
        }
      : undefined,
    chat: chat.enabled ? { post, timeout } : undefined,
  });

  const ofSms: readonly Definition[] = settings.sms.enabled ? [sms, optOuts] : [];
  const ofCallback: readonly Definition[] = settings.callback.enabled
    ? [createCallback, supervisorsHours, supervisorsQueue]
    : [];
  const ofChat: readonly Definition[] = chat.enabled ? [chatWebhook, post] : [];
  return stack('unhappy-customer-callback', [
    cloud,
    getConversation,
    getSentiment,
    tagConversation,
    callingHours,
    ...ofSms,
    ...ofCallback,
    ...ofChat,
    ...(code ? [code] : []),
    callBack,
    callFinished({ target: callBack, wrapUpCode: code }),
  ]);
}
