import type { JavaValue } from '@flowcdk/data-action-engines/java';
import type { Variables } from '@flowcdk/data-action-engines/velocity';
import { type Json, type JsonObject } from '../../state/json';
import type { ActionDraft } from '../../state/tables/data-action';
import type { HttpRequest } from '../services/http';
import type { Access } from './access';
import { notUsable } from './failure';
import { inputFor, namedInputs, type NamedInputs } from './input-variables';
import { javaValue, nonBlank, Text } from './rendering';
import { checkCharacters } from './rendered-url';
import { type Trace, traced } from './trace';

/** The template of the body if the action has none: the whole input (documented). */
const WHOLE_INPUT = '${input.rawRequest}';

/** The parsed templates of a data action's request. They are read once. */
export interface RequestPlan {
  readonly method: string;
  readonly url: Text;
  /** Names in lower case. */
  readonly headers: readonly (readonly [string, Text])[];
  readonly body: Text | undefined;
  readonly named: NamedInputs;
}

export function requestPlan({ config }: ActionDraft): RequestPlan {
  const {
    requestType: method = 'GET',
    requestUrlTemplate = '',
    requestTemplate,
    headers: headerTemplates = {},
  } = config?.request ?? {};
  const url = new Text('the request URL', requestUrlTemplate);
  // An empty template counts as absent, because the provider writes it by default (documented).
  const template = nonBlank(requestTemplate) ?? WHOLE_INPUT;
  const body = method === 'GET' ? undefined : new Text('the request body', template);
  const headers = Object.entries(headerTemplates).map(
    ([name, source]) => [name.toLowerCase(), new Text(`the header ${name}`, source)] as const,
  );
  const texts = [url, ...(body ? [body] : []), ...headers.map(([, text]) => text)];
  return { method, url, headers, body, named: namedInputs(texts.map(({ source }) => source)) };
}

/** Fills in the inputs and gives the request of a data action. */
export function requestOf(
  { method, url: address, headers, body, named }: RequestPlan,
  inputs: JsonObject,
  access: Access,
  authResponse: Json | undefined,
  trace: Trace,
): HttpRequest {
  const variables = new RequestVariables(named, inputs, access, authResponse, trace);
  const url = traced(
    trace,
    'Render the request URL',
    () => {
      const rendered = checkedUrl(address.with(variables), access);
      checkCharacters(rendered.trim());
      return rendered;
    },
    (text) => text,
  );
  const rendered = traced(trace, 'Render the headers', () => headersOf(headers, variables, access));
  if (!body) return { method, url, headers: rendered };
  const text = traced(
    trace,
    'Render the request body',
    () => body.with(variables),
    (content) => content,
  );
  rendered['content-type'] ??= 'application/json';
  return { method, url, headers: rendered, body: text };
}

/**
 * The variables that the templates of a request can use. A variable is computed when the first template names it, and
 * is the same for all.
 */
class RequestVariables implements Variables {
  #input: JavaValue | undefined;
  #credentials: JavaValue | undefined;
  #authResponse: JavaValue | undefined;

  constructor(
    private readonly named: NamedInputs,
    private readonly inputs: JsonObject,
    private readonly access: Access,
    private readonly auth: Json | undefined,
    private readonly trace: Trace,
  ) {}

  get(name: string): JavaValue | undefined {
    switch (name) {
      case 'input':
        return (this.#input ??= this.#inputVariable());
      case 'credentials':
        return (this.#credentials ??= javaValue(this.access.credentials));
      case 'authResponse':
        return (this.#authResponse ??= javaValue(this.auth));
      default:
        return this.named.roots.includes(name) ? this.get('input') : undefined;
    }
  }

  /** The inputs. `rawRequest` has all of them as one text (documented). */
  #inputVariable(): JavaValue {
    const warn = (warning: string): void => this.trace('Validate input against the input schema', { warning });
    return inputFor(this.named, this.inputs, warn, { rawRequest: JSON.stringify(this.inputs) });
  }
}

function headersOf(
  templates: RequestPlan['headers'],
  variables: Variables,
  { authorization }: Access,
): Record<string, string> {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  for (const [name, template] of templates) {
    const value = template.with(variables);
    if (/[\r\n\0]/.test(value)) throw notUsable(`The header ${name} has a line break in it.`);
    headers[name] = value;
  }
  return headers;
}

/** Checks a URL: it is absolute for services, and a path for the org's own API. */
function checkedUrl(url: string, { isOwnApi }: Access): string {
  if (isOwnApi) {
    if (url.startsWith('/api/')) return url;
    throw notUsable(`The request URL '${url}' must begin with /api/.`);
  }
  if (/^\s*https?:/i.test(url) && URL.canParse(url)) return url;
  throw notUsable(`The request URL '${url}' is no absolute http or https address.`);
}
