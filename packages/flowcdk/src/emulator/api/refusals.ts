import { didYouMean } from '../../ground/did-you-mean';
import type { JsonObject } from '../state/json';
import { type KindName, kinds } from '../state/kinds';
import type { Entity } from '../state/org';
import type { Dangling, InUse } from '../state/references';

/** A mistake of a caller, with the status and the message of the API's answer. */
export class ApiProblem extends Error {
  constructor(
    /** `wrongValue` stands for 400, or for the status that the route declares instead. */
    readonly status: number | 'wrongValue',
    readonly code: string,
    message: string,
    readonly rest: {
      readonly params?: JsonObject;
      readonly details?: readonly JsonObject[];
      /** The limit of the platform that the caller reached. */
      readonly limit?: JsonObject;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
  }
}

/*
 * Every problem that a caller can provoke has a function. Terraform's provider shows only the message and the details,
 * so they hold everything that a person needs.
 */

export const unknownRoute = (method: string, path: string): ApiProblem =>
  new ApiProblem(501, 'not.implemented', `Not implemented by the local org: ${method} ${path}`);

export const addressNotDecodable = (path: string): ApiProblem =>
  new ApiProblem(400, 'bad.request', `'${path}' is not a valid url component`);

export const addressTooLong = (most: number): ApiProblem =>
  new ApiProblem(414, 'bad.request', `A part of the path has more than ${most} characters.`);

/** The org only holds what is deployed and runs nothing. */
export const nothingRuns = (): ApiProblem =>
  new ApiProblem(
    501,
    'not.implemented',
    'Not implemented here: this org holds what is deployed to it and runs nothing.',
  );

/** A data action called a route whose answer takes time. */
export const notFromWithin = (method: string, path: string): ApiProblem =>
  new ApiProblem(501, 'not.implemented', `Not implemented for data actions of the local org: ${method} ${path}`);

export const noToken = (): ApiProblem =>
  new ApiProblem(401, 'authentication.required', 'No authentication bearer token specified in authorization header.');

export const badToken = (): ApiProblem => new ApiProblem(401, 'bad.credentials', 'Invalid login credentials.');

/** Code and message are documented. The name of the parameter in `messageParams` is assumed. */
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

/** The code is assumed. */
const unsupported = (message: string): ApiProblem => new ApiProblem(415, 'unsupported.media.type', message);

export const unknownContentEncoding = (name: string, known: readonly string[]): ApiProblem =>
  unsupported(
    `The request body is packed with ${JSON.stringify(name)} (Content-Encoding). The local org unpacks ${known.join(', ')}.`,
  );

export const unknownCharset = (name: string): ApiProblem =>
  unsupported(`The request body is in the character set ${JSON.stringify(name)}, which nobody knows. Send UTF-8.`);

/** The body is not what its headers say. */
export const damagedBody = (encoding: string, reason: string): ApiProblem =>
  new ApiProblem(400, 'bad.request', `The request body is no ${encoding}: ${reason}.`);

export const notUtf8 = (byte: number, place: number): ApiProblem =>
  new ApiProblem(
    400,
    'bad.request',
    `The request body is not UTF-8: byte ${place + 1} is 0x${byte.toString(16).padStart(2, '0')}. ` +
      'Send UTF-8, or name the character set in the header Content-Type.',
  );

/** The body has the wrong form. Reports all of its problems at once. */
export const wrongBody = (problems: readonly { readonly field: string; readonly message: string }[]): ApiProblem =>
  new ApiProblem(400, 'bad.request', problems.map(({ message }) => message).join('; '), {
    details: problems.map(({ field, message }) => ({ errorCode: 'bad.request', fieldName: field, message })),
  });

/** The form of the body is right, but a value is not. */
export const wrongValue = (message: string, field?: string): ApiProblem =>
  new ApiProblem('wrongValue', 'invalid.value', message, {
    ...(field === undefined ? {} : { details: [{ errorCode: 'invalid.value', fieldName: field }] }),
  });

export const notFound = (kind: KindName, id: string): ApiProblem => notThere(kinds[kind].called, id);

export const notThere = (called: string, id: string): ApiProblem =>
  new ApiProblem(404, 'not.found', `There is no ${called} ${id}.`, { params: { id } });

/** Nothing has the name. */
export function notNamed(called: string, unknownName: string, names: readonly string[]): ApiProblem {
  const near = didYouMean(unknownName, names);
  const meant = near === undefined ? '' : ` Did you mean '${near}'?`;
  const all = names.length === 0 ? 'none' : names.map((name) => `'${name}'`).join(', ');
  return new ApiProblem(400, 'bad.request', `There is no ${called} '${unknownName}'.${meant} There are ${all}.`);
}

export const dangling = (references: readonly Dangling[]): ApiProblem =>
  new ApiProblem(
    'wrongValue',
    'invalid.value',
    references.map(({ path, called, id }) => `${path}: there is no ${called} with the id ${id}`).join('; '),
    { details: references.map(({ path, id }) => ({ errorCode: 'not.found', fieldName: path, entityId: id })) },
  );

export const nameTaken = (kind: KindName, name: string, other: Entity): ApiProblem =>
  new ApiProblem(
    409,
    'general.conflict',
    `There is a ${kinds[kind].called} named '${name}' already (${other.id}); names differ in more than case.`,
    { params: { name, id: other.id } },
  );

/** When Terraform's provider sees these words, it reads the object again and repeats the request. */
export const versionMismatch = (kind: KindName, version: number | undefined, current: number): ApiProblem =>
  new ApiProblem(
    409,
    'general.conflict',
    `The version ${version ?? '(none)'} of the ${kinds[kind].called} does not match the current version ${current}.`,
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
