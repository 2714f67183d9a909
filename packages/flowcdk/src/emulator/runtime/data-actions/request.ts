import type { Json, JsonObject } from '../../state/json';
import type { ActionDraft } from '../../state/tables/data-action';
import type { HttpRequest } from '../services/http';
import type { Access } from './access';
import { notUsable } from './failure';
import { namedInputs, type NamedInputs } from './input-variables';
import { nonBlank, Text } from './rendering';
import { checkCharacters } from './rendered-url';
import { markedSecrets, RequestVariables } from './request-variables';
import { type Trace, traced } from './trace';
import { TwoRenderings } from './two-renderings';

/** The template of the body if the action has none: the whole input (documented). */
const WHOLE_INPUT = '${input.rawRequest}';

/** The parsed templates of a data action's request. They are read once. */
export interface RequestPlan {
  readonly method: string;
  /** The names of the headers, in lower case. */
  readonly headers: readonly string[];
  readonly hasBody: boolean;
  /** The URL, then the value of each header, then the body if there is one. */
  readonly texts: readonly Text[];
  readonly named: NamedInputs;
}

export function requestPlan({ config }: ActionDraft): RequestPlan {
  const { requestType: method = 'GET', requestUrlTemplate = '', requestTemplate, headers = {} } = config?.request ?? {};
  // An empty template counts as absent, because the provider writes it by default (documented).
  const body = nonBlank(requestTemplate) ?? WHOLE_INPUT;
  const hasBody = method !== 'GET';
  const texts = [
    new Text('the request URL', requestUrlTemplate),
    ...Object.entries(headers).map(([name, source]) => new Text(`the header ${name}`, source)),
    ...(hasBody ? [new Text('the request body', body)] : []),
  ];
  return {
    method,
    headers: Object.keys(headers).map((name) => name.toLowerCase()),
    hasBody,
    texts,
    named: namedInputs(texts.map(({ source }) => source)),
  };
}

/** A request that is ready to be sent. */
export interface ReadyRequest {
  readonly request: HttpRequest;
  /** The URL with marks in place of secret values. It is rendered when somebody wants to see it. */
  readonly shownUrl: () => string;
}

/** Fills in the inputs and gives the request of a data action. */
export function requestOf(
  { method, headers: names, hasBody, texts, named }: RequestPlan,
  inputs: JsonObject,
  access: Access,
  authResponse: Json | undefined,
  trace: Trace,
): ReadyRequest {
  const secrets = { credentials: access.credentials, authResponse };
  const warn = (warning: string): void => trace('Validate input against the input schema', { warning });
  const renderings = new TwoRenderings(texts, {
    sent: new RequestVariables(named, inputs, secrets, warn),
    shown: () => new RequestVariables(named, inputs, markedSecrets(secrets), () => undefined),
  });
  const shownUrl = (): string => renderings.shown(0);
  const url = traced(
    trace,
    'Render the request URL',
    () => {
      const rendered = checkedUrl(renderings.sent(0), access, shownUrl);
      checkUrlCharacters(rendered, renderings);
      for (const name of unsetIn(rendered, inputs)) {
        const warning = `the input ${name} is not set, so the URL has $input.${name} in it as it stands in the template. Write $!{input.${name}}, which leaves out what is not set`;
        trace('Render the request URL', { warning });
      }
      return rendered;
    },
    () => shownUrl(),
  );
  const headers = traced(trace, 'Render the headers', () => headersOf(names, renderings, access));
  if (!hasBody) return { request: { method, url, headers }, shownUrl };
  const last = texts.length - 1;
  const body = traced(
    trace,
    'Render the request body',
    () => renderings.sent(last),
    () => renderings.shown(last),
  );
  headers['content-type'] ??= 'application/json';
  return { request: { method, url, headers, body }, shownUrl };
}

/**
 * Inputs that are not set and whose references stand in a URL. Without braces a reference has only characters that a URL
 * may have, so the request goes out (as in the cloud, believed).
 */
const unsetIn = (url: string, inputs: JsonObject): readonly string[] =>
  [...url.matchAll(/\$input\.(\w{1,100})/g)].flatMap(([, name = '']) => (inputs[name] === undefined ? [name] : []));

/** Refuses a URL with characters that no URL may have. The message shows no character of a secret. */
function checkUrlCharacters(url: string, renderings: TwoRenderings): void {
  try {
    checkCharacters(url.trim());
  } catch (problem) {
    if (renderings.mayHoldSecrets) {
      checkCharacters(renderings.shown(0).trim());
      throw notUsable(
        'The request URL has a character that no URL may have, from a value of the credential. Encode the value: $esc.url($credentials.name) in a query, $esc.uriEncode($credentials.name) in a path.',
      );
    }
    throw problem;
  }
}

function headersOf(
  names: readonly string[],
  renderings: TwoRenderings,
  { authorization }: Access,
): Record<string, string> {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  for (const [i, name] of names.entries()) {
    const value = renderings.sent(i + 1);
    if (/[\r\n\0]/.test(value)) throw notUsable(`The header ${name} has a line break in it.`);
    // Headers are bytes of Latin-1 (documented for HTTP). What the platform does with others is not known.
    if (/[^\0-\xff]/.test(value)) throw notUsable(`The header ${name} has a character that no header can carry.`);
    headers[name] = value;
  }
  return headers;
}

/** Checks a URL: it is absolute for services, and a path for the org's own API. */
function checkedUrl(url: string, { isOwnApi }: Access, shown: () => string): string {
  if (isOwnApi) {
    if (url.startsWith('/api/')) return url;
    throw notUsable(`The request URL '${shown()}' must begin with /api/.`);
  }
  if (/^\s*https?:/i.test(url) && URL.canParse(url)) return url;
  throw notUsable(`The request URL '${shown()}' is no absolute http or https address.`);
}
