import { didYouMean } from '../../ground/did-you-mean';
import type { JsonObject } from '../state/json';
import { type KindName, kinds } from '../state/kinds';
import type { Entity } from '../state/org';
import type { Dangling, InUse } from '../state/references';

/** What a caller did wrong, as the API answers it. */
export class ApiProblem extends Error {
  constructor(
    /** `wrongValue` is 400, or what the route answers instead. */
    readonly status: number | 'wrongValue',
    readonly code: string,
    message: string,
    readonly rest: {
      readonly params?: JsonObject;
      readonly details?: readonly JsonObject[];
      /** The limit of the platform that was reached. */
      readonly limit?: JsonObject;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
  }
}

/*
 * Every problem a caller can provoke, one function each. Terraform's provider shows only the message (and details), so
 * everything a person needs stands there.
 */

export const unknownRoute = (method: string, path: string): ApiProblem =>
  new ApiProblem(501, 'not.implemented', `Not implemented by the local org: ${method} ${path}`);

/** An org that was made only to hold what is deployed. */
export const nothingRuns = (): ApiProblem =>
  new ApiProblem(
    501,
    'not.implemented',
    'Not implemented here: this org holds what is deployed to it and runs nothing.',
  );

/** A data action asks the API for what would take it time to answer. */
export const notFromWithin = (method: string, path: string): ApiProblem =>
  new ApiProblem(501, 'not.implemented', `Not implemented for data actions of the local org: ${method} ${path}`);

export const noToken = (): ApiProblem =>
  new ApiProblem(401, 'authentication.required', 'No authentication bearer token specified in authorization header.');

export const badToken = (): ApiProblem => new ApiProblem(401, 'bad.credentials', 'Invalid login credentials.');

/** What the parameter is called in `messageParams` is assumed; code and message are documented. */
export const missingPermission = (permissions: readonly string[], division?: string): ApiProblem =>
  new ApiProblem(
    403,
    'missing.permissions',
    'Unable to perform the requested action. You are missing the following permission(s): ' +
      `${permissions.join(', ')}${division === undefined ? '' : ` in the division '${division}'`}`,
    { params: { permissions: permissions.join(', ') } },
  );

/** 403: the request comes from a web page, or under a host name, that may not reach the org. */
export const forbiddenHost = (why: string): ApiProblem =>
  new ApiProblem(403, 'not.authorized', `This local org refuses the request: ${why}.`);

export const notAuthorized = (why: string): ApiProblem =>
  new ApiProblem(403, 'not.authorized', `You are not authorized to perform the requested action. ${why}`);

export const tooManyRequests = (name: string, namespace: string, value: number, seconds: number): ApiProblem =>
  new ApiProblem(
    429,
    'too.many.requests.retry.after',
    `Rate limit exceeded the maximum. Retry the request in [${seconds}] seconds (${name}: ${value})`,
    { limit: { key: name, namespace, value }, headers: { 'Retry-After': String(seconds) } },
  );

export const tooLarge = (most: number): ApiProblem =>
  new ApiProblem(413, 'request.entity.too.large', `The request is larger than ${most} bytes (request.bytes.max).`);

export const noJson = (reason: string): ApiProblem =>
  new ApiProblem(400, 'bad.request', `The request body is no JSON: ${reason}`);

/** The body does not have the form it should have; all of it at once. */
export const wrongBody = (problems: readonly { readonly field: string; readonly message: string }[]): ApiProblem =>
  new ApiProblem(400, 'bad.request', problems.map(({ message }) => message).join('; '), {
    details: problems.map(({ field, message }) => ({ errorCode: 'bad.request', fieldName: field, message })),
  });

/** The form is right, the meaning is not. */
export const wrongValue = (message: string, field?: string): ApiProblem =>
  new ApiProblem('wrongValue', 'invalid.value', message, {
    ...(field === undefined ? {} : { details: [{ errorCode: 'invalid.value', fieldName: field }] }),
  });

export const notFound = (kind: KindName, id: string): ApiProblem => notThere(kinds[kind].called, id);

export const notThere = (called: string, id: string): ApiProblem =>
  new ApiProblem(404, 'not.found', `There is no ${called} ${id}.`, { params: { id } });

/** Something is meant by a name nothing has. */
export function notNamed(called: string, wanted: string, names: readonly string[]): ApiProblem {
  const near = didYouMean(wanted, names);
  const meant = near === undefined ? '' : ` Did you mean '${near}'?`;
  const all = names.length === 0 ? 'none' : names.map((name) => `'${name}'`).join(', ');
  return new ApiProblem(400, 'bad.request', `There is no ${called} '${wanted}'.${meant} There are ${all}.`);
}

export const dangling = (found: readonly Dangling[]): ApiProblem =>
  new ApiProblem(
    'wrongValue',
    'invalid.value',
    found.map(({ path, called, id }) => `${path}: there is no ${called} with the id ${id}`).join('; '),
    { details: found.map(({ path, id }) => ({ errorCode: 'not.found', fieldName: path, entityId: id })) },
  );

export const nameTaken = (kind: KindName, name: string, other: Entity): ApiProblem =>
  new ApiProblem(
    409,
    'general.conflict',
    `There is a ${kinds[kind].called} named '${name}' already (${other.id}); names differ in more than case.`,
    { params: { name, id: other.id } },
  );

/** The provider reads the object again and repeats when it sees these words. */
export const versionMismatch = (kind: KindName, given: number | undefined, current: number): ApiProblem =>
  new ApiProblem(
    409,
    'general.conflict',
    `The version ${given ?? '(none)'} of the ${kinds[kind].called} does not match the current version ${current}.`,
    { params: { version: current } },
  );

export const inUse = ({ kind, entity, users }: InUse, status: number): ApiProblem => {
  const named = users.map((user) => `${kinds[user.kind].called} ${label(user.entity)}`);
  return new ApiProblem(
    status,
    'general.conflict',
    `The ${kinds[kind].called} ${label(entity)} is in use and cannot be deleted: ${named.join(', ')}.`,
    {
      details: users.map((user) => ({
        errorCode: 'in.use',
        entityId: user.entity.id,
        entityName: user.entity['name'],
      })),
    },
  );
};

const label = ({ id, name }: Entity): string => (typeof name === 'string' ? `'${name}'` : id);
