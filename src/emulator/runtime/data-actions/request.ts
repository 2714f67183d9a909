import { fieldsOf, type Json, type JsonObject, textOf } from '../../state/json';
import type { Entity } from '../../state/org';
import type { HttpRequest } from '../services/http';
import type { Access } from './access';
import { notUsable } from './failure';
import { javaMap, javaValue, rendered } from './rendering';
import { type Trace, traced } from './trace';

/** The body a request has where the action has no template: the whole input (documented). */
const WHOLE_INPUT = '${input.rawRequest}';

/** The request of a data action; `own` where it goes to the org's own API. */
export function requestOf(
  action: Entity,
  inputs: JsonObject,
  access: Access,
  authResponse: Json | undefined,
  trace: Trace,
): { readonly request: HttpRequest; readonly own: boolean } {
  const request = fieldsOf(fieldsOf(action['config'])['request']);
  const input = javaValue({ ...inputs, ...misspelt(action, inputs, trace), rawRequest: JSON.stringify(inputs) });
  const variables = {
    input,
    credentials: javaMap(access.credentials),
    ...(authResponse === undefined ? {} : { authResponse: javaValue(authResponse) }),
  };
  const method = textOf(request['requestType']) ?? 'GET';
  const url = traced(
    trace,
    'Render the request URL',
    () => checkedUrl(rendered('the request URL', textOf(request['requestUrlTemplate']) ?? '', variables), access),
    (text) => text,
  );
  const headers = traced(trace, 'Render the headers', () => headersOf(fieldsOf(request['headers']), variables, access));
  const body =
    method === 'GET'
      ? undefined
      : traced(
          trace,
          'Render the request body',
          () => rendered('the request body', textOf(request['requestTemplate']) ?? WHOLE_INPUT, variables),
          (text) => text,
        );
  if (body !== undefined && headers['content-type'] === undefined) headers['content-type'] = 'application/json';
  return {
    request: { method, url, headers, ...(body === undefined ? {} : { body }) },
    own: access.integrationType === 'purecloud-data-actions',
  };
}

/**
 * Inputs that a template names in another case, as some published actions do: they are given under that name too, and
 * the trace says so (whether the platform folds case is not known).
 */
function misspelt(action: Entity, inputs: JsonObject, trace: Trace): JsonObject {
  const given: Record<string, Json> = {};
  for (const name of namedInputs(action)) {
    if (Object.hasOwn(inputs, name)) continue;
    const meant = Object.keys(inputs).find((known) => known.toLowerCase() === name.toLowerCase());
    const value = meant === undefined ? undefined : inputs[meant];
    if (value === undefined) continue;
    given[name] = value;
    const warning = `the template says ${name}, the input is ${String(meant)}`;
    trace('Validate input against the input schema', { warning });
  }
  return given;
}

const named = new WeakMap<Entity, ReadonlySet<string>>();

/** The inputs the templates of a request name. */
function namedInputs(action: Entity): ReadonlySet<string> {
  const known = named.get(action);
  if (known) return known;
  const { requestUrlTemplate, requestTemplate, headers } = fieldsOf(fieldsOf(action['config'])['request']);
  const texts = [requestUrlTemplate, requestTemplate, ...Object.values(fieldsOf(headers))];
  const names = texts.flatMap((text) =>
    [...(textOf(text) ?? '').matchAll(/\$!?\{?input\.([A-Za-z][\w-]*)/g)].map(([, name]) => name ?? ''),
  );
  const found = new Set(names.filter((name) => name !== 'rawRequest'));
  named.set(action, found);
  return found;
}

function headersOf(
  templates: JsonObject,
  variables: Parameters<typeof rendered>[2],
  { authorization }: Access,
): Record<string, string> {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  for (const [name, template] of Object.entries(templates)) {
    const value = rendered(`the header ${name}`, textOf(template) ?? '', variables);
    if (/[\r\n\0]/.test(value)) throw notUsable(`The header ${name} has a line break in it.`);
    headers[name.toLowerCase()] = value;
  }
  return headers;
}

/** Absolute for services, a path for the org's own API. */
function checkedUrl(url: string, { integrationType }: Access): string {
  if (integrationType === 'purecloud-data-actions') {
    if (url.startsWith('/api/')) return url;
    throw notUsable(`The request URL '${url}' must begin with /api/.`);
  }
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw notUsable(`The request URL '${url}' is no absolute http or https address.`);
}
