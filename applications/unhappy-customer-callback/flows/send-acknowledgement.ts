import {
  type Actions,
  callData,
  dataTableLookup,
  type DataTableDefinition,
  decision,
  type DurationLiteral,
  equals,
  evaluateScheduleGroup,
  exp,
  getConversationData,
  hasText,
  ifElse,
  isSet,
  lowerCase,
  type Readable,
  type ScheduleGroupDefinition,
  set,
  updateData,
  type Value,
} from 'flowcdk';
import type { sendSms } from '../data-actions/send-sms';
import { tries } from './tries';
import type { Flow } from './variables';

/** The SMS to the customer: what it says, and who gets none. */
export interface Acknowledgement {
  readonly send: ReturnType<typeof sendSms>;
  /** How long one try may take. */
  readonly timeout: DurationLiteral;
  /** The numbers that get no SMS, E.164. */
  readonly optOuts: DataTableDefinition;
  /** Participant data of the call with the language of the customer: `fr-fr`, `fr`. */
  readonly languageAttribute: string;
  /** One of `texts`. */
  readonly defaultLanguage: string;
  /** By language: `fr-fr`. */
  readonly texts: Readonly<Record<string, string>>;
  /** When an SMS may be sent. @default always */
  readonly hours?: ScheduleGroupDefinition | undefined;
}

/**
 * Sends the customer an SMS in their language. Those who opted out get none, and nobody gets one while it is not known
 * whether they did. The platform knows of opt-outs by an answer to an SMS itself and refuses to send; that is a result
 * of its own.
 */
export const sendAcknowledgement = (flow: Flow, sms: Acknowledgement): Actions => {
  const send = [
    getConversationData('Which language do they speak?', {
      conversationId: flow.conversationId,
      attributes: { [sms.languageAttribute]: flow.language },
    }),
    tries(flow, 'SMS', flow.sms, ({ wellWith, onFailure, onTimeout }) => [
      callData('Send the SMS', sms.send, {
        inputs: { toAddress: flow.number, textBody: textFor(flow.language, sms) },
        timeout: sms.timeout,
        failureOutputs: { status: flow.status, errorCode: flow.errorCode },
        onSuccess: wellWith('SENT'),
        onFailure,
        onTimeout,
      }),
    ]),
  ];
  const unlessTheyOptedOut = [
    dataTableLookup('Did they opt out?', sms.optOuts, {
      lookupValue: flow.number,
      onFound: [updateData('They opted out', [set(flow.sms, 'OPTED OUT')])],
      onNotFound: send,
      onFailure: [
        updateData('Nobody knows whether they did', [
          set(flow.sms, 'FAILED: opt-outs unknown'),
          set(flow.failed, true),
        ]),
      ],
    }),
  ];
  const quiet = [updateData('No SMS in quiet hours', [set(flow.sms, 'QUIET HOURS')])];
  return [
    decision('Is there a number for an SMS?', isSet(flow.number), {
      yes: sms.hours
        ? [
            evaluateScheduleGroup('May an SMS be sent now?', {
              scheduleGroup: sms.hours,
              onOpen: unlessTheyOptedOut,
              onClosed: quiet,
              onHoliday: quiet,
            }),
          ]
        : unlessTheyOptedOut,
      no: [updateData('No number for an SMS', [set(flow.sms, 'NO NUMBER')])],
    }),
  ];
};

/** The text in a language: of the same country, else the first of the language, else the default. */
function textFor(language: Readable<string>, { texts, defaultLanguage }: Acknowledgement): Value<string> {
  const spoken = lowerCase(language);
  const otherwise = texts[defaultLanguage] ?? '';
  const others = Object.entries(texts).filter(([name]) => name !== defaultLanguage);
  const firsts = Object.entries(texts).filter(
    ([name], i, all) => all.findIndex(([other]) => countryless(other) === countryless(name)) === i,
  );
  const ofTheLanguage = firsts.reduceRight<Value<string>>(
    (rest, [name, text]) =>
      ifElse(equals(exp<string>`Left(${spoken}, 2)`, countryless(name)), text, rest as Readable<string>),
    otherwise,
  );
  const exact = others.reduceRight<Value<string>>(
    (rest, [name, text]) => ifElse(equals(spoken, name), text, rest as Readable<string>),
    ofTheLanguage,
  );
  return ifElse(hasText(language), exact as Readable<string>, otherwise);
}

const countryless = (language: string): string => language.slice(0, 2);
