import { withoutStack } from '@flowcdk/data-action-engines';
import { fieldsOf, itemsOf, type Json, textOf } from '../../state/json';
import type { DataActionFailure } from './data-action-runner';

/** Why a data action failed. `code` is our own word if the platform's is not known. Messages never contain secrets. */
export class DataActionProblem extends Error {
  constructor(readonly failure: Omit<DataActionFailure, 'correlationId'>) {
    super(failure.userMessage);
  }
}

const failedWith = (failure: DataActionProblem['failure']): DataActionProblem =>
  withoutStack(() => new DataActionProblem(failure));

const problem = (errorCode: string, status: number, userMessage: string): DataActionProblem =>
  failedWith({ errorCode, status, userMessage });

export const wrongInput = (problems: readonly string[]): DataActionProblem =>
  problem('bad.request', 400, `The input does not fit the contract: ${problems.join('; ')}.`);

export const unknownAction = (id: string): DataActionProblem =>
  problem(
    'not.found',
    404,
    id === '' ? 'The data action the flow was published with is gone.' : `There is no data action ${id}.`,
  );

export const notUsable = (message: string): DataActionProblem => problem('integration.not.usable', 400, message);

export const wrongTemplate = (what: string, message: string): DataActionProblem =>
  problem('template.error', 400, `${what}: ${message}`);

export const timedOut = (seconds: number): DataActionProblem =>
  problem('gateway.timeout', 504, `The service did not answer within ${seconds} seconds.`);

export const notReached = (message: string): DataActionProblem =>
  problem('remote.unreachable', 502, `The service could not be reached: ${message}.`);

export const untranslatable = (message: string): DataActionProblem => problem('response.translation', 400, message);

export const tooMany = (limit: string, value: number): DataActionProblem =>
  problem('too.many.requests', 429, `The limit ${limit} (${value}) is reached.`);

/**
 * The service answered with an error. If its body has the form of the API's errors, the fields are passed on (assumed).
 */
export function remoteError(status: number, body: Json | undefined): DataActionProblem {
  const { code, message, entityId, entityName, messageWithParams, messageParams, details } = fieldsOf(body);
  const params = Object.entries(fieldsOf(messageParams)).map(([key, value]) => ({
    key,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
  return failedWith({
    errorCode: textOf(code) ?? 'remote.error',
    status: status,
    userMessage: textOf(message) ?? `The service answered with status ${status}.`,
    ...optionalText('entityId', entityId),
    ...optionalText('entityName', entityName),
    ...optionalText('userParamsMessage', messageWithParams),
    ...(params.length > 0 ? { userParams: params } : {}),
    ...(itemsOf(details).length > 0 ? { details: itemsOf(details).map(detail) } : {}),
  });
}

const detail = (json: Json): NonNullable<DataActionFailure['details']>[number] =>
  Object.fromEntries(
    ['errorCode', 'fieldName', 'entityId', 'entityName'].flatMap((field) => {
      const value = textOf(fieldsOf(json)[field]);
      return value === undefined ? [] : [[field, value]];
    }),
  );

const optionalText = <K extends string>(field: K, value: Json | undefined): { readonly [F in K]?: string } =>
  typeof value === 'string' ? ({ [field]: value } as { readonly [F in K]: string }) : {};
