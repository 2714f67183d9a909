import {
  type Actions,
  callData,
  type CallableDataAction,
  decision,
  type DurationLiteral,
  exp,
  inboundCall,
  isNotSetOrEmpty,
  set,
  string,
  task,
  type Type,
  updateData,
  type Value,
  type VariablesOf,
} from 'flowcdk';
import type { customer, lookupInput } from '../../data-actions/customer';
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

/** What every way of looking a caller up answers. */
export type Lookup = CallableDataAction<
  typeof lookupInput,
  { readonly [output in keyof typeof customer]: Type<string> }
>;

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
    defaultLanguage: line.language,
    supportedLanguages: { [line.language]: {} },
    settings: { preHandlingAudio: line.texts.error },
    variables,
    startUp: (call) =>
      task('Support line', [
        askReason(line, call),
        decision('Is there a number?', exp<boolean>`Left(${callerNumber}, 5) == "tel:+"`, {
          yes: [
            updateData('Write it as E.164', [set(call.e164, exp<string>`ToPhoneNumber(${callerNumber}).e164`)]),
            ...line.identify(call),
          ],
        }),
        decision('Is the caller known?', isKnown(call), {
          yes: greetByName(line, call),
          no: askCustomerNumber(line, call),
        }),
        tellAgent(call),
        transfer(line, call),
      ]),
  });

/** Asks one data action; what it fails with is not told in a call flow, only that it failed. */
export const lookUp = (
  call: Call,
  name: string,
  dataAction: Lookup,
  timeout: DurationLiteral,
  phoneNumber: Value<string>,
): Actions => [
  callData(`Ask ${name}`, dataAction, {
    timeout,
    inputs: { phoneNumber },
    outputs: { customerId: call.customerId, fullName: call.customerName, tier: call.tier },
    onSuccess: [
      decision(`Known in ${name}?`, isNotSetOrEmpty(call.customerId), {
        no: [updateData('Known', [set(call.status, 'SUCCESS')])],
      }),
    ],
  }),
];
