import {
  type Actions,
  and,
  boolean,
  callData,
  decision,
  type DurationLiteral,
  endWorkflow,
  equals,
  hasText,
  inMilliseconds,
  integer,
  isSet,
  not,
  seconds,
  set,
  setConversationData,
  string,
  updateData,
  type VariablesOf,
  wait,
  workflow,
} from 'flowcdk';
import type { CustomerLookup } from '../data-actions/customer';
import { identification } from './identification';
import { orEmpty } from './or-empty';
import { beginsLikeANumber, e164Of, type NumberFormat } from './telephone-number';

/** A database that knows customers by their telephone number. */
export interface Lookup {
  readonly name: string;
  /** Gives no customer id where it knows nobody by that number. */
  readonly dataAction: CustomerLookup;
  /** How the database writes numbers. */
  readonly numberFormat: NumberFormat;
  /** True where the database says "nobody by that number" with HTTP status 404. */
  readonly nobodyIs404: boolean;
  /** How long it may take before the next database is asked. */
  readonly timeout: DurationLiteral;
}

export interface CallerSearch {
  /** @default the organisation's home division */
  readonly division?: string | undefined;
  /** The databases, in the order in which they are asked. */
  readonly lookups: readonly Lookup[];
}

const inputs = {
  conversationId: string({ description: 'The conversation to report to' }),
  callerNumber: string({ description: 'Where the call comes from, as the call flow sees it: tel:+33142685300' }),
};

const variables = {
  e164: string({ description: 'The number of the caller, E.164' }),
  customerId: string(),
  fullName: string(),
  tier: string(),
  preferredLanguage: string(),
  database: string(),
  failureStatus: integer({ description: 'HTTP status of the last lookup that failed' }),
  broken: boolean({ initial: false, description: 'Whether a database could not be asked' }),
};

type Flow = VariablesOf<typeof inputs & typeof variables>;

/**
 * Finds out who is calling while the call goes on: asks one database after the other and hands over
 * what it knows through participant data: ONGOING at its beginning, the result in one write at its end. A broken database does not keep the next from being
 * asked.
 */
export const identifyCaller = ({ lookups, division }: CallerSearch) =>
  workflow({
    name: 'identify-caller',
    description: 'Finds out who is calling, while the call goes on',
    division,
    inputs,
    variables,
    actions: (flow) => [
      begin(flow),
      decision('Is there a number?', beginsLikeANumber(flow.callerNumber), {
        yes: [updateData('Write it as E.164', [set(flow.e164, e164Of(flow.callerNumber))])],
        no: fail(flow, 'NO_NUMBER'),
      }),
      decision('Is it a telephone number?', hasText(flow.e164), { no: fail(flow, 'NO_NUMBER') }),
      lookups.map((lookup) => ask(flow, lookup)),
      decision('Could every database be asked?', not(flow.broken), {
        yes: fail(flow, 'NOT_FOUND'),
        no: fail(flow, 'LOOKUPS_FAILED'),
      }),
    ],
  });

/** Says ONGOING. If that fails, the search goes on: the call flow waits for the result alone. */
const begin = ({ conversationId }: Flow) =>
  setConversationData('Report ONGOING', { conversationId, attributes: identification.write({ progress: 'ONGOING' }) });

/** Asks one database. The flow ends here if the database knows the caller. */
const ask = (flow: Flow, { name, dataAction, numberFormat, nobodyIs404, timeout }: Lookup) => {
  const couldNotBeAsked = updateData(`${name} could not be asked`, [set(flow.broken, true)]);
  const is404 = and(isSet(flow.failureStatus), equals(flow.failureStatus, 404));
  return callData(`Ask ${name}`, dataAction, {
    // A second more than the action's own: where the service is slow the action fails first, and a failure tells more.
    timeout: oneSecondMore(timeout),
    inputs: { phoneNumber: numberFormat(flow.e164) },
    outputs: {
      customerId: flow.customerId,
      fullName: flow.fullName,
      tier: flow.tier,
      preferredLanguage: flow.preferredLanguage,
      database: flow.database,
    },
    failureOutputs: nobodyIs404 ? { status: flow.failureStatus } : undefined,
    onSuccess: [decision(`Known in ${name}?`, hasText(flow.customerId), { yes: succeed(flow, name) })],
    onFailure: nobodyIs404
      ? [decision(`Does ${name} know nobody?`, is404, { no: [couldNotBeAsked] })]
      : [couldNotBeAsked],
    onTimeout: [couldNotBeAsked],
  });
};

const oneSecondMore = (timeout: DurationLiteral) => seconds(Math.ceil(inMilliseconds(timeout) / 1000) + 1);

const succeed = (flow: Flow, name: string): Actions => [
  report(flow, `SUCCESS, known in ${name}`, 'SUCCESS', {
    status: 'SUCCESS',
    customerId: flow.customerId,
    customerName: orEmpty(flow.fullName),
    tier: orEmpty(flow.tier),
    preferredLanguage: orEmpty(flow.preferredLanguage),
    database: flow.database,
  }),
  endWorkflow(`End: known in ${name}`, 'SUCCESS'),
];

const fail = (flow: Flow, reason: 'NOT_FOUND' | 'LOOKUPS_FAILED' | 'NO_NUMBER'): Actions => [
  report(flow, `FAILED, ${reason}`, reason, { status: 'FAILED', reason }),
  endWorkflow(`End: ${reason}`, reason),
];

/**
 * The write of the result; tried a second time, because nothing else would ever tell the call flow. If the second try
 * fails too, the workflow ends with a reason that says so.
 */
const report = (
  { conversationId }: Flow,
  what: string,
  result: string,
  values: Parameters<typeof identification.write>[0],
) => {
  const attributes = identification.write(values);
  return setConversationData(`Report ${what}`, {
    conversationId,
    attributes,
    onFailure: [
      wait('Give it a second', seconds(1)),
      setConversationData(`Report ${what} again`, {
        conversationId,
        attributes,
        onFailure: [endWorkflow(`End: ${what}, not reported`, `${result}, NOT REPORTED`)],
      }),
    ],
  });
};
