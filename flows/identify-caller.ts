import {
  type Actions,
  boolean,
  callData,
  type CallableDataAction,
  decision,
  type DurationLiteral,
  endWorkflow,
  exp,
  inMilliseconds,
  integer,
  type Readable,
  seconds,
  set,
  setConversationData,
  string,
  type Type,
  updateData,
  type Value,
  wait,
  workflow,
} from 'flowcdk';
import type { customer, lookupInput } from '../data-actions/customer';
import { identification } from './identification';

/** A database that knows customers by their telephone number. */
export interface Lookup {
  readonly name: string;
  /** Gives no customer id where it knows nobody by that number. */
  readonly dataAction: CallableDataAction<
    typeof lookupInput,
    { readonly [output in keyof typeof customer]: Type<string> }
  >;
  /** How the database writes numbers, made from E.164. */
  readonly numberFormat: (e164: Readable<string>) => Value<string>;
  /** True where the database says "nobody by that number" with HTTP status 404. */
  readonly nobodyIs404: boolean;
  /** How long it may take before the next database is asked. */
  readonly timeout: DurationLiteral;
}

/**
 * Finds out who is calling while the call goes on: asks one database after the other and hands over
 * what it knows through participant data. A broken database does not keep the next from being asked.
 */
export const identifyCaller = (lookups: readonly Lookup[], division?: string) =>
  workflow({
    name: 'identify-caller',
    description: 'Finds out who is calling, while the call goes on',
    ...(division === undefined ? {} : { division }),
    inputs: {
      conversationId: string({ description: 'The conversation to report to' }),
      callerNumber: string({ description: 'Where the call comes from, as the call flow sees it: tel:+33142685300' }),
    },
    variables: {
      e164: string({ description: 'The number of the caller, E.164' }),
      customerId: string(),
      fullName: string(),
      tier: string(),
      preferredLanguage: string(),
      database: string(),
      failureStatus: integer({ description: 'HTTP status of the last lookup that failed' }),
      broken: boolean({ initial: false, description: 'Whether a database could not be asked' }),
    },
    actions: (flow) => {
      const { conversationId, callerNumber, e164, broken } = flow;

      /** One write; tried a second time, because nothing else would ever tell the call flow. */
      const report = (what: string, attributes: Parameters<typeof identification.write>[0]): Actions => {
        const write = (name: string, onFailure: Actions = []) =>
          setConversationData(name, {
            conversationId,
            attributes: identification.write(attributes),
            ...(onFailure.length > 0 ? { onFailure } : {}),
          });
        return [write(`Report ${what}`, [wait('Give it a second', seconds(1)), write(`Report ${what} again`)])];
      };

      const fail = (reason: 'NOT_FOUND' | 'LOOKUPS_FAILED' | 'NO_NUMBER'): Actions => [
        ...report(`FAILED, ${reason}`, { status: 'FAILED', reason }),
        endWorkflow(`End: ${reason}`, reason),
      ];

      const markBroken = (name: string) => updateData(`${name} could not be asked`, [set(broken, true)]);

      const ask = ({ name, dataAction, numberFormat, nobodyIs404, timeout }: Lookup): Actions => [
        callData(`Ask ${name}`, dataAction, {
          // A second more than the action's own: where the service is slow the action fails first, and a failure tells more.
          timeout: oneSecondMore(timeout),
          inputs: { phoneNumber: numberFormat(e164) },
          outputs: {
            customerId: flow.customerId,
            fullName: flow.fullName,
            tier: flow.tier,
            preferredLanguage: flow.preferredLanguage,
            database: flow.database,
          },
          ...(nobodyIs404 ? { failureOutputs: { status: flow.failureStatus } } : {}),
          onSuccess: [
            decision(`Known in ${name}?`, exp<boolean>`!IsNotSetOrEmpty(${flow.customerId})`, {
              yes: [
                ...report(`SUCCESS, known in ${name}`, {
                  status: 'SUCCESS',
                  customerId: flow.customerId,
                  customerName: orEmpty(flow.fullName),
                  tier: orEmpty(flow.tier),
                  preferredLanguage: orEmpty(flow.preferredLanguage),
                  database: flow.database,
                }),
                endWorkflow(`End: known in ${name}`, 'SUCCESS'),
              ],
            }),
          ],
          onFailure: nobodyIs404
            ? [
                decision(
                  `Does ${name} know nobody?`,
                  exp<boolean>`IsSet(${flow.failureStatus}) and ${flow.failureStatus} == 404`,
                  {
                    no: [markBroken(name)],
                  },
                ),
              ]
            : [markBroken(name)],
          onTimeout: [markBroken(name)],
        }),
      ];

      return [
        ...report('ONGOING', { status: 'ONGOING' }),
        // Anonymous callers have none and SIP addresses are none: only what begins like a number is read as one.
        decision('Is there a number?', beginsLikeANumber(callerNumber), {
          yes: [updateData('Write it as E.164', [set(e164, exp<string>`ToPhoneNumber(${callerNumber}).e164`)])],
          no: fail('NO_NUMBER'),
        }),
        decision('Is it a telephone number?', exp<boolean>`IsNotSetOrEmpty(${e164})`, { yes: fail('NO_NUMBER') }),
        ...lookups.map(ask),
        decision('Could every database be asked?', exp<boolean>`${broken}`, {
          yes: fail('LOOKUPS_FAILED'),
          no: fail('NOT_FOUND'),
        }),
      ];
    },
  });

const oneSecondMore = (timeout: DurationLiteral) => seconds(Math.ceil(inMilliseconds(timeout) / 1000) + 1);

const beginsLikeANumber = (address: Readable<string>) =>
  exp<boolean>`!IsNotSetOrEmpty(${address}) and (Left(${address}, 1) == "+" or Left(${address}, 5) == "tel:+")`;

/** Participant data takes text; what a database left out is written as none. */
const orEmpty = (value: Readable<string>) => exp<string>`If(IsSet(${value}), ${value}, "")`;

/** `+33142685300` */
export const asE164 = (e164: Readable<string>): Value<string> => exp<string>`${e164}`;

/** `33142685300` */
export const asDigits = (e164: Readable<string>): Value<string> => exp<string>`Replace(${e164}, "+", "")`;

/** `0142685300` for numbers of the country, E.164 for all others. */
export const asNational =
  (countryCode: string, trunkPrefix: string) =>
  (e164: Readable<string>): Value<string> => {
    const prefix = `+${countryCode}`;
    return exp<string>`If(Left(${e164}, ${prefix.length}) == ${prefix}, Append(${trunkPrefix}, Substring(${e164}, ${prefix.length}, Length(${e164}))), ${e164})`;
  };
