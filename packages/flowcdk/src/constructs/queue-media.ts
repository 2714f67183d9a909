import type { Defined } from '../architect/definition';
import { type DurationLiteral, inMilliseconds } from '../architect/types';
import type { RoutingQueueConfig } from '@flowcdk/provider-genesyscloud/lib/routing-queue';
import type {
  AudibleMediaSettings,
  CallbackReaction,
  CallbackSettings,
  MediaSettings,
  MessageSettings,
  QueueMedia,
} from '../routing';

type MediaConfig = Pick<
  RoutingQueueConfig,
  'mediaSettingsCall' | 'mediaSettingsCallback' | 'mediaSettingsChat' | 'mediaSettingsEmail' | 'mediaSettingsMessage'
>;

/** The id of a flow. */
type IdOf = (flow: Defined<'flow'>) => string | undefined;

/** How a queue alerts, medium by medium, as the provider takes it. */
export const mediaConfig = (media: QueueMedia, idOf: IdOf): MediaConfig => ({
  mediaSettingsCall: media.call && audible(media.call),
  mediaSettingsCallback: media.callback && callback(media.callback, idOf),
  mediaSettingsChat: media.chat && audible(media.chat),
  mediaSettingsEmail: media.email && audible(media.email),
  mediaSettingsMessage: media.message && message(media.message, idOf),
});

/** A missing value was reported as a problem of the queue before. */
const alerting = ({ alertingTimeout, serviceLevel, autoAnswer }: Partial<MediaSettings>) => ({
  alertingTimeoutSec: seconds(alertingTimeout),
  serviceLevelPercentage: serviceLevel && serviceLevel.percentage / 100,
  serviceLevelDurationMs: serviceLevel && inMilliseconds(serviceLevel.within),
  enableAutoAnswer: autoAnswer,
});

const audible = (settings: AudibleMediaSettings) => ({
  ...alerting(settings),
  autoAnswerAlertToneSeconds: seconds(settings.autoAnswerAlertTone),
  manualAnswerAlertToneSeconds: seconds(settings.manualAnswerAlertTone),
});

const callback = (settings: CallbackSettings, idOf: IdOf) => ({
  ...audible(settings),
  mode: settings.mode,
  enableAutoDialAndEnd: settings.autoDialAndEnd,
  autoDialDelaySeconds: seconds(settings.autoDialDelay),
  autoEndDelaySeconds: seconds(settings.autoEndDelay),
  pacingModifier: settings.pacingModifier,
  liveVoiceReactionType: reactionType(settings.liveVoice),
  liveVoiceFlowId: reactionFlow(settings.liveVoice, idOf),
  answeringMachineReactionType: reactionType(settings.answeringMachine),
  answeringMachineFlowId: reactionFlow(settings.answeringMachine, idOf),
  maxRetryCount: settings.maxRetries,
  retryDelaySeconds: seconds(settings.retryDelay),
});

const reactionType = (to: CallbackReaction | undefined): string | undefined =>
  typeof to === 'object' ? 'TransferToFlow' : to;

const reactionFlow = (to: CallbackReaction | undefined, idOf: IdOf): string | undefined =>
  typeof to === 'object' ? idOf(to) : undefined;

function message(settings: MessageSettings, idOf: IdOf) {
  const { inactivity, types = {} } = settings;
  const then = inactivity?.then;
  const kinds = Object.entries(types)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([mediaType, kind]) =>
      kind ? [{ mediaType, enableAutoAnswer: kind.autoAnswer, enableInactivityTimeout: kind.inactivity }] : [],
    );
  return {
    ...alerting(settings),
    inactivityTimeoutSettings: inactivity && {
      timeoutSeconds: seconds(inactivity.after),
      ...(typeof then === 'object'
        ? { actionType: 'SEND_TO_ARCHITECT_FLOW', flowId: idOf(then) }
        : { actionType: 'DISCONNECT' }),
    },
    subTypeSettings: kinds.length > 0 ? kinds : undefined,
  };
}

function seconds(duration: DurationLiteral): number;
function seconds(duration: DurationLiteral | undefined): number | undefined;
function seconds(duration: DurationLiteral | undefined): number | undefined {
  return duration && inMilliseconds(duration) / 1000;
}
