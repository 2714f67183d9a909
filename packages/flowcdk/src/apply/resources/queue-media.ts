import type { Attributes } from '../attributes';

const alerting = (given: Attributes) => ({
  enableAutoAnswer: given.value('enable_auto_answer') ?? false,
  alertingTimeoutSeconds: given.value('alerting_timeout_sec'),
  serviceLevel: {
    percentage: given.value('service_level_percentage'),
    durationMs: given.value('service_level_duration_ms'),
  },
});

const withTones = (given: Attributes) => ({
  ...alerting(given),
  autoAnswerAlertToneSeconds: given.value('auto_answer_alert_tone_seconds'),
  manualAnswerAlertToneSeconds: given.value('manual_answer_alert_tone_seconds'),
});

const callback = (given: Attributes) => ({
  ...alerting(given),
  autoAnswerAlertToneSeconds: given.value('auto_answer_alert_tone_seconds') ?? 0,
  manualAnswerAlertToneSeconds: given.value('manual_answer_alert_tone_seconds') ?? 0,
  enableAutoDialAndEnd: given.value('enable_auto_dial_and_end') ?? false,
  ...given.fields('mode', 'auto_dial_delay_seconds', 'auto_end_delay_seconds', 'pacing_modifier'),
  ...given.fields('max_retry_count', 'retry_delay_seconds'),
  ...given.fields('live_voice_reaction_type', 'answering_machine_reaction_type'),
  liveVoiceFlow: given.reference('live_voice_flow_id'),
  answeringMachineFlow: given.reference('answering_machine_flow_id'),
});

function message(given: Attributes) {
  const inactivity = given.block('inactivity_timeout_settings');
  const subTypes = given.blocks('sub_type_settings');
  return {
    ...alerting(given),
    enableInactivityTimeout: given.value('enable_inactivity_timeout') ?? false,
    inactivityTimeoutSettings: inactivity && {
      ...inactivity.fields('timeout_seconds', 'action_type'),
      flowId: inactivity.reference('flow_id'),
    },
    subTypeSettings:
      subTypes.length === 0
        ? undefined
        : Object.fromEntries(
            subTypes.map((one) => [
              one.needed('media_type'),
              one.fields('enable_auto_answer', 'enable_inactivity_timeout'),
            ]),
          ),
  };
}

/** How a queue alerts, medium by medium. */
export function mediaSettingsOf(given: Attributes) {
  const medium = <T>(name: string, settings: (block: Attributes) => T): T | undefined => {
    const block = given.block(`media_settings_${name}`);
    return block && settings(block);
  };
  return {
    call: medium('call', withTones),
    callback: medium('callback', callback),
    chat: medium('chat', withTones),
    email: medium('email', withTones),
    message: medium('message', message),
  };
}
