import {
  type Actions,
  callData,
  decision,
  type DurationLiteral,
  hasText,
  inboundCall,
  set,
  string,
  task,
  updateData,
  type Value,
  type VariablesOf,
} from 'flowcdk';
import type { CustomerLookup } from '../../data-actions/customer';
import {
  askCustomerNumber,
  askReason,
  callerNumber,
  type Conversation,
  greetByName,
  isKnown,
  tellAgent,
  transfer,
  variables as ofTheLine,
} from '../support-line';
import { beginsLikeANumber, e164Of } from '../telephone-number';

const variables = { ...ofTheLine, e164: string(), customerId: string() };

export type Call = VariablesOf<typeof variables>;

/** The support line of an option that identifies the caller within the call: who calls waits for it. */
export interface WaitingLine extends Conversation {
  readonly description: string;
  readonly identify: (call: Call) => Actions;
}

/** The same conversation as the support line's, but for how and when the caller is identified. */
export const waitingLine = (line: WaitingLine) =>
  inboundCall({
    name: line.name,
    // The same line in another way: what it tells the agent is the support line's to write.
    variantOf: 'support-line',
    description: line.description,
    division: line.division,
    defaultLanguage: line.language,
    supportedLanguages: { [line.language]: { voice: line.voice } },
    settings: { preHandlingAudio: line.texts.error },
    variables,
    startUp: (call) =>
      task('Support line', [
        askReason(line, call),
        decision('Is there a number?', beginsLikeANumber(callerNumber), {
          yes: [updateData('Write it as E.164', [set(call.e164, e164Of(callerNumber))]), line.identify(call)],
        }),
        decision('Is the caller known?', isKnown(call), {
          yes: greetByName(line, call),
          no: askCustomerNumber(line, call),
        }),
        tellAgent(call),
        transfer(line, call),
      ]),
  });

export interface LookupOfCall {
  readonly name: string;
  readonly dataAction: CustomerLookup;
  /** How long the call waits for it. */
  readonly timeout: DurationLiteral;
  /** The number of the caller, as the other side writes it. */
  readonly phoneNumber: Value<string>;
}

/** Asks one data action; what it fails with is not told in a call flow, only that it failed. */
export const lookUp = (call: Call, { name, dataAction, timeout, phoneNumber }: LookupOfCall): Actions => [
  callData(`Ask ${name}`, dataAction, {
    timeout,
    inputs: { phoneNumber },
    outputs: { customerId: call.customerId, fullName: call.customerName, tier: call.tier },
    onSuccess: [
      decision(`Known in ${name}?`, hasText(call.customerId), {
        yes: [updateData('Known', [set(call.status, 'SUCCESS')])],
      }),
    ],
  }),
];
